#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "unit/support/real_engine.h"

namespace faqbot {
namespace {

std::vector<std::string> topics_of(std::string_view letter) {
  std::vector<std::string> ids;
  for (const RankedTopic& topic : tests::real_engine().topics_of_letter(letter)) ids.push_back(topic.topic);
  return ids;
}

TEST_CASE("letter: each question once, in the order asked, and no topic for salutation and signature") {
  CHECK(topics_of("To whom it may concern,\n\nDoes myofascial release hurt? What should I wear to my "
                  "appointment?\nAnd once more: does it hurt?\n\nMany thanks\nTom Green") ==
        std::vector<std::string>{"mfr/does-it-hurt", "clinic/what-to-wear"});
}

TEST_CASE("letter: a question that says little is read with the sentence before it") {
  const auto topics =
      topics_of("I have had dry needling from another physio. How does yours compare with that?");
  CHECK(std::ranges::find(topics, "mfr/vs-dry-needling") != topics.end());
}

TEST_CASE("letter: a question that leans on what was told is about that") {
  CHECK(topics_of("My jaw clicks and aches whenever I chew. Do you treat that?\nRegards\nAnn") ==
        std::vector<std::string>{"conditions/jaw"});
}

TEST_CASE("letter: a short question that says enough alone is not swallowed by the story before it") {
  CHECK(topics_of("My doctor told me to try myofascial release for my stiff shoulder. Does it hurt? How many "
                  "sessions will I need?") ==
        std::vector<std::string>{"mfr/does-it-hurt", "mfr/how-many-sessions"});
}

TEST_CASE("letter: a question that nobody answers is named, whatever was asked before it") {
  const auto questions = tests::real_engine().questions_of_letter(
      "Does it hurt? How many sessions will I need? And could my parrot Kiki watch from the windowsill?");
  REQUIRE(questions.size() == 3);
  CHECK(questions.back().topic.empty());
}

TEST_CASE("letter: asking on about the same thing adds no topic") {
  CHECK(topics_of("How can I book an appointment? Is it by phone or online?") ==
        std::vector<std::string>{"clinic/booking"});
}

TEST_CASE("letter: names, titles and numbers behind the greeting are no topic") {
  CHECK(topics_of("Do you have parking?\n\nBest wishes\nDr. Anne Neck\nHead of Pilates, Blood & Sons\n"
                  "01632 960123") == std::vector<std::string>{"clinic/location"});
}

TEST_CASE("letter: help comes first, wherever it is written") {
  const auto topics = topics_of("Do you have parking? I also have crushing chest pain and I cannot breathe.");
  REQUIRE_FALSE(topics.empty());
  CHECK(topics.front() == "safety/emergency");
}

TEST_CASE("letter: beside an alarm, only what is asked is a topic") {
  CHECK(topics_of(
            "I had frozen shoulder on the right side two winters ago and it took ages to mend. Today my left "
            "arm went heavy with crushing chest pain and I cannot breathe. Do you have parking?") ==
        std::vector<std::string>{"safety/emergency", "clinic/location"});
}

}  // namespace
}  // namespace faqbot

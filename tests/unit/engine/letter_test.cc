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

TEST_CASE("letter: help comes first, wherever it is written") {
  const auto topics = topics_of("Do you have parking? I also have crushing chest pain and I cannot breathe.");
  REQUIRE_FALSE(topics.empty());
  CHECK(topics.front() == "safety/emergency");
}

}  // namespace
}  // namespace faqbot

#include "engine/reader.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>

#include "unit/support/small_knowledge.h"
#include "unit/support/small_safety.h"

namespace faqbot {
namespace {

struct Taught {
  explicit Taught(const knowledge::Knowledge& knowledge) : reader(knowledge, lessons) {}
  std::optional<Lessons> lessons;
  Reader reader;
};

const Taught& taught() {
  static const Taught made(*tests::small_knowledge()
                                .safety(tests::small_safety())
                                .topic("safety/emergency", "Emergency", {"call an ambulance"})
                                .build());
  return made;
}

TEST_CASE("reader: a message is read as typed, as understood and as the safety rules want it") {
  const Reading reading = taught().reader.read("What\xE2\x80\x99s MFR?");
  CHECK(reading.plain == " whats mfr . ");
  CHECK(reading.typed.joined() == "what is mfr");
  CHECK(reading.understood.joined() == "what is myofascial release");
  CHECK_FALSE(reading.features.vector.empty());
}

TEST_CASE("reader: spelling is repaired, and remembered as a guess") {
  const Reading reading = taught().reader.read("myofascial relaese");
  CHECK(reading.understood.joined() == "myofascial release");
  CHECK(reading.understood.guessed == 1);
}

TEST_CASE("reader: safety topics teach the screen and never the matcher") {
  const auto& lessons = *taught().lessons;
  const auto holds = [&](const std::vector<std::uint32_t>& texts, std::string_view words) {
    return std::ranges::any_of(texts,
                               [&](std::uint32_t t) { return lessons.corpus.texts[t].joined() == words; });
  };
  CHECK(holds(lessons.safety.texts, "call an ambulance"));
  CHECK_FALSE(holds(lessons.topics.texts, "call an ambulance"));
  CHECK(holds(lessons.topics.texts, "where can i park"));
}

TEST_CASE("reader: ordinary questions teach the screen what is harmless") {
  const auto& lessons = *taught().lessons;
  const auto harmless = static_cast<std::uint32_t>(tests::small_safety().levels.size());
  for (std::size_t i = 0; i < lessons.safety.texts.size(); ++i)
    if (lessons.corpus.texts[lessons.safety.texts[i]].joined() == "where can i park")
      CHECK(lessons.safety.levels_of[i] == harmless);
}

TEST_CASE("reader: every lesson has its label") {
  const auto& lessons = *taught().lessons;
  CHECK(lessons.topics.texts.size() == lessons.topics.topics_of.size());
  CHECK(lessons.safety.texts.size() == lessons.safety.levels_of.size());
  CHECK(lessons.safety.texts.size() == lessons.safety.lookalike.size());
  CHECK(lessons.corpus.texts.size() == lessons.corpus.features.size());
}

}  // namespace
}  // namespace faqbot

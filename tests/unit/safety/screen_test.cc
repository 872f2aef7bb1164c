#include "safety/screen.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "unit/support/small_knowledge.h"
#include "unit/support/small_safety.h"

namespace faqbot::safety {
namespace {

// A screen taught with the small knowledge's ordinary questions.
class Taught {
 public:
  Taught()
      : safety_(tests::small_safety()),
        corpus_(texts()),
        screen_(Rules(safety_), safety_, training_, corpus_) {}

  std::vector<Alarm> check(std::string_view message) const {
    const text::Utterance words = text::normalise(message);
    return screen_.check(text::plain_words(message), words, corpus_.space->features(words));
  }

 private:
  std::vector<text::Utterance> texts() {
    std::vector<text::Utterance> all;
    const auto teach = [&](std::string_view message, std::size_t level, bool lookalike) {
      training_.texts.push_back(static_cast<std::uint32_t>(all.size()));
      training_.levels_of.push_back(static_cast<std::uint32_t>(level));
      training_.lookalike.push_back(lookalike ? 1 : 0);
      all.push_back(text::normalise(message));
    };
    const std::size_t harmless = safety_.levels.size();
    for (std::size_t level = 0; level < harmless; ++level) {
      for (const auto& example : safety_.levels[level].examples) teach(example.text, level, false);
      for (const auto& lookalike : safety_.levels[level].lookalikes) teach(lookalike.text, harmless, true);
    }
    const auto ordinary = tests::small_knowledge().build();
    for (const auto& topic : ordinary->topics)
      for (const auto& question : topic.questions) teach(question.text, harmless, false);
    for (const auto& kind : safety_.kinds) {
      auto& phrases = training_.kinds.emplace_back();
      for (const auto& word : kind.words) phrases.push_back(text::normalise(word.text));
    }
    return all;
  }

  knowledge::Safety safety_;
  ScreenTraining training_;
  learn::Corpus corpus_;
  Screen screen_;
};

const Taught& taught() {
  static const Taught screen;
  return screen;
}

std::string topic(std::string_view message) {
  const auto alarms = taught().check(message);
  return alarms.empty() ? std::string{} : alarms.front().topic;
}

TEST_CASE("screen: ordinary questions raise no alarm") {
  const auto ordinary = tests::small_knowledge().build();
  for (const auto& written : ordinary->topics)
    for (const auto& question : written.questions) {
      CAPTURE(question.text);
      CHECK(topic(question.text).empty());
    }
}

TEST_CASE("screen: what is said plainly is caught by a rule, with its name") {
  const auto alarms = taught().check("a crushing feeling in my chest");
  REQUIRE_FALSE(alarms.empty());
  CHECK(alarms.front().topic == "safety/emergency");
  CHECK(alarms.front().reason == "chest pressure");
}

TEST_CASE("screen: what no rule says is caught by its likeness to the examples") {
  CHECK(topic("an elephant sits on my chest") == "safety/emergency");
  CHECK(topic("i cannot feel myself wipe") == "safety/cauda-equina");
}

TEST_CASE("screen: a word that no example holds counts for its kind") {
  CHECK(topic("my undercarriage has gone to sleep") == "safety/cauda-equina");
}

TEST_CASE("screen: the most pressing alarm comes first") {
  const auto alarms = taught().check("numb groin and a tight chest");
  REQUIRE(alarms.size() >= 2);
  CHECK(alarms.front().topic == "safety/emergency");
}

TEST_CASE("screen: nothing said raises no alarm") {
  CHECK(topic("").empty());
  CHECK(topic("?!").empty());
}

TEST_CASE("screen: a knowledge without levels lets everything pass") {
  const learn::Corpus corpus({text::normalise("does it hurt")});
  const Screen screen(Rules({}), {}, ScreenTraining{{}, {0}, {0}, {0}}, corpus);
  CHECK(screen
            .check(text::plain_words("a crushing feeling in my chest"), corpus.texts.front(),
                   corpus.features.front())
            .empty());
}

}  // namespace
}  // namespace faqbot::safety

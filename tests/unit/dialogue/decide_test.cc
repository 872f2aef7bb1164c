#include "dialogue/decide.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace faqbot::dialogue {
namespace {

// A message of several telling words, all known.
Ranking ranking(std::initializer_list<double> confidences) {
  Ranking made;
  for (const double confidence : confidences)
    made.topics.push_back({"topic/" + std::to_string(made.topics.size()), confidence, 0.6});
  made.belongs = 0.0;
  for (const double confidence : confidences) made.belongs += confidence;
  made.known_share = 1.0;
  made.telling_words = 4;
  return made;
}

TEST_CASE("decide: one topic that is nearly certain is answered") {
  const Decision decision = decide(ranking({0.96, 0.02, 0.01}));
  CHECK(decision.kind == ReplyKind::kAnswer);
  REQUIRE(decision.topics.size() == 1);
  CHECK(decision.topics.front().topic == "topic/0");
}

TEST_CASE("decide: two close topics become a question, not a guess") {
  const Decision decision = decide(ranking({0.47, 0.45, 0.03}));
  CHECK(decision.kind == ReplyKind::kClarify);
  REQUIRE(decision.topics.size() >= 2);
  CHECK(decision.topics[0].topic == "topic/0");
  CHECK(decision.topics[1].topic == "topic/1");
}

TEST_CASE("decide: three close topics become a question of three") {
  const Decision decision = decide(ranking({0.33, 0.32, 0.31, 0.01}));
  CHECK(decision.kind == ReplyKind::kClarify);
  CHECK(decision.topics.size() == 3);
}

TEST_CASE("decide: what is no topic's business is not answered") {
  for (const Ranking& strange : {ranking({}), ranking({0.01}), ranking({0.03, 0.02, 0.01})}) {
    CHECK(decide(strange).kind == ReplyKind::kUnknown);
    CHECK(decide(strange).topics.size() <= 3);
  }
}

TEST_CASE("decide: stop words alone are unknown, however sure the matcher is") {
  for (const auto& confidences : {std::initializer_list<double>{0.97, 0.01}, {0.5, 0.4}, {0.3, 0.3, 0.3}}) {
    Ranking said = ranking(confidences);
    said.telling_words = 0;
    CHECK(decide(said).kind == ReplyKind::kUnknown);
  }
}

TEST_CASE("decide: one common word gets choices, however sure the matcher is") {
  for (const auto& confidences : {std::initializer_list<double>{0.9, 0.06, 0.02}, {0.5, 0.4, 0.05}}) {
    Ranking said = ranking(confidences);
    said.telling_words = 1;
    const Decision decision = decide(said);
    CHECK(decision.kind == ReplyKind::kClarify);
    CHECK(decision.topics.size() >= 2);
  }
}

TEST_CASE("decide: a whole question may have but one telling word") {
  Ranking said = ranking({0.95, 0.02});
  said.telling_words = 1;
  said.words = 2;
  CHECK(decide(said).kind == ReplyKind::kClarify);
  said.words = 4;
  CHECK(decide(said).kind == ReplyKind::kAnswer);
}

TEST_CASE("decide: one word that an author wrote as a question is answered") {
  Ranking said = ranking({0.96, 0.02});
  said.telling_words = 1;
  said.topics.front().likeness = 1.0;
  CHECK(decide(said).kind == ReplyKind::kAnswer);
}

TEST_CASE("decide: a question offers two or three topics, most likely first") {
  for (double best = 0.05; best < 1.0; best += 0.05) {
    for (const double second : {0.9 * best, 0.5 * best, 0.1 * best}) {
      if (best + second > 1.0) continue;
      const Decision decision = decide(ranking({best, second, 0.8 * second, 0.5 * second}));
      CAPTURE(best);
      CAPTURE(second);
      CHECK(std::ranges::is_sorted(decision.topics, std::greater{}, &RankedTopic::confidence));
      if (decision.kind == ReplyKind::kAnswer) CHECK(decision.topics.size() == 1);
      if (decision.kind == ReplyKind::kClarify)
        CHECK((decision.topics.size() == 2 || decision.topics.size() == 3));
      if (decision.kind == ReplyKind::kUnknown) CHECK(decision.topics.size() <= 3);
    }
  }
}

TEST_CASE("decide: a surer matcher never turns an answer back into a question") {
  bool answered = false;
  for (double best = 0.0; best <= 1.0; best += 0.01) {
    const bool answers =
        decide(ranking({best, (1.0 - best) / 2, (1.0 - best) / 4})).kind == ReplyKind::kAnswer;
    CAPTURE(best);
    if (answered) CHECK(answers);
    answered = answered || answers;
  }
  CHECK(answered);
}

TEST_CASE("decide: what may be no topic's business is answered later than what may be another's") {
  Ranking another = ranking({0.65, 0.33});
  CHECK(decide(another).kind == ReplyKind::kAnswer);
  Ranking stranger = ranking({0.65, 0.01});
  stranger.belongs = 0.66;
  CHECK(decide(stranger).kind != ReplyKind::kAnswer);
}

TEST_CASE("decide: the dearer a wrong answer, the later the bot answers") {
  const auto first_answer = [](double wrong_answer) {
    Costs costs;
    costs.wrong_answer = wrong_answer;
    for (double best = 0.0; best < 1.0; best += 0.005)
      if (decide(ranking({best, (1.0 - best) * 0.9}), costs).kind == ReplyKind::kAnswer) return best;
    return 1.0;
  };
  CHECK(first_answer(2.0) < first_answer(6.0));
  CHECK(first_answer(6.0) < first_answer(20.0));
}

}  // namespace
}  // namespace faqbot::dialogue

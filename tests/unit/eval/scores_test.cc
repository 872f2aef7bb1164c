#include "eval/scores.h"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "unit/reference/slow_scores.h"

namespace faqbot::eval {
namespace {

// Expected, predicted, score: four in scope (three right), two out of scope.
const std::vector<Judged> kSmall = {
    {"a", "a", 0.9, 0.9}, {"a", "a", 0.4, 0.4}, {"b", "b", 0.8, 0.8},
    {"b", "a", 0.7, 0.7}, {"", "a", 0.6, 0.6},  {"", "b", 0.1, 0.1},
};

std::vector<Judged> random_messages(unsigned seed) {
  std::minstd_rand random(seed);
  const std::vector<std::string> labels = {"a", "b", "c", "d"};
  std::vector<Judged> messages;
  for (int i = 0; i < 80; ++i) {
    Judged judged;
    judged.predicted = labels[random() % 4];
    if (random() % 4 != 0) judged.expected = random() % 3 == 0 ? labels[random() % 4] : judged.predicted;
    judged.score = static_cast<double>(random() % 21) / 20.0;  // ties are many
    judged.confidence = judged.score;
    messages.push_back(std::move(judged));
  }
  return messages;
}

TEST_CASE("scores: at a threshold, counted by hand") {
  const AtThreshold at = score_at(kSmall, 0.5);
  // Accepted: a right, b right, b wrong, one stranger. Declined: one a, one stranger.
  CHECK(at.in_scope_accuracy == doctest::Approx(2.0 / 4.0));
  CHECK(at.out_of_scope_recall == doctest::Approx(1.0 / 2.0));
  CHECK(at.accuracy == doctest::Approx(3.0 / 6.0));
  // R_K: right * all - sum of true*given = 3*6 - (a 2*3 + b 2*1 + none 2*2) = 6,
  // over sqrt((36 - (9 + 1 + 4)) * (36 - (4 + 4 + 4))) = sqrt(22 * 24).
  CHECK(at.mcc == doctest::Approx(6.0 / std::sqrt(22.0 * 24.0)));
}

TEST_CASE("scores: with two labels the correlation is Matthews' own") {
  // tp 4, fn 1, fp 2, tn 3: (4*3 - 2*1) / sqrt(6 * 5 * 5 * 4)
  std::vector<Judged> messages;
  for (int i = 0; i < 4; ++i) messages.push_back({"yes", "yes", 1.0, 1.0});
  messages.push_back({"yes", "no", 1.0, 1.0});
  for (int i = 0; i < 2; ++i) messages.push_back({"no", "yes", 1.0, 1.0});
  for (int i = 0; i < 3; ++i) messages.push_back({"no", "no", 1.0, 1.0});
  CHECK(score_at(messages, 0.0).mcc == doctest::Approx(10.0 / std::sqrt(600.0)));
}

TEST_CASE("scores: all right is one, one answer to everything is nought") {
  const std::vector<Judged> right = {{"a", "a", 1.0, 1.0}, {"b", "b", 1.0, 1.0}, {"", "a", 0.0, 0.0}};
  CHECK(score_at(right, 0.5).mcc == doctest::Approx(1.0));
  CHECK(score_at(right, 0.5).accuracy == 1.0);
  const std::vector<Judged> same = {{"a", "a", 1.0, 1.0}, {"b", "a", 1.0, 1.0}};
  CHECK(score_at(same, 0.0).mcc == 0.0);
}

TEST_CASE("scores: a message at the threshold is accepted") {
  const std::vector<Judged> one = {{"a", "a", 0.5, 0.5}};
  CHECK(score_at(one, 0.5).in_scope_accuracy == 1.0);
  CHECK(score_at(one, 0.5000001).in_scope_accuracy == 0.0);
}

TEST_CASE("scores: of no messages every figure is nought") {
  const AtThreshold at = score_at({}, 0.5);
  CHECK(at.accuracy == 0.0);
  CHECK(at.in_scope_accuracy == 0.0);
  CHECK(at.out_of_scope_recall == 0.0);
  CHECK(at.mcc == 0.0);
  CHECK(area_under_curve({}) == 0.0);
  CHECK(in_scope_accuracy({}) == 0.0);
  CHECK(reliability({}).empty());
}

TEST_CASE("scores: the correlation agrees with its definition, message by message") {
  for (unsigned seed = 1; seed <= 10; ++seed) {
    const auto messages = random_messages(seed);
    for (const double threshold : {0.0, 0.25, 0.5, 0.9, 1.1}) {
      CAPTURE(seed);
      CAPTURE(threshold);
      CHECK(score_at(messages, threshold).mcc == doctest::Approx(tests::slow_mcc(messages, threshold)));
    }
  }
}

TEST_CASE("scores: the area under the curve, counted by hand") {
  // Of 4 * 2 pairs, 0.9, 0.8 and 0.7 beat both, 0.4 beats one of the two.
  CHECK(area_under_curve(kSmall) == doctest::Approx(7.0 / 8.0));
  const std::vector<Judged> tie = {{"a", "a", 0.5, 0.5}, {"", "a", 0.5, 0.5}};
  CHECK(area_under_curve(tie) == doctest::Approx(0.5));
}

TEST_CASE("scores: the area agrees with comparing every pair") {
  for (unsigned seed = 1; seed <= 10; ++seed) {
    const auto messages = random_messages(seed);
    CHECK(area_under_curve(messages) == doctest::Approx(tests::slow_area_under_curve(messages)));
  }
}

TEST_CASE("scores: without messages of both kinds there is no curve") {
  const std::vector<Judged> inside = {{"a", "a", 0.5, 0.5}};
  const std::vector<Judged> outside = {{"", "a", 0.5, 0.5}};
  CHECK(area_under_curve(inside) == 0.0);
  CHECK(area_under_curve(outside) == 0.0);
}

TEST_CASE("scores: no threshold beats the best one") {
  for (unsigned seed = 1; seed <= 5; ++seed) {
    const auto messages = random_messages(seed);
    const double best = best_threshold(messages).mcc;
    for (double threshold = 0.0; threshold <= 1.05; threshold += 0.05)
      CHECK(tests::slow_mcc(messages, threshold) <= best + 1e-9);
  }
}

TEST_CASE("scores: accuracy in scope leaves out who is out of scope") {
  CHECK(in_scope_accuracy(kSmall) == doctest::Approx(3.0 / 4.0));
}

TEST_CASE("scores: the reliability table has a row for each tenth that occurs") {
  const std::vector<Judged> messages = {
      {"a", "a", 0.0, 0.91}, {"a", "a", 0.0, 0.97}, {"a", "b", 0.0, 1.0}, {"a", "b", 0.0, 0.12}};
  const auto table = reliability(messages);
  REQUIRE(table.size() == 2);
  CHECK(table[0].from == doctest::Approx(0.1));
  CHECK(table[0].messages == 1);
  CHECK(table[0].right == 0.0);
  CHECK(table[1].to == doctest::Approx(1.0));
  CHECK(table[1].messages == 3);
  CHECK(table[1].mean_confidence == doctest::Approx((0.91 + 0.97 + 1.0) / 3));
  CHECK(table[1].right == doctest::Approx(2.0 / 3.0));
}

}  // namespace
}  // namespace faqbot::eval

#include "learn/logit.h"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <vector>

namespace faqbot::learn {
namespace {

constexpr double kFaintRidge = 1e-3;

std::vector<Observation> drawn(const std::vector<double>& weights, std::size_t rows, unsigned seed) {
  std::mt19937 random(seed);
  std::normal_distribution<double> evidence(0.0, 1.5);
  std::uniform_real_distribution<double> chance(0.0, 1.0);
  std::vector<Observation> observations;
  for (std::size_t i = 0; i < rows; ++i) {
    Observation row{{1.0}, false, 1.0};
    while (row.evidence.size() < weights.size()) row.evidence.push_back(evidence(random));
    row.truth = chance(random) < logistic(dot(weights, row.evidence));
    observations.push_back(std::move(row));
  }
  return observations;
}

TEST_CASE("logit: the weights that made the data are found again") {
  const std::vector<double> weights = {-0.5, 1.2, -0.8};
  const auto found = fit_logit(drawn(weights, 6000, 1), kFaintRidge);
  REQUIRE(found.size() == weights.size());
  for (std::size_t i = 0; i < weights.size(); ++i) CHECK(std::abs(found[i] - weights[i]) < 0.15);
}

TEST_CASE("logit: with the constant alone the probability is the share of truths") {
  std::vector<Observation> rows;
  for (int i = 0; i < 40; ++i) rows.push_back({{1.0}, i < 10, 1.0});
  CHECK(logistic(fit_logit(rows, 1e-9).front()) == doctest::Approx(0.25));
}

TEST_CASE("logit: a weight of two counts like two rows") {
  std::vector<Observation> doubled;
  std::vector<Observation> weighted;
  for (const Observation& row : drawn({0.3, 1.0}, 200, 2)) {
    doubled.push_back(row);
    if (row.truth) doubled.push_back(row);
    weighted.push_back(row);
    weighted.back().weight = row.truth ? 2.0 : 1.0;
  }
  const auto a = fit_logit(doubled, 1.0);
  const auto b = fit_logit(weighted, 1.0);
  for (std::size_t i = 0; i < a.size(); ++i) CHECK(a[i] == doctest::Approx(b[i]));
}

TEST_CASE("logit: data that a line parts does not run away") {
  std::vector<Observation> rows;
  for (int i = 0; i < 20; ++i) rows.push_back({{1.0, i < 10 ? -1.0 : 1.0}, i >= 10, 1.0});
  const auto weights = fit_logit(rows, 1.0);
  CHECK(std::isfinite(weights[0]));
  CHECK(weights[1] > 0.0);
  CHECK(weights[1] < 20.0);
}

TEST_CASE("logit: a stronger ridge draws the weights towards nought") {
  const auto rows = drawn({0.0, 2.0}, 500, 3);
  CHECK(std::abs(fit_logit(rows, 100.0)[1]) < std::abs(fit_logit(rows, 1.0)[1]));
}

TEST_CASE("logit: without rows there are no weights") {
  CHECK(fit_logit({}, 1.0).empty());
  CHECK(fit_choice({}, 1.0).empty());
}

TEST_CASE("choice: the weights that made the choices are found again") {
  const std::vector<double> weights = {1.0, -1.5};
  std::mt19937 random(4);
  std::normal_distribution<double> evidence;
  std::vector<Choice> choices;
  for (int i = 0; i < 5000; ++i) {
    Choice choice;
    std::vector<double> odds;
    for (int a = 0; a < 4; ++a) {
      choice.alternatives.push_back({evidence(random), evidence(random)});
      odds.push_back(std::exp(dot(weights, choice.alternatives.back())));
    }
    choice.right = std::discrete_distribution<std::size_t>(odds.begin(), odds.end())(random);
    choices.push_back(std::move(choice));
  }
  const auto found = fit_choice(choices, kFaintRidge);
  REQUIRE(found.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) CHECK(std::abs(found[i] - weights[i]) < 0.15);
}

TEST_CASE("logistic: one half in the middle, and no overflow far out") {
  CHECK(logistic(0.0) == 0.5);
  CHECK(logistic(2.0) + logistic(-2.0) == doctest::Approx(1.0));
  CHECK(logistic(1000.0) == 1.0);
  CHECK(logistic(-1000.0) == 0.0);
}

}  // namespace
}  // namespace faqbot::learn

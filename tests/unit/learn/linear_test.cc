#include "learn/linear.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace faqbot::learn {
namespace {

struct Toy {
  std::vector<SparseVector> examples;
  std::vector<std::uint32_t> labels_of;
  std::size_t labels;
  std::size_t features;
};

// Each label has two features of its own and shares three noisy ones with the others.
Toy separable(std::size_t labels, std::size_t each, unsigned seed) {
  Toy toy{{}, {}, labels, 2 * labels + 3};
  std::minstd_rand random(seed);
  std::uniform_real_distribution<float> noise(-0.3F, 0.3F);
  for (std::size_t i = 0; i < labels * each; ++i) {
    const auto label = static_cast<std::uint32_t>(i % labels);
    SparseVector vector = {{2 * label, 0.7F + noise(random)}, {2 * label + 1, 0.7F + noise(random)}};
    for (std::uint32_t f = 0; f < 3; ++f)
      vector.push_back({static_cast<std::uint32_t>(2 * labels) + f, noise(random)});
    toy.examples.push_back(std::move(vector));
    toy.labels_of.push_back(label);
  }
  return toy;
}

LinearModel fit(const Toy& toy, const LinearOptions& options = {}) {
  return train_linear(views_of(toy.examples), toy.labels_of, toy.labels, toy.features, options);
}

std::vector<float> scored(const LinearModel& model, const SparseVector& vector) {
  std::vector<float> scores(model.labels());
  model.score(vector, scores);
  return scores;
}

std::uint32_t best(const LinearModel& model, const SparseVector& vector) {
  const auto scores = scored(model, vector);
  return static_cast<std::uint32_t>(std::ranges::max_element(scores) - scores.begin());
}

TEST_CASE("linear: separable data is learnt, and told apart when it is new") {
  const Toy train = separable(5, 12, 1);
  const LinearModel model = fit(train);
  for (const Toy& toy : {train, separable(5, 8, 99)})
    for (std::size_t i = 0; i < toy.examples.size(); ++i)
      CHECK(best(model, toy.examples[i]) == toy.labels_of[i]);
}

TEST_CASE("linear: a label's own examples have positive margins, all others negative ones") {
  const Toy toy = separable(4, 10, 2);
  const LinearModel model = fit(toy);
  for (std::size_t i = 0; i < toy.examples.size(); ++i) {
    const auto scores = scored(model, toy.examples[i]);
    for (std::uint32_t label = 0; label < toy.labels; ++label)
      CHECK((scores[label] > 0) == (label == toy.labels_of[i]));
  }
}

TEST_CASE("linear: a stored weight is off by half a step of its feature's scale at most") {
  const std::vector<float> weights = {1.0F, -0.5F, 0.013F, 0.0F, 0.0F, 0.0F, -3.0F, 2.9F, 0.011F};
  const LinearModel model(weights, 3, {0.0F, 0.0F, 0.0F});
  for (std::uint32_t feature = 0; feature < 3; ++feature) {
    float largest = 0;
    for (std::size_t label = 0; label < 3; ++label)
      largest = std::max(largest, std::abs(weights[feature * 3 + label]));
    for (std::size_t label = 0; label < 3; ++label)
      CHECK(std::abs(model.weight(feature, label) - weights[feature * 3 + label]) <=
            0.5001F * largest / 127.0F);
  }
}

TEST_CASE("linear: the score is the sum of the weights, and the bias for nothing said") {
  const std::vector<float> weights = {1.0F, -1.0F, 0.0F,
                                      0.5F, 0.25F, 0.0F};  // rows of three, of which two count
  const LinearModel model(weights, 3, {0.1F, -0.2F});
  CHECK(scored(model, {})[0] == doctest::Approx(0.1F));
  CHECK(scored(model, {})[1] == doctest::Approx(-0.2F));
  const auto scores = scored(model, {{0, 2.0F}, {1, 1.0F}});
  for (std::size_t label = 0; label < 2; ++label)
    CHECK(scores[label] ==
          doctest::Approx(2.0F * model.weight(0, label) + model.weight(1, label) + scored(model, {})[label]));
}

TEST_CASE("linear: the number of threads changes nothing") {
  const Toy toy = separable(40, 9, 4);  // labels in several cache lines
  LinearOptions options;
  options.visits = 2 * toy.examples.size();  // later passes leave out what rests
  options.threads = 1;
  const LinearModel alone = fit(toy, options);
  for (const unsigned threads : {2U, 3U, 64U}) {
    options.threads = threads;
    const LinearModel together = fit(toy, options);
    for (const SparseVector& example : toy.examples)
      CHECK(scored(together, example) == scored(alone, example));
  }
}

TEST_CASE("linear: one label, and no examples at all, are trained without harm") {
  const Toy one = separable(1, 4, 6);
  CHECK(scored(fit(one), one.examples.front()).front() > 0);
  CHECK(scored(train_linear({}, {}, 2, 4, {}), {{1, 1.0F}}) == std::vector<float>{-1.0F, -1.0F});
  CHECK(train_linear({}, {}, 0, 0, {}).labels() == 0);
}

}  // namespace
}  // namespace faqbot::learn

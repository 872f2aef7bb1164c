#include "match/neighbours.h"

#include <doctest/doctest.h>

#include <random>
#include <vector>

#include "unit/reference/slow_neighbours.h"

namespace faqbot::match {
namespace {

constexpr std::uint32_t kWords = 30;  // features below it are compared
constexpr std::uint32_t kFeatures = 45;
constexpr std::uint32_t kLabels = 5;

learn::SparseVector random_vector(std::minstd_rand& random) {
  learn::SparseVector vector;
  for (std::uint32_t feature = 0; feature < kFeatures; ++feature)
    if (random() % 6 == 0) vector.push_back({feature, 0.1F + static_cast<float>(random() % 100) / 100.0F});
  return vector;
}

struct Set {
  std::vector<learn::SparseVector> examples;
  std::vector<std::uint32_t> labels_of;
};

Set random_set(std::minstd_rand& random) {
  Set set;
  for (int i = 0; i < 60; ++i) {
    set.examples.push_back(random_vector(random));
    set.labels_of.push_back(
        static_cast<std::uint32_t>(random() % (kLabels - 1)));  // the last label stays empty
  }
  return set;
}

TEST_CASE("neighbours: agree with comparing every example") {
  std::minstd_rand random(11);
  const Set set = random_set(random);
  const Neighbours neighbours(learn::views_of(set.examples), set.labels_of, kLabels, kWords);
  Neighbours::Probe probe;  // reused, as it is between messages
  for (int trial = 0; trial < 50; ++trial) {
    const learn::SparseVector message = random_vector(random);
    std::vector<char> without(set.examples.size());
    for (char& out : without) out = random() % 3 == 0 ? 1 : 0;
    probe.open(message, kWords);
    for (std::uint32_t label = 0; label < kLabels; ++label) {
      const Closeness all = neighbours.closeness(probe, label);
      const auto slow = tests::slow_closeness(message, set.examples, set.labels_of, label, kWords);
      CHECK(all.nearest == doctest::Approx(slow.nearest));
      CHECK(all.mean_of_few == doctest::Approx(slow.mean_of_few));
      const Closeness some = neighbours.closeness(probe, label, without);
      const auto slow_some =
          tests::slow_closeness(message, set.examples, set.labels_of, label, kWords, without);
      CHECK(some.nearest == doctest::Approx(slow_some.nearest));
      CHECK(some.mean_of_few == doctest::Approx(slow_some.mean_of_few));
    }
  }
}

TEST_CASE("neighbours: the nearest example is named by its number in the set") {
  std::minstd_rand random(12);
  const Set set = random_set(random);
  const Neighbours neighbours(learn::views_of(set.examples), set.labels_of, kLabels, kWords);
  Neighbours::Probe probe;
  for (std::size_t i = 0; i < set.examples.size(); ++i) {
    probe.open(set.examples[i], kWords);
    const Closeness closeness = neighbours.closeness(probe, set.labels_of[i]);
    if (closeness.nearest == 0.0F) continue;  // an example without words
    CHECK(set.labels_of[closeness.example] == set.labels_of[i]);
    CHECK(tests::slow_cosine(set.examples[i], set.examples[closeness.example], kWords) ==
          doctest::Approx(closeness.nearest));
  }
}

TEST_CASE("neighbours: an example is its own nearest, at a cosine of one") {
  const std::vector<learn::SparseVector> examples = {{{0, 1.0F}, {2, 0.5F}}, {{1, 1.0F}}};
  const std::vector<std::uint32_t> labels_of = {0, 1};
  const Neighbours neighbours(learn::views_of(examples), labels_of, 2, kWords);
  Neighbours::Probe probe;
  probe.open(examples[0], kWords);
  CHECK(neighbours.closeness(probe, 0).nearest == doctest::Approx(1.0F));
  CHECK(neighbours.closeness(probe, 1).nearest == 0.0F);
}

TEST_CASE("neighbours: letters alone make nothing alike") {
  const std::vector<learn::SparseVector> examples = {{{kWords, 1.0F}, {kWords + 1, 1.0F}}};
  const std::vector<std::uint32_t> labels_of = {0};
  const Neighbours neighbours(learn::views_of(examples), labels_of, 1, kWords);
  Neighbours::Probe probe;
  probe.open(examples[0], kWords);
  CHECK(neighbours.closeness(probe, 0).nearest == 0.0F);
}

TEST_CASE("neighbours: a topic's language is likelier to say what its examples often hold") {
  const std::vector<learn::SparseVector> examples{
      {{0, 1.0F}, {1, 1.0F}}, {{0, 1.0F}}, {{2, 1.0F}}, {{2, 1.0F}, {1, 1.0F}}};
  const Neighbours neighbours(learn::views_of(examples), std::vector<std::uint32_t>{0, 0, 1, 1}, 2, kWords);
  Neighbours::Probe probe;
  probe.open(learn::SparseVector{{0, 1.0F}}, kWords);
  CHECK(neighbours.closeness(probe, 0).likeness > 0.0F);
  CHECK(neighbours.closeness(probe, 1).likeness < 0.0F);
  probe.open(learn::SparseVector{{1, 1.0F}}, kWords);
  CHECK(neighbours.closeness(probe, 0).likeness == neighbours.closeness(probe, 1).likeness);
}

TEST_CASE("neighbours: examples that are passed over count neither for the language nor for the number") {
  const std::vector<learn::SparseVector> examples{{{0, 1.0F}}, {{0, 1.0F}}, {{1, 1.0F}}, {{1, 1.0F}}};
  const Neighbours neighbours(learn::views_of(examples), std::vector<std::uint32_t>{0, 0, 0, 1}, 2, kWords);
  Neighbours::Probe probe;
  probe.open(learn::SparseVector{{0, 1.0F}}, kWords);
  const Closeness all = neighbours.closeness(probe, 0);
  const Closeness one = neighbours.closeness(probe, 0, std::vector<char>{1, 1, 0, 0});
  CHECK(one.likeness < 0.0F);
  CHECK(all.likeness > 0.0F);
  CHECK(one.prior < all.prior);
}

}  // namespace
}  // namespace faqbot::match

#include "safety/word_odds.h"

#include <doctest/doctest.h>

#include <vector>

namespace faqbot::safety {
namespace {

constexpr std::size_t kLabels = 3;  // two levels, and harmless
constexpr std::size_t kStems = 4;

// Word 0 is usual in level 0, word 1 in level 1, word 2 everywhere; word 3 occurs nowhere.
WordOdds learnt() {
  std::vector<learn::SparseVector> examples;
  std::vector<std::uint32_t> levels_of;
  for (int i = 0; i < 30; ++i) {
    examples.push_back({{0, 1.0F}, {2, 1.0F}});
    levels_of.push_back(0);
    examples.push_back({{1, 1.0F}, {2, 1.0F}});
    levels_of.push_back(1);
    examples.push_back({{2, 1.0F}, {kStems, 1.0F}});
    levels_of.push_back(2);
  }
  return {learn::views_of(examples), levels_of, kLabels, kStems};
}

std::vector<float> margins_of(const learn::SparseVector& message, float weight = 1.0F) {
  std::vector<float> margins(kLabels);
  learnt().add(message, weight, margins);
  return margins;
}

TEST_CASE("word odds: a word speaks for the level whose examples hold it") {
  const auto margins = margins_of({{0, 1.0F}});
  CHECK(margins[0] > 0.5F);
  CHECK(margins[1] < margins[0]);
}

TEST_CASE("word odds: a word that all examples hold says nothing") {
  const auto margins = margins_of({{2, 1.0F}});
  CHECK(margins[0] == doctest::Approx(0.0F));
  CHECK(margins[1] == doctest::Approx(0.0F));
}

TEST_CASE("word odds: what no example holds, and what is no word, says nothing") {
  const auto margins = margins_of({{3, 1.0F}, {kStems, 1.0F}});
  CHECK(margins == std::vector<float>(kLabels));
}

TEST_CASE("word odds: harmless keeps its margin, the levels' grow with the weight") {
  const auto once = margins_of({{0, 1.0F}}, 1.0F);
  const auto twice = margins_of({{0, 1.0F}}, 2.0F);
  CHECK(twice[0] == doctest::Approx(2.0F * once[0]));
  CHECK(twice[2] == 0.0F);
}

}  // namespace
}  // namespace faqbot::safety

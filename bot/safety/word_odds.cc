#include "safety/word_odds.h"

#include <cmath>

namespace faqbot::safety {
namespace {

// As many examples of everybody's language are mixed into each level's own.
constexpr float kSmoothing = 10.0F;

}  // namespace

WordOdds::WordOdds(std::span<const learn::SparseView> examples, std::span<const std::uint32_t> levels_of,
                   std::size_t labels, std::size_t stems)
    : levels_(labels - 1), stems_(stems), odds_(stems * levels_) {
  std::vector<float> held(stems * labels);
  std::vector<float> examples_of(labels);
  for (std::size_t i = 0; i < examples.size(); ++i) {
    ++examples_of[levels_of[i]];
    for (const learn::Entry& entry : examples[i]) {
      if (entry.feature >= stems) break;
      ++held[entry.feature * labels + levels_of[i]];
    }
  }
  const auto all = static_cast<float>(examples.size());
  for (std::size_t stem = 0; stem < stems; ++stem) {
    const std::span<const float> row(&held[stem * labels], labels);
    float anywhere = 0;
    for (const float times : row) anywhere += times;
    if (anywhere == 0) continue;
    const auto share = [&](std::size_t label) {
      return (row[label] + kSmoothing * anywhere / all) / (examples_of[label] + kSmoothing);
    };
    for (std::size_t level = 0; level < levels_; ++level)
      odds_[stem * levels_ + level] = std::log(share(level) / share(levels_));
  }
}

void WordOdds::add(std::span<const learn::Entry> vector, float weight, std::span<float> margins) const {
  for (const learn::Entry& entry : vector) {
    if (entry.feature >= stems_) break;
    for (std::size_t level = 0; level < levels_; ++level)
      margins[level] += weight * entry.value * odds_[entry.feature * levels_ + level];
  }
}

}  // namespace faqbot::safety

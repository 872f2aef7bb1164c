#include "match/neighbours.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace faqbot::match {
namespace {

// The share of a topic's own language in the mix; the rest is everybody's. Between 0.3 and 0.9 it matters
// little.
constexpr float kOwnLanguage = 0.5F;

std::span<const learn::Entry> word_block(std::span<const learn::Entry> vector, std::uint32_t words) {
  const auto end = std::ranges::lower_bound(vector, words, {}, &learn::Entry::feature);
  return {vector.begin(), end};
}

float unit_factor(std::span<const learn::Entry> block) {
  float sum = 0;
  for (const learn::Entry& entry : block) sum += entry.value * entry.value;
  return sum > 0 ? 1.0F / std::sqrt(sum) : 0.0F;
}

}  // namespace

Neighbours::Neighbours(std::span<const learn::SparseVector> examples,
                       std::span<const std::uint32_t> labels_of, std::size_t labels, std::uint32_t words) {
  numbers_.resize(examples.size());
  std::iota(numbers_.begin(), numbers_.end(), 0U);
  std::ranges::stable_sort(numbers_, {}, [&](std::uint32_t i) { return labels_of[i]; });
  label_ranges_.resize(labels);
  starts_.assign(words + std::size_t{1}, 0);
  for (std::uint32_t row = 0; row < numbers_.size(); ++row) {
    Range& range = label_ranges_[labels_of[numbers_[row]]];
    if (range.to == 0) range.from = row;
    range.to = row + 1;
    for (const learn::Entry& entry : word_block(examples[numbers_[row]], words)) ++starts_[entry.feature + 1];
  }
  std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
  postings_.resize(starts_.back());
  std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
  for (std::uint32_t row = 0; row < numbers_.size(); ++row) {
    const auto block = word_block(examples[numbers_[row]], words);
    const float factor = unit_factor(block);
    for (const learn::Entry& entry : block) postings_[next[entry.feature]++] = {row, entry.value * factor};
  }
}

void Neighbours::Probe::open(std::span<const learn::Entry> vector, std::uint32_t words) {
  const auto block = word_block(vector, words);
  const float factor = unit_factor(block);
  words_.assign(block.begin(), block.end());
  for (learn::Entry& entry : words_) entry.value *= factor;
}

float Neighbours::log_odds(std::size_t held_here, std::size_t here, std::size_t held_anywhere) const {
  const auto all = static_cast<float>(numbers_.size());
  const float usual = (static_cast<float>(held_anywhere) + 0.5F) / (all + 1.0F);
  const float own = here == 0 ? 0.0F : static_cast<float>(held_here) / static_cast<float>(here);
  return std::log(1.0F - kOwnLanguage + kOwnLanguage * own / usual);
}

Closeness Neighbours::closeness(Probe& probe, std::size_t label, std::span<const char> without) const {
  const Range range = label_ranges_[label];
  std::vector<float>& cosines = probe.cosines_;
  cosines.assign(range.to - range.from, 0.0F);
  std::size_t examples = range.to - range.from;
  for (std::uint32_t row = range.from; row < range.to && !without.empty(); ++row)
    if (!counts(row, without)) --examples;
  Closeness closeness;
  closeness.prior = std::log(1.0F + static_cast<float>(examples));
  for (const learn::Entry& word : probe.words_) {
    const std::span<const Posting> holders(postings_.begin() + starts_[word.feature],
                                           postings_.begin() + starts_[word.feature + 1]);
    std::size_t held = 0;
    for (auto at = std::ranges::lower_bound(holders, range.from, {}, &Posting::row);
         at != holders.end() && at->row < range.to; ++at) {
      cosines[at->row - range.from] += at->value * word.value;
      if (counts(at->row, without)) ++held;
    }
    closeness.likeness += log_odds(held, examples, holders.size());
  }
  std::array<float, 3> best{};
  for (std::size_t i = 0; i < cosines.size(); ++i) {
    if (cosines[i] <= best[2] || !counts(range.from + static_cast<std::uint32_t>(i), without)) continue;
    if (cosines[i] > best[0]) closeness.example = numbers_[range.from + i];
    best[2] = cosines[i];
    std::ranges::sort(best, std::greater{});
  }
  closeness.nearest = best[0];
  closeness.mean_of_few = (best[0] + best[1] + best[2]) / 3.0F;
  return closeness;
}

}  // namespace faqbot::match

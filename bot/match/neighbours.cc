#include "match/neighbours.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace faqbot::match {
namespace {

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
  for (std::uint32_t row = 0; row < numbers_.size(); ++row) {
    Range& range = label_ranges_[labels_of[numbers_[row]]];
    if (range.to == 0) range.from = row;
    range.to = row + 1;
    const auto block = word_block(examples[numbers_[row]], words);
    const float factor = unit_factor(block);
    rows_.push_back({static_cast<std::uint32_t>(entries_.size()),
                     static_cast<std::uint32_t>(entries_.size() + block.size())});
    for (const learn::Entry& entry : block) entries_.push_back({entry.feature, entry.value * factor});
  }
}

void Neighbours::Probe::open(std::span<const learn::Entry> vector, std::uint32_t words) {
  dense_.resize(words);
  for (const std::uint32_t feature : touched_) dense_[feature] = 0.0F;
  touched_.clear();
  const auto block = word_block(vector, words);
  const float factor = unit_factor(block);
  for (const learn::Entry& entry : block) {
    dense_[entry.feature] = entry.value * factor;
    touched_.push_back(entry.feature);
  }
}

Closeness Neighbours::closeness(const Probe& probe, std::size_t label, std::span<const char> without) const {
  std::array<float, 3> best{};
  Closeness closeness;
  const Range range = label_ranges_[label];
  for (std::uint32_t row = range.from; row < range.to; ++row) {
    if (!without.empty() && without[numbers_[row]] != 0) continue;
    float sum = 0;
    for (std::uint32_t at = rows_[row].from; at < rows_[row].to; ++at)
      sum += entries_[at].value * probe.dense_[entries_[at].feature];
    if (sum <= best[2]) continue;
    if (sum > best[0]) closeness.example = numbers_[row];
    best[2] = sum;
    std::ranges::sort(best, std::greater{});
  }
  closeness.nearest = best[0];
  closeness.mean_of_few = (best[0] + best[1] + best[2]) / 3.0F;
  return closeness;
}

}  // namespace faqbot::match

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

constexpr std::size_t kBlock = 16;

// Of a block: nearly none is near, and all are compared at once.
bool any_above(const float* cosines, float bar) {
  unsigned above = 0;
  for (std::size_t i = 0; i < kBlock; ++i) above |= cosines[i] > bar ? 1U : 0U;
  return above != 0;
}

}  // namespace

Neighbours::Neighbours(std::span<const learn::SparseView> examples, std::span<const std::uint32_t> labels_of,
                       std::size_t labels, std::uint32_t words) {
  numbers_.resize(examples.size());
  std::iota(numbers_.begin(), numbers_.end(), 0U);
  std::ranges::stable_sort(numbers_, {}, [&](std::uint32_t i) { return labels_of[i]; });
  label_ranges_.resize(labels);
  std::vector<std::uint32_t> bounds(
      words + std::size_t{1});  // of each word's postings, from bounds[word] to bounds[word + 1]
  for (std::uint32_t row = 0; row < numbers_.size(); ++row) {
    Range& range = label_ranges_[labels_of[numbers_[row]]];
    if (range.to == 0) range.from = row;
    range.to = row + 1;
    for (const learn::Entry& entry : word_block(examples[numbers_[row]], words)) ++bounds[entry.feature + 1];
  }
  std::partial_sum(bounds.begin(), bounds.end(), bounds.begin());
  postings_.resize(bounds.back());
  std::vector<std::uint32_t> next(bounds.begin(), bounds.end() - 1);
  for (std::uint32_t row = 0; row < numbers_.size(); ++row) {
    const auto block = word_block(examples[numbers_[row]], words);
    const float factor = unit_factor(block);
    for (const learn::Entry& entry : block) postings_[next[entry.feature]++] = {row, entry.value * factor};
  }
  group(bounds, labels_of);
}

void Neighbours::group(std::span<const std::uint32_t> bounds, std::span<const std::uint32_t> labels_of) {
  starts_.reserve(bounds.size());
  for (std::size_t word = 0; word + 1 < bounds.size(); ++word) {
    starts_.push_back(static_cast<std::uint32_t>(groups_.size()));
    for (std::uint32_t at = bounds[word]; at < bounds[word + 1]; ++at) {
      const std::uint32_t label = labels_of[numbers_[postings_[at].row]];
      if (groups_.size() == starts_.back() || groups_.back().label != label) groups_.push_back({label, at});
      postings_[at].row -= label_ranges_[label].from;
    }
  }
  starts_.push_back(static_cast<std::uint32_t>(groups_.size()));
  groups_.push_back({0, static_cast<std::uint32_t>(postings_.size())});
  groups_.shrink_to_fit();
}

std::span<const Neighbours::Posting> Neighbours::holders(std::uint32_t word, std::size_t label) const {
  const std::span<const Group> groups(groups_.begin() + starts_[word], groups_.begin() + starts_[word + 1]);
  if (groups.empty()) return {};
  // The last group of no greater label, without a branch that a processor could guess wrong.
  const Group* at = groups.data();
  for (std::size_t left = groups.size(); left > 1; left -= left / 2)
    at += at[left / 2].label <= label ? left / 2 : 0;
  if (at->label != label) return {};
  return {postings_.begin() + at->from, postings_.begin() + at[1].from};
}

std::size_t Neighbours::examples_with(std::uint32_t word) const {
  return groups_[starts_[word + 1]].from - groups_[starts_[word]].from;
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
    const std::span<const Posting> own = holders(word.feature, label);
    std::size_t held = own.size();
    for (const Posting& holder : own) {
      cosines[holder.row] += holder.value * word.value;
      if (!without.empty() && !counts(range.from + holder.row, without)) --held;
    }
    closeness.likeness += log_odds(held, examples, examples_with(word.feature));
  }
  std::array<float, 3> best{};
  const auto look_at = [&](std::size_t row) {
    if (cosines[row] <= best[2] || !counts(range.from + static_cast<std::uint32_t>(row), without)) return;
    if (cosines[row] > best[0]) closeness.example = numbers_[range.from + row];
    best[2] = cosines[row];
    std::ranges::sort(best, std::greater{});
  };
  std::size_t row = 0;
  for (; row + kBlock <= cosines.size(); row += kBlock)
    if (any_above(&cosines[row], best[2]))
      for (std::size_t i = 0; i < kBlock; ++i) look_at(row + i);
  for (; row < cosines.size(); ++row) look_at(row);
  closeness.nearest = best[0];
  closeness.mean_of_few = (best[0] + best[1] + best[2]) / 3.0F;
  return closeness;
}

}  // namespace faqbot::match

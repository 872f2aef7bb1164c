#include "match/answers.h"

#include <algorithm>
#include <cmath>

namespace faqbot::match {
namespace {

// The usual values: how soon repetition stops to count, and how much a long answer is discounted.
constexpr float kSaturation = 1.2F;
constexpr float kLength = 0.75F;

}  // namespace

Answers::Answers(std::span<const std::vector<std::uint64_t>> stems) {
  struct Held {
    std::uint32_t term;
    Posting posting;
  };
  std::vector<Held> held;
  std::vector<float> labels_with;
  float words = 0;
  for (const auto& answer : stems) words += static_cast<float>(answer.size());
  const float mean = words / std::max(1.0F, static_cast<float>(stems.size()));
  for (std::uint32_t label = 0; label < stems.size(); ++label) {
    std::vector<std::uint64_t> sorted = stems[label];
    std::ranges::sort(sorted);
    const float damping =
        kSaturation * (1.0F - kLength + kLength * static_cast<float>(sorted.size()) / std::max(mean, 1.0F));
    for (std::size_t at = 0; at < sorted.size();) {
      std::size_t end = at;
      while (end < sorted.size() && sorted[end] == sorted[at]) ++end;
      const std::uint32_t term = ids_.find_or_add(sorted[at], static_cast<std::uint32_t>(labels_with.size()));
      if (term == labels_with.size()) labels_with.push_back(0.0F);
      ++labels_with[term];
      const auto times = static_cast<float>(end - at);
      held.push_back({term, {label, times / (times + damping)}});
      at = end;
    }
  }
  const auto n = static_cast<float>(stems.size());
  for (const float with : labels_with) idf_.push_back(std::log(1.0F + (n - with + 0.5F) / (with + 0.5F)));
  unseen_idf_ = std::log(1.0F + (n + 0.5F) / 0.5F);
  std::ranges::stable_sort(held, {}, &Held::term);
  starts_.assign(idf_.size() + 1, 0);
  for (const Held& one : held) {
    ++starts_[one.term + 1];
    postings_.push_back({one.posting.label, one.posting.weight * idf_[one.term]});
  }
  for (std::size_t term = 0; term < idf_.size(); ++term) starts_[term + 1] += starts_[term];
}

Answers::Query Answers::query(std::span<const std::uint64_t> stems) const {
  Query query;
  for (const std::uint64_t stem : stems) {
    const std::uint32_t term = ids_.find(stem);
    query.weight += term == learn::IdTable::kAbsent ? unseen_idf_ : idf_[term];
    if (term != learn::IdTable::kAbsent) query.terms.push_back(term);
  }
  return query;
}

float Answers::score(const Query& query, std::uint32_t label) const {
  float sum = 0;
  for (const std::uint32_t term : query.terms) {
    const std::span<const Posting> holders(postings_.begin() + starts_[term],
                                           postings_.begin() + starts_[term + 1]);
    const auto at = std::ranges::lower_bound(holders, label, {}, &Posting::label);
    if (at != holders.end() && at->label == label) sum += at->weight;
  }
  return query.weight > 0 ? sum / query.weight : 0.0F;
}

}  // namespace faqbot::match

#include "match/evidence.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace faqbot::match {

std::vector<std::uint32_t> best_labels(std::span<const float> margins, std::size_t most, std::size_t always) {
  std::vector<std::uint32_t> labels(margins.size());
  std::iota(labels.begin(), labels.end(), 0U);
  const std::size_t count = std::min(most, labels.size());
  std::ranges::partial_sort(labels, labels.begin() + static_cast<std::ptrdiff_t>(count),
                            [&](std::uint32_t a, std::uint32_t b) {
                              return margins[a] != margins[b] ? margins[a] > margins[b] : a < b;
                            });
  labels.resize(count);
  if (always < margins.size() && std::ranges::find(labels, always) == labels.end())
    labels.push_back(static_cast<std::uint32_t>(always));
  return labels;
}

Closeness part_of(Closeness closeness, const Parts& parts) {
  if (!parts.nearest) closeness.nearest = closeness.mean_of_few = 0.0F;
  if (!parts.language) closeness.likeness = closeness.prior = 0.0F;
  return closeness;
}

std::vector<double> evidence_for(const Candidate& candidate, bool background) {
  const Closeness& closeness = candidate.closeness;
  return {candidate.margin, closeness.nearest, closeness.mean_of_few, closeness.likeness,
          closeness.prior,  candidate.answer,  background ? 1.0 : 0.0};
}

double belonging(const Overall& overall, const Parts& parts) {
  constexpr double kNearest = 0.5;     // of the nearest question's cosine
  constexpr double kKnown = 1.0;       // of the share of known words
  constexpr double kGap = -0.3;        // two topics close together both claim the message
  constexpr double kLength = 0.2;      // of ln(1 + words): one word says little
  constexpr double kBackground = 1.0;  // of how much more like a message that nobody answers
  const Candidate& first = overall.candidates.front();
  const double second = overall.candidates.size() > 1 ? overall.candidates[1].margin : -1.0;
  double sum = first.margin + kNearest * first.closeness.nearest;
  if (parts.known_share) sum += kKnown * overall.known_share;
  if (parts.gap) sum += kGap * (first.margin - second);
  if (parts.length) sum += kLength * std::log(1.0 + static_cast<double>(overall.words));
  if (overall.background != nullptr) {
    const double other = overall.background->margin;
    sum -= kBackground * (std::max(0.0, other - first.margin) + 0.3 * std::max(0.0, other + 1.0));
  }
  return sum;
}

std::vector<double> evidence_of(const Overall& overall, double odds, const Parts& parts) {
  const double sum = belonging(overall, parts);
  if (overall.background == nullptr) return {1.0, sum};
  const Candidate& first = overall.candidates.front();
  const Candidate& other = *overall.background;
  return {1.0,
          sum,
          odds,
          other.margin,
          other.closeness.nearest,
          other.closeness.likeness,
          first.margin,
          first.closeness.nearest,
          first.closeness.likeness,
          parts.known_share ? overall.known_share : 0.0};
}

}  // namespace faqbot::match

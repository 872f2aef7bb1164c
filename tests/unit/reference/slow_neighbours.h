// The nearest examples of a label by comparing with every one, in double precision: slow and obvious.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "learn/sparse.h"

namespace faqbot::tests {

struct SlowCloseness {
  double nearest = 0.0;
  double mean_of_few = 0.0;
};

// Cosine of two vectors over the features below `words`.
inline double slow_cosine(const learn::SparseVector& a, const learn::SparseVector& b, std::uint32_t words) {
  std::map<std::uint32_t, double> dense;
  double a2 = 0;
  double b2 = 0;
  double both = 0;
  for (const learn::Entry& entry : a) {
    if (entry.feature >= words) continue;
    const auto value = static_cast<double>(entry.value);
    dense[entry.feature] = value;
    a2 += value * value;
  }
  for (const learn::Entry& entry : b) {
    if (entry.feature >= words) continue;
    const auto value = static_cast<double>(entry.value);
    b2 += value * value;
    if (const auto at = dense.find(entry.feature); at != dense.end()) both += value * at->second;
  }
  return a2 > 0 && b2 > 0 ? both / std::sqrt(a2 * b2) : 0.0;
}

inline SlowCloseness slow_closeness(const learn::SparseVector& message,
                                    std::span<const learn::SparseVector> examples,
                                    std::span<const std::uint32_t> labels_of, std::uint32_t label,
                                    std::uint32_t words, std::span<const char> without = {}) {
  std::vector<double> cosines;
  for (std::size_t i = 0; i < examples.size(); ++i)
    if (labels_of[i] == label && (without.empty() || without[i] == 0))
      cosines.push_back(slow_cosine(message, examples[i], words));
  std::ranges::sort(cosines, std::greater{});
  cosines.resize(std::max<std::size_t>(cosines.size(), 3));  // missing ones count as nought
  return {cosines[0], (cosines[0] + cosines[1] + cosines[2]) / 3.0};
}

}  // namespace faqbot::tests

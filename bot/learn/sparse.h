// Sparse vectors: what a message looks like to the classifier.
//
// Thread safety: value types.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace faqbot::learn {

struct Entry {
  std::uint32_t feature;
  float value;
};

// Sorted by feature, each feature once.
using SparseVector = std::vector<Entry>;

// The same, kept elsewhere.
using SparseView = std::span<const Entry>;

inline std::vector<SparseView> views_of(std::span<const SparseVector> vectors) {
  return {vectors.begin(), vectors.end()};
}

}  // namespace faqbot::learn

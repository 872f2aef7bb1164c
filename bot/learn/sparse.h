// Sparse vectors: what a message looks like to the classifier.
//
// Thread safety: value types.
#pragma once

#include <cstdint>
#include <vector>

namespace faqbot::learn {

struct Entry {
  std::uint32_t feature;
  float value;
};

// Sorted by feature, each feature once.
using SparseVector = std::vector<Entry>;

}  // namespace faqbot::learn

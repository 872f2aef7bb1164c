// How much likelier each word is in a level's examples than in harmless messages.
//
// The classifier learns what tells levels apart and leaves alone what it can do without; how usual a word is
// in a level speaks where a message has none of the telling ones. The two together are better than either
// (Wang and Manning, "Baselines and bigrams: simple, good sentiment and topic classification", ACL 2012).
// tests/bench/ README.md has what it is worth.
//
// Thread safety: immutable once built.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "learn/sparse.h"

namespace faqbot::safety {

class WordOdds {
 public:
  WordOdds() = default;

  // Of features below `stems`, for labels of which the last is harmless.
  // REQUIRES: levels_of.size() == examples.size(), every level < labels.
  WordOdds(std::span<const learn::SparseView> examples, std::span<const std::uint32_t> levels_of,
           std::size_t labels, std::size_t stems);

  // Adds to each level's margin `weight` times the log odds of the message's words. Cost: O(words * levels).
  void add(std::span<const learn::Entry> vector, float weight, std::span<float> margins) const;

 private:
  std::size_t levels_ = 0;
  std::size_t stems_ = 0;
  std::vector<float> odds_;  // word by word, a number for each level
};

}  // namespace faqbot::safety

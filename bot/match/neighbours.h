// The nearest example questions of a topic.
//
// Compares stems and pairs of stems alone: the n-grams would cost ten times as
// much and the linear classifier has heard them already.
//
// Thread safety: immutable once built; one Probe for one thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "learn/sparse.h"

namespace faqbot::match {

struct Closeness {
  float nearest = 0.0F;      // cosine of the nearest example, 0..1
  float mean_of_few = 0.0F;  // mean cosine of the three nearest
  std::uint32_t example = 0;
};

class Neighbours {
 public:
  Neighbours() = default;

  // `words`: features below it are stems and pairs. Keeps its own copy of the word blocks.
  Neighbours(std::span<const learn::SparseVector> examples, std::span<const std::uint32_t> labels_of,
             std::size_t labels, std::uint32_t words);

  // A message laid open for fast dot products; reused between messages.
  class Probe {
   public:
    void open(std::span<const learn::Entry> vector, std::uint32_t words);

   private:
    friend class Neighbours;
    std::vector<float> dense_;
    std::vector<std::uint32_t> touched_;
  };

  // Cost: O(examples of the label * their words).
  // `without`: examples for which without[example] is true are passed over (empty: none).
  Closeness closeness(const Probe& probe, std::size_t label, std::span<const char> without = {}) const;

 private:
  struct Range {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
  };
  std::vector<Range> label_ranges_;     // of rows_, by label
  std::vector<Range> rows_;             // of entries_, by example
  std::vector<std::uint32_t> numbers_;  // the example that a row was
  std::vector<learn::Entry> entries_;
};

}  // namespace faqbot::match

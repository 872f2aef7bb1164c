// A linear classifier, one topic against the rest.
//
// Method: L2-regularised, squared-hinge support vector machines by dual
// coordinate descent (Hsieh et al., "A dual coordinate descent method for
// large-scale linear SVM", ICML 2008), all topics in one pass: the weights lie
// feature by feature, so that visiting an example reads each of its features'
// rows once for all topics. liblinear solves the same problem topic by topic
// and pays a cache miss per feature and topic instead. A topic's bias starts at
// -1, "not this one": nearly all pairs of example and topic are at rest there.
// Later passes leave out, as liblinear's shrinking does, what has come to rest:
// whole examples, and of the others the topics, by the cache line.
//
// Thread safety: LinearModel is immutable; train_linear() starts its own threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "learn/rows.h"
#include "learn/sparse.h"

namespace faqbot::learn {

struct LinearOptions {
  double cost = 1.0;             // C: too low blurs the topics, too high learns single examples by heart
  double positive_weight = 1.0;  // C of a topic's own examples is this times `cost`
  // Visits to examples in passes over all of them: small sets are passed over often. Passes beyond these
  // visit what still moves. With fewer than eight in all the order of the visits shows in the figures: a
  // handful of examples more or less moved them by two in a hundred.
  std::size_t visits = 100000;
  int most_thorough = 10;  // enough by themselves
  int fewest_passes = 8;
  unsigned threads = 1;  // those who train side by side have no use for more

  // Over a set of so many examples; and how many of them visit all of it.
  int passes(std::size_t examples) const;
  int thorough_passes(std::size_t examples) const;
};

// The rows of one feature: a weight for each label, in 8 bits with a scale of its own.
class LinearModel {
 public:
  LinearModel() = default;
  // `weights`: rows of `stride` numbers, one for each feature, of which the first bias.size() count.
  LinearModel(std::span<const float> weights, std::size_t stride, std::vector<float> bias);

  std::size_t labels() const { return bias_.size(); }

  // Adds up the margin of each label. REQUIRES: scores.size() == labels().
  // Cost: O(non-zero features * labels).
  void score(std::span<const Entry> vector, std::span<float> scores) const;

  // The share of one feature in one label's margin, for explanations.
  float weight(std::uint32_t feature, std::size_t label) const;

 private:
  std::size_t lanes() const { return (labels() + kLanes - 1) / kLanes * kLanes; }

  std::vector<std::int8_t> weights_;  // feature-major, rows of lanes()
  std::vector<float> scales_;         // one per feature
  std::vector<float> bias_;
  AddByteRows add_rows_ = fastest_add_byte_rows();
};

// Deterministic for the same input, whatever the number of threads.
// REQUIRES: labels_of.size() == examples.size(), every label < labels.
LinearModel train_linear(std::span<const SparseView> examples, std::span<const std::uint32_t> labels_of,
                         std::size_t labels, std::size_t features, const LinearOptions& options);

}  // namespace faqbot::learn

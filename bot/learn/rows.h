// The loops in which training and matching spend their time, on as wide registers as the machine has.
//
// Lanes never mix, so that every machine computes the same bits.
//
// Thread safety: pure functions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "learn/sparse.h"

namespace faqbot::learn {

// Rows are padded to so many numbers.
constexpr std::size_t kLanes = 8;

// to[k] += rows[feature * stride + k] * value, for k below `lanes`, of each entry in turn. `to` is no part of
// the rows. REQUIRES: `lanes` and `stride` are multiples of kLanes.
using AddRows = void (*)(float* to, const float* rows, std::size_t stride, std::span<const Entry> vector,
                         std::size_t lanes);

AddRows fastest_add_rows();

// The same with rows in 8 bits, `lanes` apart, each with a scale: the factor is value * scales[feature].
using AddByteRows = void (*)(float* to, const std::int8_t* rows, const float* scales,
                             std::span<const Entry> vector, std::size_t lanes);

AddByteRows fastest_add_byte_rows();

// The other way: rows[feature * stride + k] += steps[k] * value.
using AddToRows = void (*)(float* rows, std::size_t stride, std::span<const Entry> vector, const float* steps,
                           std::size_t lanes);

AddToRows fastest_add_to_rows();

// What a step in the dual of a support vector machine knows of the example.
struct Dual {
  float diagonal;  // what the slack adds to the squared norm
  float inverse;   // of the two together
};

// The step of a label's own example, whose margin is `score`; moves `alpha`.
float dual_step(float score, float& alpha, Dual dual);

// The same for n labels that the example is none of: steps[k] is what each moves by, at most nought.
// The three arrays do not overlap.
using StepDown = void (*)(float* steps, float* alphas, const float* scores, Dual dual, std::size_t n);

StepDown fastest_step_down();

// Steps are looked at in so many: the labels of a cache line.
constexpr std::size_t kLine = 16;

// Of a line's steps: whether any is not nought, and whether any is longer than the ease that was asked for.
struct Moves {
  bool any;
  bool far;
};

// moves[i] is of the steps from i * kLine on. REQUIRES: `lanes` is a multiple of kLanes; the last line may be
// half of one.
using MovesOf = void (*)(Moves* moves, const float* steps, std::size_t lanes, float ease);

MovesOf fastest_moves_of();

}  // namespace faqbot::learn

// The loops in which training and matching spend their time, on as wide registers as the machine has.
//
// Lanes never mix, so that every machine computes the same bits.
//
// Thread safety: pure functions.
#pragma once

#include <cstddef>
#include <cstdint>

namespace faqbot::learn {

// to[k] += row[k] * by, for k below n. `to` and `row` do not overlap.
using AddScaledRow = void (*)(float* to, const float* row, float by, std::size_t n);

AddScaledRow fastest_add_scaled_row();

// The same with a row in 8 bits.
using AddScaledBytes = void (*)(float* to, const std::int8_t* row, float by, std::size_t n);

AddScaledBytes fastest_add_scaled_bytes();

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

}  // namespace faqbot::learn

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

}  // namespace faqbot::learn

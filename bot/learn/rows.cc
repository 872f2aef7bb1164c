#include "learn/rows.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

namespace faqbot::learn {
namespace {

constexpr float kSmallestStep = 1e-6F;  // below, writing costs more than it teaches

// Inlined into the loops below, so that each is compiled for its own registers.
[[gnu::always_inline]] inline float change_of(float gradient, float alpha, float inverse) {
  const float moved = alpha - gradient * inverse;
  const float wanted = (moved > 0.0F ? moved : 0.0F) - alpha;
  return std::abs(wanted) > kSmallestStep ? wanted : 0.0F;
}

[[gnu::always_inline]] inline void step_all_down(float* __restrict steps, float* __restrict alphas,
                                                 const float* __restrict scores, Dual dual, std::size_t n) {
  for (std::size_t k = 0; k < n; ++k) {
    const float alpha = alphas[k];
    const float change = change_of(-scores[k] - 1.0F + dual.diagonal * alpha, alpha, dual.inverse);
    alphas[k] = alpha + change;
    steps[k] = -change;
  }
}

void step_down(float* __restrict steps, float* __restrict alphas, const float* __restrict scores, Dual dual,
               std::size_t n) {
  step_all_down(steps, alphas, scores, dual, n);
}

// Written for registers of 32 bytes; where there are none the compiler takes two of 16.
using Lanes = float __attribute__((vector_size(kLanes * sizeof(float))));

constexpr std::size_t kAhead = 12;         // rows fetched before they are needed
constexpr std::size_t kCacheLine = 64;     // bytes
constexpr std::size_t kMostRegisters = 8;  // half of those that AVX2 has

template <typename Vector, typename Number>
[[gnu::always_inline]] inline void load(Vector& lanes, const Number* from) {
  std::memcpy(&lanes, from, sizeof lanes);
}

template <typename Number>
[[gnu::always_inline]] inline void fetch(const Number* from, std::size_t numbers) {
  for (std::size_t k = 0; k < numbers; k += kCacheLine / sizeof(Number)) __builtin_prefetch(from + k);
}

// The sums of N registers' lanes from `lane` on stay in registers until all rows are added.
template <std::size_t N>
[[gnu::always_inline]] inline void add_some(float* to, const float* rows, std::size_t stride,
                                            std::span<const Entry> vector) {
  std::array<Lanes, N> sums;
  for (std::size_t i = 0; i < N; ++i) load(sums[i], to + i * kLanes);
  for (std::size_t at = 0; at < vector.size(); ++at) {
    if (at + kAhead < vector.size()) fetch(rows + vector[at + kAhead].feature * stride, N * kLanes);
    const float* const row = rows + vector[at].feature * stride;
    for (std::size_t i = 0; i < N; ++i) {
      Lanes lanes;
      load(lanes, row + i * kLanes);
      sums[i] += lanes * vector[at].value;
    }
  }
  for (std::size_t i = 0; i < N; ++i) std::memcpy(to + i * kLanes, &sums[i], sizeof(Lanes));
}

template <std::size_t N = kMostRegisters>
[[gnu::always_inline]] inline void add_all(float* to, const float* rows, std::size_t stride,
                                           std::span<const Entry> vector, std::size_t lanes,
                                           std::size_t lane = 0) {
  for (; lane + N * kLanes <= lanes; lane += N * kLanes) add_some<N>(to + lane, rows + lane, stride, vector);
  if constexpr (N > 1) add_all<N / 2>(to, rows, stride, vector, lanes, lane);
}

// No Lanes here: compilers make single numbers of bytes that are turned into them, but not in a plain loop.
[[gnu::always_inline]] inline void add_all_bytes(float* __restrict to, const std::int8_t* rows,
                                                 const float* scales, std::span<const Entry> vector,
                                                 std::size_t lanes) {
  for (std::size_t at = 0; at < vector.size(); ++at) {
    if (at + kAhead < vector.size()) {
      const std::size_t next = vector[at + kAhead].feature;
      __builtin_prefetch(&scales[next]);
      fetch(rows + next * lanes, lanes);
    }
    const std::size_t feature = vector[at].feature;
    const std::int8_t* const __restrict row = rows + feature * lanes;
    const float factor = vector[at].value * scales[feature];
    for (std::size_t k = 0; k < lanes; ++k) to[k] += static_cast<float>(row[k]) * factor;
  }
}

[[gnu::always_inline]] inline void add_to_all(float* rows, std::size_t stride, std::span<const Entry> vector,
                                              const float* steps, std::size_t lanes) {
  for (const Entry& entry : vector) {
    float* const row = rows + entry.feature * stride;
    for (std::size_t k = 0; k < lanes; k += kLanes) {
      Lanes weights;
      Lanes moves;
      load(weights, row + k);
      load(moves, steps + k);
      weights += moves * entry.value;
      std::memcpy(row + k, &weights, sizeof weights);
    }
  }
}

// Whole numbers of the same size; for numbers that are not negative their order is that of the floats.
using Bits = std::int32_t __attribute__((vector_size(kLanes * sizeof(float))));

[[gnu::always_inline]] inline bool any_bit(const Bits& bits) {
  std::array<std::uint64_t, sizeof bits / sizeof(std::uint64_t)> pairs{};
  std::memcpy(pairs.data(), &bits, sizeof bits);
  return (pairs[0] | pairs[1] | pairs[2] | pairs[3]) != 0;
}

[[gnu::always_inline]] inline void look_at_all(Moves* moves, const float* steps, std::size_t lanes,
                                               float ease) {
  constexpr std::int32_t kWithoutSign = 0x7FFFFFFF;
  const auto at_ease = std::bit_cast<std::int32_t>(ease);
  for (std::size_t from = 0; from < lanes; from += kLine) {
    Bits any{};
    Bits far{};
    for (std::size_t k = from; k < std::min(lanes, from + kLine); k += kLanes) {
      Bits step;
      load(step, steps + k);
      step &= kWithoutSign;
      any |= step;
      far |= step > at_ease;
    }
    *moves++ = {any_bit(any), any_bit(far)};
  }
}

void add_rows(float* to, const float* rows, std::size_t stride, std::span<const Entry> vector,
              std::size_t lanes) {
  add_all(to, rows, stride, vector, lanes);
}

void add_byte_rows(float* to, const std::int8_t* rows, const float* scales, std::span<const Entry> vector,
                   std::size_t lanes) {
  add_all_bytes(to, rows, scales, vector, lanes);
}

void add_to_rows(float* rows, std::size_t stride, std::span<const Entry> vector, const float* steps,
                 std::size_t lanes) {
  add_to_all(rows, stride, vector, steps, lanes);
}

void moves_of(Moves* moves, const float* steps, std::size_t lanes, float ease) {
  look_at_all(moves, steps, lanes, ease);
}

#if defined(__x86_64__)
// Without fused multiply-add, which would round once less than the loops above.
[[gnu::target("avx2")]] void add_rows_avx2(float* to, const float* rows, std::size_t stride,
                                           std::span<const Entry> vector, std::size_t lanes) {
  add_all(to, rows, stride, vector, lanes);
}

[[gnu::target("avx2")]] void add_byte_rows_avx2(float* to, const std::int8_t* rows, const float* scales,
                                                std::span<const Entry> vector, std::size_t lanes) {
  add_all_bytes(to, rows, scales, vector, lanes);
}

[[gnu::target("avx2")]] void add_to_rows_avx2(float* rows, std::size_t stride, std::span<const Entry> vector,
                                              const float* steps, std::size_t lanes) {
  add_to_all(rows, stride, vector, steps, lanes);
}

[[gnu::target("avx2")]] void step_down_avx2(float* __restrict steps, float* __restrict alphas,
                                            const float* __restrict scores, Dual dual, std::size_t n) {
  step_all_down(steps, alphas, scores, dual, n);
}

[[gnu::target("avx2")]] void moves_of_avx2(Moves* moves, const float* steps, std::size_t lanes, float ease) {
  look_at_all(moves, steps, lanes, ease);
}
#endif

}  // namespace

float dual_step(float score, float& alpha, Dual dual) {
  const float change = change_of(score - 1.0F + dual.diagonal * alpha, alpha, dual.inverse);
  alpha += change;
  return change;
}

AddRows fastest_add_rows() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return add_rows_avx2;
#endif
  return add_rows;
}

AddByteRows fastest_add_byte_rows() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return add_byte_rows_avx2;
#endif
  return add_byte_rows;
}

AddToRows fastest_add_to_rows() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return add_to_rows_avx2;
#endif
  return add_to_rows;
}

StepDown fastest_step_down() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return step_down_avx2;
#endif
  return step_down;
}

MovesOf fastest_moves_of() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return moves_of_avx2;
#endif
  return moves_of;
}

}  // namespace faqbot::learn

#include "learn/rows.h"

#include <cmath>

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

void add_scaled_row(float* __restrict to, const float* __restrict row, float by, std::size_t n) {
  for (std::size_t k = 0; k < n; ++k) to[k] += row[k] * by;
}

void add_scaled_bytes(float* __restrict to, const std::int8_t* __restrict row, float by, std::size_t n) {
  for (std::size_t k = 0; k < n; ++k) to[k] += static_cast<float>(row[k]) * by;
}

#if defined(__x86_64__)
// Without fused multiply-add, which would round once less than the loop above.
[[gnu::target("avx2")]] void add_scaled_row_avx2(float* __restrict to, const float* __restrict row, float by,
                                                 std::size_t n) {
  for (std::size_t k = 0; k < n; ++k) to[k] += row[k] * by;
}

[[gnu::target("avx2")]] void add_scaled_bytes_avx2(float* __restrict to, const std::int8_t* __restrict row,
                                                   float by, std::size_t n) {
  for (std::size_t k = 0; k < n; ++k) to[k] += static_cast<float>(row[k]) * by;
}

[[gnu::target("avx2")]] void step_down_avx2(float* __restrict steps, float* __restrict alphas,
                                            const float* __restrict scores, Dual dual, std::size_t n) {
  step_all_down(steps, alphas, scores, dual, n);
}
#endif

}  // namespace

float dual_step(float score, float& alpha, Dual dual) {
  const float change = change_of(score - 1.0F + dual.diagonal * alpha, alpha, dual.inverse);
  alpha += change;
  return change;
}

AddScaledRow fastest_add_scaled_row() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return add_scaled_row_avx2;
#endif
  return add_scaled_row;
}

AddScaledBytes fastest_add_scaled_bytes() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return add_scaled_bytes_avx2;
#endif
  return add_scaled_bytes;
}

StepDown fastest_step_down() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return step_down_avx2;
#endif
  return step_down;
}

}  // namespace faqbot::learn

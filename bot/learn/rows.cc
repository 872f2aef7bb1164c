#include "learn/rows.h"

namespace faqbot::learn {
namespace {

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
#endif

}  // namespace

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

}  // namespace faqbot::learn

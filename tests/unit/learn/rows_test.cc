#include "learn/rows.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <random>
#include <vector>

namespace faqbot::learn {
namespace {

// Not vectorised on purpose: one rounding for the product, one for the sum.
float plain_step(float to, float value, float by) {
  const volatile float product = value * by;
  return to + product;
}

std::vector<float> random_floats(std::size_t n, unsigned seed) {
  std::minstd_rand random(seed);
  std::uniform_real_distribution<float> value(-3.0F, 3.0F);
  std::vector<float> made(n);
  for (float& one : made) one = value(random);
  return made;
}

constexpr std::size_t kRows = 9;
// Widths of a row around those that the loops are cut into.
const std::size_t kWidths[] = {0, 8, 16, 24, 56, 64, 72, 136, 144};
// The first row twice, and the last: more entries than are fetched ahead.
const SparseVector kVector = {{0, 0.37F}, {0, -1.5F}, {3, 0.25F}, {4, 2.0F}, {7, 0.11F}, {8, -0.7F}};

TEST_CASE("rows: the widest loop computes the same bits as the plainest") {
  for (const std::size_t lanes : kWidths) {
    CAPTURE(lanes);
    const std::vector<float> rows = random_floats(kRows * lanes, 1);
    std::vector<float> fast = random_floats(lanes, 2);
    std::vector<float> slow = fast;
    fastest_add_rows()(fast.data(), rows.data(), lanes, kVector, lanes);
    for (const Entry& entry : kVector)
      for (std::size_t k = 0; k < lanes; ++k)
        slow[k] = plain_step(slow[k], rows[entry.feature * lanes + k], entry.value);
    CHECK(fast == slow);
  }
}

TEST_CASE("rows: in eight bits, too") {
  const std::vector<float> scales = random_floats(kRows, 6);
  for (const std::size_t lanes : kWidths) {
    CAPTURE(lanes);
    std::vector<std::int8_t> rows(kRows * lanes);
    for (std::size_t k = 0; k < rows.size(); ++k)
      rows[k] = static_cast<std::int8_t>(static_cast<int>(k * 37 % 255) - 127);
    std::vector<float> fast = random_floats(lanes, 3);
    std::vector<float> slow = fast;
    fastest_add_byte_rows()(fast.data(), rows.data(), scales.data(), kVector, lanes);
    for (const Entry& entry : kVector)
      for (std::size_t k = 0; k < lanes; ++k)
        slow[k] = plain_step(slow[k], static_cast<float>(rows[entry.feature * lanes + k]),
                             entry.value * scales[entry.feature]);
    CHECK(fast == slow);
  }
}

TEST_CASE("rows: what is learnt is added to each row of the vector") {
  for (const std::size_t lanes : kWidths) {
    CAPTURE(lanes);
    const std::vector<float> steps = random_floats(lanes, 7);
    std::vector<float> fast = random_floats(kRows * lanes, 8);
    std::vector<float> slow = fast;
    fastest_add_to_rows()(fast.data(), lanes, kVector, steps.data(), lanes);
    for (const Entry& entry : kVector)
      for (std::size_t k = 0; k < lanes; ++k) {
        float& weight = slow[entry.feature * lanes + k];
        weight = plain_step(weight, steps[k], entry.value);
      }
    CHECK(fast == slow);
  }
}

TEST_CASE("rows: lanes beside those that were asked for are not touched") {
  constexpr std::size_t kStride = 24;
  std::vector<float> rows(kRows * kStride, 1.0F);
  std::vector<float> to(kStride, 0.0F);
  fastest_add_rows()(to.data(), rows.data(), kStride, kVector, kLanes);
  for (std::size_t k = kLanes; k < to.size(); ++k) CHECK(to[k] == 0.0F);
  fastest_add_to_rows()(rows.data(), kStride, kVector, std::vector<float>(kLanes, 1.0F).data(), kLanes);
  for (std::size_t k = 0; k < rows.size(); ++k)
    if (k % kStride >= kLanes) CHECK(rows[k] == 1.0F);
}

// Lengths around the width of a register, since the rest of a row is stepped apart.
const std::size_t kLengths[] = {0, 1, 3, 7, 8, 9, 15, 16, 17, 31, 64, 100};

TEST_CASE("rows: the widest steps down are the single ones, bit by bit") {
  for (const std::size_t n : kLengths) {
    CAPTURE(n);
    const std::vector<float> scores = random_floats(n, 4);
    std::vector<float> alphas = random_floats(n, 5);
    for (float& alpha : alphas) alpha = alpha > 1.0F ? alpha : 0.0F;  // most labels rest
    const Dual dual{0.25F, 0.7F};
    std::vector<float> slow = alphas;
    std::vector<float> slow_steps(n);
    for (std::size_t k = 0; k < n; ++k) slow_steps[k] = -dual_step(-scores[k], slow[k], dual);
    std::vector<float> steps(n, 9.0F);
    fastest_step_down()(steps.data(), alphas.data(), scores.data(), dual, n);
    CHECK(alphas == slow);
    CHECK(steps == slow_steps);
  }
}

TEST_CASE("rows: a step leaves no weight below nought, and none where nothing is to be gained") {
  float at_rest = 0.0F;
  CHECK(dual_step(2.0F, at_rest, {0.5F, 0.5F}) == 0.0F);
  CHECK(at_rest == 0.0F);
  float held = 0.2F;
  CHECK(dual_step(2.0F, held, {0.5F, 0.5F}) == -0.2F);
  CHECK(held == 0.0F);
  float wanted = 0.0F;
  CHECK(dual_step(-1.0F, wanted, {0.5F, 0.5F}) == 1.0F);
  CHECK(wanted == 1.0F);
}

}  // namespace
}  // namespace faqbot::learn

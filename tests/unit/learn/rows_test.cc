#include "learn/rows.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <random>
#include <vector>

namespace faqbot::learn {
namespace {

// Not inlined or vectorised on purpose: one rounding for the product, one for the sum.
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

// Lengths around the width of a register, since the rest of a row is added apart.
const std::size_t kLengths[] = {0, 1, 3, 7, 8, 9, 15, 16, 17, 31, 64, 100};

TEST_CASE("rows: the widest loop computes the same bits as the plainest") {
  for (const std::size_t n : kLengths) {
    CAPTURE(n);
    const std::vector<float> row = random_floats(n, 1);
    std::vector<float> fast = random_floats(n, 2);
    std::vector<float> slow = fast;
    fastest_add_scaled_row()(fast.data(), row.data(), 0.37F, n);
    for (std::size_t k = 0; k < n; ++k) slow[k] = plain_step(slow[k], row[k], 0.37F);
    CHECK(fast == slow);
  }
}

TEST_CASE("rows: in eight bits, too") {
  for (const std::size_t n : kLengths) {
    CAPTURE(n);
    std::vector<std::int8_t> row(n);
    for (std::size_t k = 0; k < n; ++k)
      row[k] = static_cast<std::int8_t>(static_cast<int>(k * 37 % 255) - 127);
    std::vector<float> fast = random_floats(n, 3);
    std::vector<float> slow = fast;
    fastest_add_scaled_bytes()(fast.data(), row.data(), -0.019F, n);
    for (std::size_t k = 0; k < n; ++k) slow[k] = plain_step(slow[k], static_cast<float>(row[k]), -0.019F);
    CHECK(fast == slow);
  }
}

TEST_CASE("rows: nothing behind the row's end is touched") {
  const std::vector<float> row(16, 1.0F);
  std::vector<float> to(16, 0.0F);
  fastest_add_scaled_row()(to.data(), row.data(), 1.0F, 11);
  for (std::size_t k = 0; k < to.size(); ++k) CHECK(to[k] == (k < 11 ? 1.0F : 0.0F));
}

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

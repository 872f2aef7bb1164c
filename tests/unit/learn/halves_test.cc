#include "learn/halves.h"

#include <doctest/doctest.h>

#include <vector>

namespace faqbot::learn {
namespace {

TEST_CASE("halves: every item is worked on exactly once, however many there are") {
  for (const std::size_t items : {0U, 1U, 255U, 256U, 257U, 1000U}) {
    CAPTURE(items);
    std::vector<int> visits(items);
    in_halves(items, [&](std::size_t from, std::size_t to) {
      for (std::size_t i = from; i < to; ++i) ++visits[i];
    });
    CHECK(visits == std::vector<int>(items, 1));
  }
}

}  // namespace
}  // namespace faqbot::learn

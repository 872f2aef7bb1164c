#include "learn/id_table.h"

#include <doctest/doctest.h>

#include <map>
#include <random>

namespace faqbot::learn {
namespace {

TEST_CASE("id table: what was never added is absent") {
  const IdTable table;
  CHECK(table.find(0) == IdTable::kAbsent);
  CHECK(table.find(42) == IdTable::kAbsent);
  CHECK(table.size() == 0);
}

TEST_CASE("id table: the first value stays") {
  IdTable table;
  CHECK(table.find_or_add(42, 7) == 7);
  CHECK(table.find_or_add(42, 8) == 7);
  CHECK(table.find(42) == 7);
  CHECK(table.size() == 1);
}

TEST_CASE("id table: a value may be changed in place") {
  IdTable table;
  ++table.find_or_add(42, 0);
  ++table.find_or_add(42, 0);
  CHECK(table.find(42) == 2);
}

TEST_CASE("id table: the hash 0 is a hash like any other") {
  IdTable table;
  table.find_or_add(0, 5);
  CHECK(table.find(0) == 5);
}

TEST_CASE("id table: hashes that fall on one place are told apart") {
  IdTable table;
  constexpr std::uint64_t kApart = 1ULL << 20U;  // the same low bits, and high ones that cancel nothing
  for (std::uint32_t i = 0; i < 200; ++i) table.find_or_add(i * kApart, i);
  for (std::uint32_t i = 0; i < 200; ++i) CHECK(table.find(i * kApart) == i);
  CHECK(table.find(200 * kApart) == IdTable::kAbsent);
}

TEST_CASE("id table: agrees with a map while it grows") {
  IdTable table;
  std::map<std::uint64_t, std::uint32_t> slow;
  std::mt19937_64 random(3);
  for (std::uint32_t i = 0; i < 20000; ++i) {
    const std::uint64_t hash = random() % 15000 * 0x9E3779B97F4A7C15ULL;
    table.find_or_add(hash, i);
    slow.emplace(hash, i);
  }
  CHECK(table.size() == slow.size());
  std::map<std::uint64_t, std::uint32_t> visited;
  table.for_each([&](std::uint64_t hash, std::uint32_t value) { visited.emplace(hash, value); });
  CHECK(visited == slow);
  for (const auto& [hash, value] : slow) REQUIRE(table.find(hash) == value);
}

}  // namespace
}  // namespace faqbot::learn

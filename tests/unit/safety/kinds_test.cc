#include "safety/kinds.h"

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

namespace faqbot::safety {
namespace {

constexpr std::uint32_t kNumb = 0;
constexpr std::uint32_t kSaddle = 1;
constexpr std::uint32_t kSleep = 2;
constexpr std::uint32_t kNumbSaddle = 3;
constexpr std::uint32_t kNumbSleep = 4;
constexpr std::uint32_t kSaddleSleep = 5;

std::vector<std::uint32_t> found(std::string_view message) {
  static const std::vector<knowledge::WordKind> written = {
      {"numb", {{"numb", 0}, {"gone to sleep", 0}, {"can not feel", 0}}},
      {"saddle", {{"groin", 0}, {"between my legs", 0}}},
      {"sleep", {{"sleep", 0}}}};
  static const Kinds kinds(written);
  return kinds.find(text::normalise(message));
}

using Numbers = std::vector<std::uint32_t>;

TEST_CASE("kinds: a word is of its kind in any form") {
  CHECK(found("my thumb is numb") == Numbers{kNumb});
  CHECK(found("numbed thumbs") == Numbers{kNumb});
}

TEST_CASE("kinds: two kinds in one message are a pair") {
  CHECK(found("numb somewhere near the groin") == Numbers{kNumb, kSaddle, kNumbSaddle});
}

TEST_CASE("kinds: a phrase counts for its kind and its words for theirs") {
  CHECK(found("my foot has gone to sleep") == Numbers{kNumb, kSleep, kNumbSleep});
}

TEST_CASE("kinds: half a phrase is no phrase") {
  CHECK(found("between my classes i have gone to work").empty());
}

TEST_CASE("kinds: contractions are read as they are written out") {
  CHECK(found("i can't feel it") == Numbers{kNumb});
  CHECK(found("cannot feel it") == Numbers{kNumb});
}

TEST_CASE("kinds: every pair has a number of its own below size()") {
  CHECK(found("numb groin sleep") == Numbers{kNumb, kSaddle, kSleep, kNumbSaddle, kNumbSleep, kSaddleSleep});
  const std::vector<knowledge::WordKind> three = {{"a", {}}, {"b", {}}, {"c", {}}};
  CHECK(Kinds(three).size() == 6);
}

TEST_CASE("kinds: without any, nothing is found") {
  CHECK(Kinds({}).size() == 0);
  CHECK(Kinds({}).find(text::normalise("numb groin")).empty());
}

}  // namespace
}  // namespace faqbot::safety

#include "safety/kinds.h"

#include <doctest/doctest.h>

#include <initializer_list>
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

Kinds kinds_of(std::initializer_list<std::initializer_list<std::string_view>> written) {
  std::vector<std::vector<text::Utterance>> phrases;
  for (const auto& kind : written) {
    phrases.emplace_back();
    for (const std::string_view phrase : kind) phrases.back().push_back(text::normalise(phrase));
  }
  return Kinds(phrases);
}

std::vector<std::uint32_t> found(std::string_view message) {
  static const Kinds kinds =
      kinds_of({{"numb", "gone to sleep", "can not feel"}, {"groin", "between my legs"}, {"sleep"}});
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
  CHECK(kinds_of({{"a"}, {"b"}, {"c"}}).size() == 6);
}

TEST_CASE("kinds: without any, nothing is found") {
  CHECK(Kinds({}).size() == 0);
  CHECK(Kinds({}).find(text::normalise("numb groin")).empty());
}

}  // namespace
}  // namespace faqbot::safety

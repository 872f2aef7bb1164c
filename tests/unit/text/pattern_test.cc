#include "text/pattern.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace faqbot::text {
namespace {

using Places = std::vector<std::pair<std::size_t, std::size_t>>;

Pattern pattern(std::string_view expression) {
  auto made = Pattern::make(expression);
  REQUIRE(made);
  return std::move(*made);
}

TEST_CASE("pattern: a mistake is an error that names the piece at fault") {
  const auto made = Pattern::make("numb(ness");
  REQUIRE_FALSE(made);
  CHECK(made.error().message.find("numb(ness") != std::string::npos);
}

TEST_CASE("pattern: what would need backtracking is refused") {
  CHECK_FALSE(Pattern::make("(a)\\1"));
}

TEST_CASE("pattern: matches anywhere in the text") {
  CHECK(pattern("numb(ness)?").matches("some numbness here"));
  CHECK_FALSE(pattern("^numb").matches("some numbness here"));
}

TEST_CASE("pattern: every match is visited once, left to right") {
  Places places;
  pattern("a+").for_each("aa b a", [&](std::size_t from, std::size_t to) { places.emplace_back(from, to); });
  CHECK(places == Places{{0, 2}, {5, 6}});
}

TEST_CASE("pattern: empty matches are passed over, and the visit ends") {
  Places places;
  pattern("x*").for_each("axxb", [&](std::size_t from, std::size_t to) { places.emplace_back(from, to); });
  CHECK(places == Places{{1, 3}});
}

TEST_CASE("pattern: a replacement is taken literally") {
  CHECK(pattern("[0-9]+").replaced("call 0123 or 99", "\\0") == "call \\0 or \\0");
  CHECK(pattern("x").replaced("", "y").empty());
}

TEST_CASE("pattern set: numbers of all that match, ascending") {
  const std::vector<std::string> expressions = {"chest", "leg", "pain", "chest.*pain"};
  const PatternSet set(expressions);
  CHECK(set.matches("pain in my chest") == std::vector<int>{0, 2});
  CHECK(set.matches("chest pain") == std::vector<int>{0, 2, 3});
  CHECK(set.matches("all well").empty());
}

TEST_CASE("pattern set: agrees with its patterns one by one") {
  const std::vector<std::string> expressions = {"\\bno\\b", "numb", "(?:can ?not|cant) (?:feel|move)",
                                                "leg|foot", "a.c"};
  const PatternSet set(expressions);
  for (const std::string_view text :
       {"", "no numb leg", "i cant feel my foot", "abc", "cannot move", "nothing at all"}) {
    std::vector<int> want;
    for (std::size_t i = 0; i < expressions.size(); ++i)
      if (pattern(expressions[i]).matches(text)) want.push_back(static_cast<int>(i));
    CAPTURE(text);
    CHECK(set.matches(text) == want);
  }
}

TEST_CASE("pattern set: of nothing matches nothing") {
  CHECK(PatternSet(std::vector<std::string>{}).matches("text").empty());
}

}  // namespace
}  // namespace faqbot::text

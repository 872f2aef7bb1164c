#include "safety/rules.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/normalise.h"
#include "unit/support/small_safety.h"

namespace faqbot::safety {
namespace {

std::vector<std::string> fired(std::string_view message) {
  static const Rules rules(tests::small_safety());
  std::vector<std::string> names;
  for (const Fired& one : rules.check(text::plain_words(message))) names.push_back(one.rule);
  return names;
}

using Names = std::vector<std::string>;

struct Row {
  std::string_view message;
  Names want;
};

TEST_CASE("rules: all concepts close together, none denied, nothing that excuses") {
  const Row rows[] = {
      {"my chest feels crushed", {"chest pressure"}},
      {"A TIGHTNESS in my CHEST!", {"chest pressure"}},
      {"crushing behind the breastbone", {"chest pressure"}},
      {"my chest", {}},                                         // one concept of two
      {"chest muscles and much later in the day a crush", {}},  // too far apart
      {"my chest is tight after stretching", {}},               // excused
      {"no tightness, chest all fine", {}},                     // denied
      {"the chest is fine, but I have a crush on you", {}},
      {"chests of drawers crushed me", {}},  // whole words alone
      {"numb in the groin", {"saddle numbness"}},
      {"there is no feeling between my legs", {"saddle numbness"}},  // a denial inside the concept
      {"no numbness in the groin", {}},
      {"numb groin and i cannot wee", {"saddle numbness", "three together"}},
      {"no numbness. now it is numb in my groin", {"saddle numbness"}},  // one denied, one not
      {"tight chest and numb groin", {"chest pressure", "saddle numbness"}},
      {"", {}},
      {"does it hurt?", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    CHECK(fired(row.message) == row.want);
  }
}

TEST_CASE("rules: the window counts words from the first to the last finding") {
  CHECK(fired("chest a b c d tight") == Names{"chest pressure"});  // six words
  CHECK(fired("chest a b c d e tight").empty());                   // seven
}

TEST_CASE("rules: a rule names its level") {
  const Rules rules(tests::small_safety());
  const auto found = rules.check(text::plain_words("numb in the groin"));
  REQUIRE(found.size() == 1);
  CHECK(found.front().level == 1);
}

TEST_CASE("rules: without any, nothing fires") {
  CHECK(Rules(knowledge::Safety{}).check(text::plain_words("my chest feels crushed")).empty());
}

}  // namespace
}  // namespace faqbot::safety

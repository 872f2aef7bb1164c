#include "match/suggester.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "unit/support/small_knowledge.h"

namespace faqbot::match {
namespace {

constexpr std::size_t kMost = 5;

const Suggester& suggester() {
  static const Suggester made(
      *tests::small_knowledge()
           .topic("chat/greeting", "Hello there", {"hello", "good parking morning"})
           .topic("safety/urgent", "Urgent parking", {"urgent help"})
           .topic("boundary/diagnosis", "What is my parking diagnosis?", {"diagnose me"})
           .build());
  return made;
}

std::string first(std::string_view typed) {
  const auto ids = suggester().complete(typed, kMost);
  return ids.empty() ? std::string{} : ids.front();
}

struct Row {
  std::string_view typed;
  std::string_view want;
};

TEST_CASE("suggester: the topic that somebody is typing comes first") {
  const Row rows[] = {
      {"park", "clinic/parking"},  // a beginning
      {"parking", "clinic/parking"},
      {"PARKING", "clinic/parking"},
      {"is there park", "clinic/parking"},
      {"how do i canc", "clinic/cancel"},
      {"swed", "mfr/vs-swedish"},
      {"parkng", "clinic/parking"},           // a letter left out
      {"parlin", "clinic/parking"},           // a wrong one
      {"parrkin", "clinic/parking"},          // one too many
      {"swedsih massage", "mfr/vs-swedish"},  // a typo in a finished word
      {"canel my ap", "clinic/cancel"},
      {"does it hu", "mfr/does-it-hurt"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(first(row.typed) == row.want);
  }
}

TEST_CASE("suggester: no more than asked for, and none twice") {
  for (const std::size_t most : {1U, 2U, 3U, 20U}) {
    auto ids = suggester().complete("ho", most);
    CHECK(ids.size() <= most);
    CHECK_FALSE(ids.empty());
    std::ranges::sort(ids);
    CHECK(std::ranges::adjacent_find(ids) == ids.end());
  }
}

TEST_CASE("suggester: a title that begins with what was typed comes first") {
  const Suggester made(*tests::small_knowledge()
                            .topic("clinic/often", "When could pets come?", {"could pets stay"})
                            .topic("clinic/pets", "Could pets come?", {"animals"})
                            .build());
  CHECK(made.complete("could", kMost).front() == "clinic/pets");
}

TEST_CASE("suggester: asking for fewer keeps the best") {
  const auto all = suggester().complete("how", 20);
  const auto two = suggester().complete("how", 2);
  REQUIRE(all.size() > two.size());
  CHECK(std::equal(two.begin(), two.end(), all.begin()));
}

TEST_CASE("suggester: one letter, marks and strangers' words suggest nothing") {
  for (const std::string_view typed : {"", " ", "p", "?", "?!...", "xyzzy", "qqqqqq zzzzzz"}) {
    CAPTURE(typed);
    CHECK(suggester().complete(typed, kMost).empty());
  }
}

TEST_CASE("suggester: small talk, safety and boundaries are never suggested") {
  for (const std::string_view typed : {"hello", "urgent", "diagnos", "parking"})
    for (const std::string& id : suggester().complete(typed, 20)) {
      CAPTURE(id);
      CHECK((id.starts_with("clinic/") || id.starts_with("mfr/")));
    }
}

TEST_CASE("suggester: a space ends the word that is being typed") {
  CHECK(first("park") == "clinic/parking");
  CHECK(suggester().complete("swed ", kMost).empty());
}

}  // namespace
}  // namespace faqbot::match

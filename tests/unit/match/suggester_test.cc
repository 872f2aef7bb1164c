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

TEST_CASE("suggester: what many of a topic's questions say weighs more than what one says in passing") {
  const auto knowledge =
      tests::small_knowledge()
          .topic("clinic/cancel", "Moving an appointment", {"the kids are ill", "move my visit"})
          .topic("mfr/young", "Treating young people", {"my kids", "for kids", "do kids like it"})
          .build();
  CHECK(Suggester(*knowledge).complete("kids", kMost).front() == "mfr/young");
}

TEST_CASE("suggester: a question that begins with what was typed brings its topic up") {
  const auto knowledge = tests::small_knowledge()
                             .topic("mfr/first", "Aches", {"it is warm where i sit"})
                             .topic("mfr/second", "Tenderness", {"is it warm in the room"})
                             .build();
  CHECK(Suggester(*knowledge).complete("is it wa", kMost).front() == "mfr/second");
}

TEST_CASE("suggester: a letter left out is likelier than a wrong one") {
  const auto knowledge = tests::small_knowledge().topic("a/cancer", "After cancer", {"cancer"}).build();
  CHECK(Suggester(*knowledge).complete("cancl", kMost).front() == "clinic/cancel");
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

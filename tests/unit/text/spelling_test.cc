#include "text/spelling.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>

#include "unit/reference/slow_spelling.h"

namespace faqbot::text {
namespace {

using Counts = std::unordered_map<std::string, std::uint32_t>;

const Counts& counts() {
  static const Counts words = {
      {"massage", 20},        {"message", 5},    {"pressure", 9}, {"appointment", 12},
      {"physiotherapist", 8}, {"hurt", 30},      {"hunt", 3},     {"pain", 40},
      {"treatmant", 1},       {"treatment", 25}, {"knee", 6},     {"session", 11}};
  return words;
}

struct Row {
  std::string_view typed;
  std::string_view want;
};

TEST_CASE("spelling: the nearest known word, and nothing where none is near") {
  const Spelling spelling(counts());
  const Row rows[] = {
      {"messge", "message"},    // a letter short
      {"massagee", "massage"},  // one too many
      {"presure", "pressure"},
      {"hrut", "hurt"},               // two neighbours swapped
      {"huxt", "hurt"},               // "hunt" is as near; "hurt" is commoner
      {"apointmant", "appointment"},  // two mistakes in a long word
      {"physioterapst", "physiotherapist"},
      {"paxx", ""},  // two mistakes in a short word
      {"pan", ""},   // too short to have one neighbour alone
      {"banana", ""},
      {"massage", ""},  // known already
      {"sessi0n", ""},  // a number is meant as it stands
      {"", ""},
      {"pneumonoultramicroscopicsilicovolcanoconiosis", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(spelling.repair(row.typed) == row.want);
  }
}

TEST_CASE("spelling: a word that occurs once may be a typo itself, so nothing is repaired to it") {
  const Spelling spelling(counts());
  CHECK(spelling.knows("treatmant"));
  CHECK(spelling.repair("treatmxnt") == "treatment");
}

TEST_CASE("spelling: repairs of a message are counted") {
  const Spelling spelling(counts());
  Utterance utterance = normalise("the presure of a massage apointment");
  spelling.repair(utterance);
  CHECK(utterance.joined() == "the pressure of a massage appointment");
  CHECK(utterance.guessed == 2);
}

TEST_CASE("spelling: texts teach their own words") {
  const std::vector<Utterance> texts = {normalise("does the treatment hurt"),
                                        normalise("how long is the treatment")};
  const Spelling spelling(texts);
  CHECK(spelling.knows("hurt"));
  CHECK(spelling.repair("treatmnt") == "treatment");
  CHECK(spelling.repair("hurtt").empty());  // heard once alone
}

TEST_CASE("spelling: without any words nothing is repaired") {
  const Spelling nothing;
  CHECK_FALSE(nothing.knows("massage"));
  CHECK(nothing.repair("massage").empty());
}

TEST_CASE("spelling: the look-up agrees with comparing every word") {
  const Spelling spelling(counts());
  std::minstd_rand random(7);
  const auto any = [&](std::size_t below) { return static_cast<std::size_t>(random() % below); };
  for (const auto& [word, count] : counts()) {
    for (int trial = 0; trial < 60; ++trial) {
      std::string typed = word;
      for (std::size_t edits = 1 + any(3); edits > 0 && !typed.empty(); --edits) {
        const std::size_t at = any(typed.size());
        const char letter = static_cast<char>('a' + any(26));
        switch (any(4)) {
          case 0:
            typed.erase(at, 1);
            break;
          case 1:
            typed.insert(at, 1, letter);
            break;
          case 2:
            typed[at] = letter;
            break;
          default:
            if (at + 1 < typed.size()) std::swap(typed[at], typed[at + 1]);
        }
      }
      CAPTURE(typed);
      CHECK(spelling.repair(typed) == tests::slow_repair(typed, counts()));
    }
  }
}

struct Distance {
  std::string_view a;
  std::string_view b;
  int want;
};

TEST_CASE("edit distance: insertions, deletions, replacements and swaps of neighbours") {
  const Distance rows[] = {
      {"", "", 0},         {"pain", "pain", 0},     {"pain", "pan", 1}, {"pain", "paint", 1},
      {"pain", "pian", 1}, {"pain", "main", 1},     {"ca", "abc", 3},   {"knee", "need", 2},
      {"", "abc", 3},      {"kitten", "sitting", 3}};
  for (const Distance& row : rows) {
    CAPTURE(row.a);
    CAPTURE(row.b);
    CHECK(edit_distance(row.a, row.b, 3) == row.want);
    CHECK(edit_distance(row.b, row.a, 3) == row.want);
  }
}

TEST_CASE("edit distance: what is farther than asked for is reported as farther") {
  CHECK(edit_distance("pain", "appointment", 2) > 2);
  CHECK(edit_distance(std::string(100, 'a'), std::string(100, 'a') + "b", 2) > 2);
}

}  // namespace
}  // namespace faqbot::text

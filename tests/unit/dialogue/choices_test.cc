#include "dialogue/choices.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace faqbot::dialogue {
namespace {

const std::vector<std::string> kLabels = {"How long does one session take?", "How long does the relief last?",
                                          "How many sessions do I need?"};

TEST_CASE("choices: places, ordinals and the choice's own words pick it") {
  struct Row {
    std::string_view message;
    std::vector<std::size_t> places;
  };
  const Row rows[] = {
      {"2", {1}},
      {"the second one", {1}},
      {"first", {0}},
      {"1st please", {0}},
      {"last", {2}},
      {"the last one", {2}},
      {"number 3", {2}},
      {"option two", {1}},
      {"one", {0}},
      {"both", {0, 1, 2}},
      {"all of them", {0, 1, 2}},
      {"1 and 3", {0, 2}},
      {"the relief", {1}},
      {"how long the relief lasts", {1}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    const Picked picked = pick(row.message, kLabels);
    CHECK(picked.picking == Picking::kSome);
    CHECK(picked.places == row.places);
  }
}

TEST_CASE("choices: turning all of them down") {
  for (const std::string_view message :
       {"neither", "none of these", "no", "None of them.", "something else"}) {
    CAPTURE(message);
    CHECK(pick(message, kLabels).picking == Picking::kNone);
  }
}

TEST_CASE("choices: yes takes a single choice, and to several says nothing yet") {
  const std::vector<std::string> one(kLabels.begin(), kLabels.begin() + 1);
  for (const std::string_view message : {"yes", "ok", "yes please", "sure"}) {
    CAPTURE(message);
    CHECK(pick(message, one).places == std::vector<std::size_t>{0});
    CHECK(pick(message, kLabels).picking == Picking::kUnclear);
  }
}

TEST_CASE("choices: wondering about them takes none and turns none down") {
  for (const std::string_view message : {"hmm", "not sure", "?", "..."}) {
    CAPTURE(message);
    CHECK(pick(message, kLabels).picking == Picking::kUnclear);
  }
}

TEST_CASE("choices: a new question is no pick") {
  for (const std::string_view message :
       {"do you have parking", "what does one session cost", "i had two operations last year", "sessions",
        "4", "thanks", "why does it take a while"}) {
    CAPTURE(message);
    CHECK(pick(message, kLabels).picking == Picking::kNothing);
  }
}

TEST_CASE("choices: what only points, and what says more") {
  for (const std::string_view message : {"both", "the second one please", "2", "neither", "yes"}) {
    CAPTURE(message);
    CHECK(only_points(message, 2));
  }
  for (const std::string_view message : {"both my legs are numb", "the relief", "4", ""}) {
    CAPTURE(message);
    CHECK_FALSE(only_points(message, 2));
  }
}

TEST_CASE("choices: a place beyond the choices is no pick") {
  const std::vector<std::string> two(kLabels.begin(), kLabels.begin() + 2);
  CHECK(pick("the third one", two).picking == Picking::kNothing);
  CHECK(pick("last", two).places == std::vector<std::size_t>{1});
}

}  // namespace
}  // namespace faqbot::dialogue

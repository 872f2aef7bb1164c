#include "desk/readability.h"

#include <doctest/doctest.h>

namespace faqbot::desk {
namespace {

TEST_CASE("readability: plain sentences are not marked") {
  const Readability ease =
      read_ease("Your muscles are wrapped in a thin, strong web. It moves when you move.");
  CHECK(ease.hard.empty());
  CHECK(ease.grade < 6.0);
  CHECK(ease.words == 14);
}

TEST_CASE("readability: a sentence of many words is marked as long, with its words") {
  const Readability ease = read_ease(
      "It helps. We begin with a few questions and then we look at how you move and stand and bend and reach "
      "and we "
      "feel for spots that are tight or sore.");
  REQUIRE(ease.hard.size() == 1);
  CHECK(ease.hard.front().is_long);
  CHECK(ease.hard.front().words == 30);
  CHECK(ease.hard.front().text.starts_with("We begin"));
}

TEST_CASE("readability: a sentence of long words is marked as hard") {
  const Readability ease = read_ease(
      "Multidisciplinary physiotherapeutic interventions facilitate considerable symptomatic improvement.");
  REQUIRE(ease.hard.size() == 1);
  CHECK(ease.hard.front().is_hard);
  CHECK_FALSE(ease.hard.front().is_long);
}

TEST_CASE("readability: list items and headings are sentences of their own") {
  const Readability ease =
      read_ease("Bring with you\n- loose clothes\n- letters from your doctor\n- a list of your tablets");
  CHECK(ease.hard.empty());
  CHECK(ease.words == 14);
}

TEST_CASE("readability: nothing to read has no grade") {
  CHECK(read_ease("").grade == 0.0);
  CHECK(read_ease("… 12 34 …").hard.empty());
}

}  // namespace
}  // namespace faqbot::desk

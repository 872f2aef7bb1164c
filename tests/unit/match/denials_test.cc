#include "match/denials.h"

#include <doctest/doctest.h>

#include <string_view>

namespace faqbot::match {
namespace {

TEST_CASE("denials: the verb that is not wanted is found, by its stem") {
  struct Row {
    std::string_view message;
    std::string_view stem;
  };
  const Row rows[] = {
      {"i don't want to cancel", "cancel"},
      {"I'm not going to cancel, just move it", "cancel"},
      {"i do not really want to reschedule", "reschedul"},
      {"no need to park", "park"},
      {"i want to cancel", ""},
      {"why not cancel", ""},
      {"i do not know how to cancel", ""},
      {"i do not want to", ""},
      {"i do not want to be", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    CHECK(denied_verb(text::normalise(row.message)) == row.stem);
  }
}

TEST_CASE("denials: a topic about the verb is denied, others are not") {
  Denials denials;
  for (const std::string_view question : {"how do i cancel", "cancel my visit", "can i cancel late"})
    denials.learn(0, text::normalise(question));
  for (const std::string_view question :
       {"can i move it", "a later slot", "another day", "earlier please", "cancel and rebook"})
    denials.learn(1, text::normalise(question));
  CHECK(denials.denies(0, "cancel"));
  CHECK_FALSE(denials.denies(1, "cancel"));
  CHECK_FALSE(denials.denies(0, "park"));
  CHECK_FALSE(denials.denies(7, "cancel"));
}

TEST_CASE("denials: a topic that denies the verb itself may still be meant") {
  Denials denials;
  denials.learn(0, text::normalise("i do not want to undress"));
  denials.learn(0, text::normalise("must i undress"));
  CHECK_FALSE(denials.denies(0, "undress"));
}

}  // namespace
}  // namespace faqbot::match

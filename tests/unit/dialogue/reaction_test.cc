#include "dialogue/reaction.h"

#include <doctest/doctest.h>

namespace faqbot::dialogue {
namespace {

TEST_CASE("reaction: agreeing, refusing and wondering, however it is typed") {
  for (const std::string_view message : {"Yes!", "yeah", "ok", "Sure thing", "\xF0\x9F\x91\x8D"}) {
    CAPTURE(message);
    CHECK(reaction(message) == Reaction::kYes);
  }
  for (const std::string_view message : {"no", "Nope.", "no thanks"}) {
    CAPTURE(message);
    CHECK(reaction(message) == Reaction::kNo);
  }
  for (const std::string_view message : {"hmm", "dunno", "I'm not sure", "??", "..."}) {
    CAPTURE(message);
    CHECK(reaction(message) == Reaction::kThinking);
  }
}

TEST_CASE("reaction: what says something of its own is none") {
  for (const std::string_view message :
       {"yes it hurts when i sit", "no parking?", "ok and the price", "neck"}) {
    CAPTURE(message);
    CHECK(reaction(message) == Reaction::kNone);
  }
}

}  // namespace
}  // namespace faqbot::dialogue

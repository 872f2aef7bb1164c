#include "dialogue/repair.h"

#include <doctest/doctest.h>

namespace faqbot::dialogue {
namespace {

TEST_CASE("repair: a bare refusal objects and names nothing instead") {
  for (const std::string_view message :
       {"no", "That's not what I asked!", "wrong answer", "no, that isn't it", "not that one"}) {
    CAPTURE(message);
    const Objection made = objection(message);
    CHECK(made.made);
    CHECK(made.meant.empty());
  }
}

TEST_CASE("repair: what was meant instead is left as typed") {
  struct Row {
    std::string_view message;
    std::string_view meant;
  };
  const Row rows[] = {{"I meant the neck", " the neck"},
                      {"no, I meant my Knee", " my Knee"},
                      {"Sorry, I meant the price", " the price"},
                      {"not that, the opening hours", ", the opening hours"}};
  for (const Row& row : rows) {
    CAPTURE(row.message);
    CHECK(objection(row.message).meant == row.meant);
  }
}

TEST_CASE("repair: content people and new questions do not object") {
  for (const std::string_view message :
       {"no thanks", "no problem", "no, that's all", "ok", "do you have parking", "nobody told me"}) {
    CAPTURE(message);
    CHECK_FALSE(objection(message).made);
  }
}

TEST_CASE("repair: the wish for more") {
  CHECK(wants_more("Tell me more!"));
  CHECK(wants_more("more details please"));
  CHECK_FALSE(wants_more("tell me more about parking"));
  CHECK_FALSE(wants_more("is there more parking"));
}

}  // namespace
}  // namespace faqbot::dialogue

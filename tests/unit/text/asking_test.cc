#include "text/asking.h"

#include <doctest/doctest.h>

namespace faqbot::text {
namespace {

TEST_CASE("asking: with or without a question mark, direct or in a polite phrase") {
  for (const std::string_view piece :
       {"whereabouts?", "do you do kids", "will bupa pay", "i'd like to know what it costs",
        "any chance of a discount", "so i'm hoping you lot are quicker", "i take it you have a lift",
        "do let me know whether dogs may come"}) {
    CAPTURE(piece);
    CHECK(asks(piece));
  }
  for (const std::string_view piece : {"my knee hurts", "i like swimming", "it is so"}) {
    CAPTURE(piece);
    CHECK_FALSE(asks(piece));
  }
}

TEST_CASE("asking: whoever lets somebody know of something tells") {
  CHECK(asks("if you could let me know"));
  CHECK_FALSE(asks("my knees let me know about it"));
}

TEST_CASE("asking: a wish says what is wanted without asking") {
  for (const std::string_view piece :
       {"I need to move it to Friday", "we can only come in the evening", "I'd really prefer a woman",
        "Kindly send me a form", "I would also like a receipt"}) {
    CAPTURE(piece);
    CHECK(wishes(piece));
  }
  for (const std::string_view piece : {"my back is sore", "she would not go", "I like swimming"}) {
    CAPTURE(piece);
    CHECK_FALSE(wishes(piece));
  }
}

TEST_CASE("asking: after a question a pronoun leaves off asking, a request does not") {
  CHECK(begins_telling("i finish at eight"));
  CHECK(begins_telling("as I do not hold with cards"));
  CHECK_FALSE(begins_telling("i was wondering if you could help"));
  CHECK_FALSE(begins_telling("please"));
}

TEST_CASE("asking: what goes on telling of the thing before is no question") {
  CHECK(is_relative("which seems a lot"));
  CHECK(is_relative("who has no computer"));
  CHECK_FALSE(is_relative("who would treat me?"));
}

}  // namespace
}  // namespace faqbot::text

#include "text/letter.h"

#include <doctest/doctest.h>

namespace faqbot::text {
namespace {

TEST_CASE("letter: what stands behind the last taking leave is the signature") {
  CHECK(without_signature("Do you have a lift?\n\nKind regards,\nRosa Blum\nHead of Sales\n01632 960001") ==
        "Do you have a lift?\n");
}

TEST_CASE("letter: a postscript and a question behind the signature stay") {
  CHECK(without_signature("Is there parking?\nThanks\nRosa\nP.S. my hip is bad") ==
        "Is there parking?\nP.S. my hip is bad");
  CHECK(without_signature("Is there parking?\nThanks\nRosa\nAnd do you take cards?") ==
        "Is there parking?\nAnd do you take cards?");
}

TEST_CASE("letter: names and numbers at the end sign it where nobody takes leave") {
  CHECK(without_signature("can i come on monday\n\nRosa Blum\n01632 960001\nrosa@example.org") ==
        "can i come on monday");
}

TEST_CASE("letter: one that nobody signed is whole") {
  const std::string_view rows[] = {"", "Neck pain", "do you treat jaws?\nand what does it cost",
                                   "Thanks for that."};
  for (const std::string_view letter : rows) {
    CAPTURE(letter);
    CHECK(without_signature(letter) == letter);
  }
}

TEST_CASE("letter: taking leave in capitals, with a comma or drawn out") {
  for (const std::string_view line : {"Kind Regards,", "CHEERS!", "Thank you so much!", "All the best"}) {
    CAPTURE(line);
    CHECK(is_closing(line));
  }
  CHECK(is_closing("ta, jo"));
  CHECK_FALSE(is_closing("thanks, but i can't make it"));
  CHECK_FALSE(is_closing("thanks to you my neck is better"));
}

TEST_CASE("letter: a sentence that the mail program broke is whole again, a new line of its own is not") {
  CHECK(
      body_of(
          "I have had a sore neck since the summer holidays and would\nlike to know what a visit costs.\nIs "
          "there parking?") ==
      "I have had a sore neck since the summer holidays and would like to know what a "
      "visit costs.\nIs there parking?");
}

TEST_CASE("letter: what was quoted from an earlier letter is not said again") {
  CHECK(
      body_of("Is Friday possible?\nOn Tuesday Ann wrote:\n> Would you like to come?\n> It costs nothing.") ==
      "Is Friday possible?");
}

}  // namespace
}  // namespace faqbot::text

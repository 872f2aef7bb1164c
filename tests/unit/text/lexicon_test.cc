#include "text/lexicon.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace faqbot::text {
namespace {

Lexicon lexicon() {
  Lexicon words;
  words.add("physio", "physiotherapist");
  words.add("MFR", "myofascial release");
  words.add("deep tissue", "deep tissue massage");
  words.add("deep", "profound");
  words.add("rub-down", "massage");
  words.add("can't move", "stuck");
  return words;
}

std::string meant(std::string_view message) {
  return lexicon().apply(normalise(message)).joined();
}

struct Row {
  std::string_view message;
  std::string_view want;
};

TEST_CASE("lexicon: other words for the same thing become one") {
  const Row rows[] = {
      {"see a physio", "see a physiotherapist"},
      {"what is mfr?", "what is myofascial release"},
      {"mfr or deep tissue", "myofascial release or deep tissue massage"},  // the longest phrase wins
      {"deep end", "profound end"},
      {"a rub down", "a massage"},
      {"physios", "physios"},       // whole words alone
      {"I CAN'T MOVE", "i stuck"},  // variants are normalised, too
      {"physio physio", "physiotherapist physiotherapist"},
      {"", ""},
      {"nothing of ours", "nothing of ours"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    CHECK(meant(row.message) == row.want);
  }
}

TEST_CASE("lexicon: a meaning is not read again as a variant") {
  Lexicon words;
  words.add("a1", "b1");
  words.add("b1", "c1");
  CHECK(words.apply(normalise("a1 b1")).joined() == "b1 c1");
}

TEST_CASE("lexicon: a phrase does not reach over a sentence's end") {
  CHECK(meant("it is deep. tissue please") == "it is profound tissue please");
}

TEST_CASE("lexicon: the sentence ends behind the last word of a meaning") {
  const Utterance utterance = lexicon().apply(normalise("try mfr. now"));
  CHECK(utterance.joined() == "try myofascial release now");
  CHECK(utterance.ends_sentence == std::vector<bool>{false, false, true, false});
}

TEST_CASE("lexicon: guesses made before are still known") {
  Utterance typed = normalise("mfr");
  typed.guessed = 1;
  CHECK(lexicon().apply(typed).guessed == 1);
}

TEST_CASE("lexicon: an empty variant changes nothing") {
  Lexicon words;
  words.add("?!", "massage");
  CHECK(words.apply(normalise("what ?!")).joined() == "what");
}

}  // namespace
}  // namespace faqbot::text

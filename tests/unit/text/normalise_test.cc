#include "text/normalise.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string_view>

namespace faqbot::text {
namespace {

struct Row {
  std::string_view typed;
  std::string_view want;
};

TEST_CASE("normalise: what people type") {
  const Row rows[] = {
      {"What\xE2\x80\x99s   the DIFFERENCE btwn MFR & deep-tissue??",
       "what is the difference between mfr and deep tissue"},
      {"whats the diff btwn mfr n deep tissue", "what is the difference between mfr and deep tissue"},
      {"Does it hurt?", "does it hurt"},
      {"  does\tit \r\n hurt  ", "does it hurt"},
      {"", ""},
      {"?!...", ""},
      {"   ", ""},
      {"DOES IT HURT", "does it hurt"},
      {"it huuuuurts", "it huurts"},  // two at most
      {"1000 steps", "1000 steps"},   // digits are not stretched letters
      {"at 3.30 or 3:30", "at 3 30 or 3 30"},
      {"head/neck", "head neck"},
      {"(really)", "really"},
      {"r u open 2day", "are you open 2day"},
      {"\xE2\x80\x9Cknots\xE2\x80\x9D \xE2\x80\x94 what\xE2\x80\xA6", "knots what"},  // typographic marks
      {"thanks \xF0\x9F\x98\x80", "thanks"},                                          // emoji
      {"\xC2\xBF"
       "duele?",
       "duele"},
      {"na\xC3\xAFve caf\xC3\xA9", "naive cafe"},
      {"no\xC2\xA0"
       "break",
       "no break"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(normalise(row.typed).joined() == row.want);
  }
}

TEST_CASE("normalise: every apostrophe that a keyboard makes, and none at all") {
  const std::string_view typed[] = {"I can't",
                                    "I can\xE2\x80\x99t",
                                    "I can\xE2\x80\x98t",
                                    "I can`t",
                                    "I can\xC2\xB4t",
                                    "I can\xCA\xBCt",
                                    "I cant",
                                    "i CAN'T"};
  for (const std::string_view message : typed) {
    CAPTURE(message);
    CHECK(normalise(message).joined() == "i can not");
  }
}

TEST_CASE("normalise: a sentence's end is marked at its last word") {
  using Ends = std::vector<bool>;
  CHECK(normalise("it hurts. does it pass?").ends_sentence == Ends{false, true, false, false, true});
  CHECK(normalise("it hurts\nhelp").ends_sentence == Ends{false, true, false});
  CHECK(normalise("at 3.30 today").ends_sentence == Ends{false, false, false, false});
}

TEST_CASE("normalise: a short form that ends a sentence ends it at its last word") {
  const Utterance utterance = normalise("i cant. help");
  CHECK(utterance.joined() == "i can not help");
  CHECK(utterance.ends_sentence == std::vector<bool>{false, false, true, false});
}

TEST_CASE("normalise: each word has its own mark, whatever the bytes") {
  for (const std::string_view typed : {"dunno", "a & b", "...", "x. . .y", "\xFF\xFE", "gonna & wanna!"}) {
    CAPTURE(typed);
    const Utterance utterance = normalise(typed);
    CHECK(utterance.words.size() == utterance.ends_sentence.size());
    CHECK(std::ranges::none_of(utterance.words, &std::string::empty));
  }
}

TEST_CASE("normalise: nothing is guessed yet") {
  CHECK(normalise("messge").guessed == 0);
}

TEST_CASE("normalise: normal words stay as they are") {
  for (const std::string_view typed :
       {"What's the diff?", "u ok hun", "I've had it for yrs", "lemme know plz"}) {
    CAPTURE(typed);
    const std::string once = normalise(typed).joined();
    CHECK(normalise(once).joined() == once);
  }
}

TEST_CASE("plain_words: what a rule's author sees") {
  const Row rows[] = {
      {"", " "},
      {"I can't feel my legs!", " i cant feel my legs . "},
      {"Numb. No pain, though", " numb . no pain though "},
      {"u ok", " u ok "},  // nothing is expanded
      {"\xE2\x80\x99Tis   CAF\xC3\x89", " tis cafe "},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(plain_words(row.typed) == row.want);
  }
}

TEST_CASE("plain_words: repeated marks end a sentence once") {
  CHECK(plain_words("help!!! now??") == " help . now . ");
}

}  // namespace
}  // namespace faqbot::text

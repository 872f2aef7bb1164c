// A message as typed -> words that mean the same however they were typed.
//
//   "What’s   the DIFFERENCE btwn MFR & deep-tissue??"
//   -> what is the difference between mfr and deep tissue
//
// The chain: fold (utf8.h), phone apostrophes, words, stretched letters
// ("sooo"), contractions and text-speak ("dont", "u"). Spelling is not repaired
// here: that needs the knowledge's vocabulary (spelling.h).
//
// Thread safety: pure functions. Cost: O(bytes), a few microseconds a message.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace faqbot::text {

struct Utterance {
  std::vector<std::string> words;
  // For each word, whether a sentence ends behind it.
  std::vector<bool> ends_sentence;
  // How many of the words a spelling repair put in place of unknown ones.
  std::size_t guessed = 0;

  bool empty() const { return words.empty(); }
  // The words with single spaces between them.
  std::string joined() const;
};

Utterance normalise(std::string_view message);

// Lower case, no accents, apostrophes dropped ("can't" -> "cant"), other
// punctuation a space, a sentence's end the word ".", single spaces, one space
// at each end. The form that hand-written safety rules are matched on: nothing
// is expanded, so a rule's author sees what was typed.
std::string plain_words(std::string_view message);

}  // namespace faqbot::text

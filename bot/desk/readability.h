// Sentences that a lay reader may stumble over, marked while an answer is written.
//
// Flesch-Kincaid grade level (Kincaid et al. 1975, Naval Technical Training Command, Report 8-75) with
// syllables counted from vowel groups: near enough to point at a sentence, not to grade a text.
//
// Thread safety: pure functions. Cost: O(bytes).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace faqbot::desk {

struct HardSentence {
  std::string text;
  std::size_t words = 0;
  double grade = 0.0;  // school years; about 7 is a 12-year-old's
  bool is_long = false;
  bool is_hard = false;
};

struct Readability {
  double grade = 0.0;  // of the whole text
  std::size_t words = 0;
  std::vector<HardSentence> hard;  // in the order of the text
};

// `text`: plain, as knowledge::plain_text() gives it.
Readability read_ease(std::string_view text);

}  // namespace faqbot::desk

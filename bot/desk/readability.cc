#include "desk/readability.h"

#include <algorithm>
#include <cctype>

namespace faqbot::desk {
namespace {

constexpr std::size_t kManyWords = 25;  // plain-language guides ask for 15 to 20 on average
constexpr double kHighGrade = 10.0;     // a sentence may be above the text's aim of 7, but not by this much
constexpr std::size_t kFewWords = 6;    // the formula says nothing of shorter ones

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0 || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool is_vowel(char c) {
  return std::string_view("aeiouyAEIOUY").find(c) != std::string_view::npos;
}

std::size_t syllables(std::string_view word) {
  std::size_t count = 0;
  bool in_vowels = false;
  for (const char c : word) {
    if (is_vowel(c) && !in_vowels) ++count;
    in_vowels = is_vowel(c);
  }
  const bool silent_e = word.size() > 2 && word.ends_with('e') && !word.ends_with("le");
  if (silent_e && count > 1) --count;
  return std::max<std::size_t>(count, 1);
}

struct Counts {
  std::size_t words = 0;
  std::size_t syllables = 0;
};

Counts counts_of(std::string_view sentence) {
  Counts counts;
  for (std::size_t at = 0; at < sentence.size();) {
    while (at < sentence.size() && !is_letter(sentence[at])) ++at;
    std::size_t end = at;
    while (end < sentence.size() && (is_letter(sentence[end]) || sentence[end] == '\'')) ++end;
    if (end == at) break;
    ++counts.words;
    counts.syllables += syllables(sentence.substr(at, end - at));
    at = end;
  }
  return counts;
}

double grade_of(Counts counts, std::size_t sentences) {
  if (counts.words == 0) return 0.0;
  const auto words = static_cast<double>(counts.words);
  return 0.39 * words / static_cast<double>(sentences) +
         11.8 * static_cast<double>(counts.syllables) / words - 15.59;
}

// A line break ends a sentence too: list items and headings have no full stop.
bool ends_sentence(std::string_view text, std::size_t at) {
  if (text[at] == '\n') return true;
  if (text[at] != '.' && text[at] != '!' && text[at] != '?') return false;
  return at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n';
}

std::vector<std::string_view> sentences_of(std::string_view text) {
  std::vector<std::string_view> sentences;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!ends_sentence(text, at) && at + 1 != text.size()) continue;
    std::string_view sentence = text.substr(begin, at + 1 - begin);
    begin = at + 1;
    while (!sentence.empty() && std::isspace(static_cast<unsigned char>(sentence.front())) != 0)
      sentence.remove_prefix(1);
    while (!sentence.empty() && std::isspace(static_cast<unsigned char>(sentence.back())) != 0)
      sentence.remove_suffix(1);
    if (!sentence.empty()) sentences.push_back(sentence);
  }
  return sentences;
}

}  // namespace

Readability read_ease(std::string_view text) {
  Readability result;
  Counts all;
  std::size_t counted = 0;
  for (const std::string_view sentence : sentences_of(text)) {
    const Counts counts = counts_of(sentence);
    if (counts.words == 0) continue;
    ++counted;
    all.words += counts.words;
    all.syllables += counts.syllables;
    const double grade = grade_of(counts, 1);
    const bool is_long = counts.words > kManyWords;
    const bool is_hard = counts.words >= kFewWords && grade > kHighGrade;
    if (is_long || is_hard)
      result.hard.push_back({std::string(sentence), counts.words, grade, is_long, is_hard});
  }
  result.words = all.words;
  result.grade = counted == 0 ? 0.0 : grade_of(all, counted);
  return result;
}

}  // namespace faqbot::desk

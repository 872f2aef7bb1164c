#include "text/letter.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include "text/asking.h"
#include "text/normalise.h"
#include "text/stop_words.h"

namespace faqbot::text {
namespace {

// Sorted.
constexpr auto kClosings = std::to_array<std::string_view>({"all the best",
                                                            "best",
                                                            "best regards",
                                                            "best wishes",
                                                            "bests",
                                                            "bye for now",
                                                            "cheers",
                                                            "cheers in advance",
                                                            "hope to hear from you soon",
                                                            "i look forward to hearing from you",
                                                            "in anticipation",
                                                            "kind regards",
                                                            "kindest regards",
                                                            "look forward to hearing from you",
                                                            "looking forward to hearing from you",
                                                            "love",
                                                            "many thanks",
                                                            "many thanks and kind regards",
                                                            "many thanks in advance",
                                                            "regards",
                                                            "sincerely",
                                                            "speak soon",
                                                            "ta",
                                                            "take care",
                                                            "thank you",
                                                            "thank you for your help",
                                                            "thank you for your time",
                                                            "thank you in advance",
                                                            "thank you kindly",
                                                            "thank you so much",
                                                            "thank you very much",
                                                            "thanking you",
                                                            "thanks",
                                                            "thanks a lot",
                                                            "thanks again",
                                                            "thanks for reading",
                                                            "thanks for your help",
                                                            "thanks for your time",
                                                            "thanks in advance",
                                                            "thanks so much",
                                                            "thankyou",
                                                            "thx",
                                                            "very best wishes",
                                                            "warm regards",
                                                            "warm wishes",
                                                            "warmest regards",
                                                            "warmly",
                                                            "with best wishes",
                                                            "with kind regards",
                                                            "with many thanks",
                                                            "with thanks",
                                                            "yours",
                                                            "yours faithfully",
                                                            "yours gratefully",
                                                            "yours sincerely",
                                                            "yours truly"});
static_assert(std::ranges::is_sorted(kClosings));

constexpr std::size_t kMostSignatureLines = 8;
constexpr std::size_t kMostSignatureWords = 8;
constexpr std::size_t kMostNames = 3;

std::string_view trimmed(std::string_view line) {
  const auto from = line.find_first_not_of(" \t\r");
  if (from == std::string_view::npos) return {};
  return line.substr(from, line.find_last_not_of(" \t\r") + 1 - from);
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.push_back(trimmed(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// "Head of People, Larkspur", "07700 900417": says nothing that could be answered.
bool may_sign(std::string_view line) {
  if (line.empty()) return true;
  const Utterance utterance = normalise(line);
  const bool is_postscript =
      utterance.words.size() > 1 &&
      (utterance.words.front() == "ps" || (utterance.words[0] == "p" && utterance.words[1] == "s"));
  return utterance.words.size() <= kMostSignatureWords && !is_postscript && !asks(line);
}

// Capitals, digits and signs alone: "Priya N.", "07700 900417", "priya@example.org"
bool is_name_or_number(std::string_view line) {
  if (line.find('@') != std::string_view::npos && line.find(' ') == std::string_view::npos) return true;
  if (normalise(line).words.size() > kMostNames || line.find_first_of("?!") != std::string_view::npos)
    return false;
  bool begins = true;
  for (const char c : line) {
    if (begins && std::islower(static_cast<unsigned char>(c)) != 0) return false;
    begins = c == ' ';
  }
  return true;
}

// "> you wrote this", "On Tuesday Ann wrote:"
bool is_quoted(std::string_view line) {
  return line.starts_with('>') || (line.starts_with("On ") && line.ends_with("wrote:"));
}

// Broken where the line was full, in the middle of a sentence.
bool goes_on(std::string_view line, std::string_view next) {
  constexpr std::size_t kFull = 50;  // bytes
  if (line.size() < kFull || next.empty()) return false;
  return std::string_view(".?!:;").find(line.back()) == std::string_view::npos &&
         (std::islower(static_cast<unsigned char>(next.front())) != 0 || next.starts_with("I "));
}

// The first line of the signature; the number of lines where nobody signed.
std::size_t signature_at(const std::vector<std::string_view>& lines) {
  const std::size_t first = lines.size() > kMostSignatureLines ? lines.size() - kMostSignatureLines : 0;
  for (std::size_t i = lines.size(); i-- > first;)
    if (is_closing(lines[i])) return i;
  std::size_t at = lines.size();
  while (at > first + 1 && (lines[at - 1].empty() || is_name_or_number(lines[at - 1]))) --at;
  // A name stands apart from the text, or under it as a line of its own; a whole letter of names is none.
  return at;
}

}  // namespace

bool is_closing(std::string_view line) {
  const auto closes = [](std::string_view words) {
    return std::ranges::binary_search(kClosings, normalise(words).joined());
  };
  if (closes(line)) return true;
  const std::size_t comma = line.find(',');
  if (comma == std::string_view::npos || !closes(line.substr(0, comma))) return false;
  const Utterance name = normalise(line.substr(comma));
  return name.words.size() <= kMostNames && std::ranges::none_of(name.words, is_stop_word);
}

std::string without_signature(std::string_view letter) {
  const std::vector<std::string_view> lines = lines_of(letter);
  std::size_t skip = signature_at(lines);
  std::string body;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i >= skip && may_sign(lines[i])) continue;
    skip = i >= skip ? lines.size() : skip;
    if (i > 0) body += '\n';
    body += lines[i];
  }
  return body;
}

std::string body_of(std::string_view letter) {
  const std::string unsigned_letter = without_signature(letter);
  std::string body;
  std::string_view before;
  for (const std::string_view line : lines_of(unsigned_letter)) {
    if (is_quoted(line)) continue;
    if (!body.empty()) body += goes_on(before, line) ? ' ' : '\n';
    body += line;
    before = line;
  }
  return body;
}

}  // namespace faqbot::text

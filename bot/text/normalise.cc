#include "text/normalise.h"

#include <array>

#include "text/contractions.h"
#include "text/utf8.h"

namespace faqbot::text {
namespace {

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// What sits in or between words in phone and word-processor text.
enum class Mark { kNone, kApostrophe, kSpace, kSentenceEnd };

struct Found {
  Mark mark = Mark::kNone;
  std::size_t bytes = 0;
};

// The marks beyond ASCII that people's keyboards produce; others count as letters.
Found wide_mark(std::string_view rest) {
  struct Row {
    std::string_view bytes;
    Mark mark;
  };
  static constexpr auto kRows = std::to_array<Row>({
      {"\xE2\x80\x98", Mark::kApostrophe},   // left single quote
      {"\xE2\x80\x99", Mark::kApostrophe},   // right single quote
      {"\xCA\xBC", Mark::kApostrophe},       // modifier apostrophe
      {"\xC2\xA0", Mark::kSpace},            // no-break space
      {"\xC2\xBF", Mark::kSpace},            // inverted question mark
      {"\xC2\xA1", Mark::kSpace},            // inverted exclamation mark
      {"\xE3\x80\x82", Mark::kSentenceEnd},  // ideographic full stop
      {"\xEF\xBC\x9F", Mark::kSentenceEnd},  // full-width question mark
  });
  for (const Row& row : kRows)
    if (rest.starts_with(row.bytes)) return {row.mark, row.bytes.size()};
  // General punctuation (dashes, ellipsis, double quotes, bullets) and emoji.
  if (rest.size() >= 3 && rest[0] == '\xE2' && (rest[1] == '\x80' || rest[1] == '\x81'))
    return {Mark::kSpace, 3};
  if (rest.size() >= 4 && rest[0] == '\xF0' && rest[1] == '\x9F') return {Mark::kSpace, 4};
  return {};
}

Found mark_at(std::string_view rest) {
  const char c = rest.front();
  if (static_cast<unsigned char>(c) >= 0x80) return wide_mark(rest);
  if (c == '\'' || c == '`') return {Mark::kApostrophe, 1};
  if (c == '.' || c == '!' || c == '?' || c == '\n' || c == ';') return {Mark::kSentenceEnd, 1};
  if (!is_word_byte(c)) return {Mark::kSpace, 1};
  return {};
}

// "soooo" -> "soo": English has no letter three times in a row.
void append_letter(std::string& word, char c) {
  const std::size_t n = word.size();
  if (n >= 2 && word[n - 1] == c && word[n - 2] == c && c >= 'a' && c <= 'z') return;
  word += c;
}

struct RawWord {
  std::string text;
  bool ends_sentence = false;
};

// "3.30" and "e.g." do not end a sentence: the next character decides.
bool ends_sentence_here(std::string_view rest) {
  if (rest.front() != '.') return true;
  return rest.size() == 1 || !is_word_byte(rest[1]);
}

// The acute accent, typed for an apostrophe, would be folded into a space.
std::string with_apostrophes(std::string_view message) {
  constexpr std::string_view kAcute = "\xC2\xB4";
  std::string text(message);
  for (std::size_t at = 0; (at = text.find(kAcute, at)) != std::string::npos;)
    text.replace(at, kAcute.size(), "'");
  return text;
}

std::vector<RawWord> split(std::string_view folded) {
  constexpr std::size_t kLettersOfAWord = 4;  // and a space: a guess on the safe side
  std::vector<RawWord> words;
  words.reserve(folded.size() / (kLettersOfAWord + 1) + 1);
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) words.push_back({std::move(word), false});
    word.clear();
  };
  for (std::size_t at = 0; at < folded.size();) {
    const std::string_view rest = folded.substr(at);
    const Found found = mark_at(rest);
    if (found.mark == Mark::kNone) {
      append_letter(word, rest.front());
      ++at;
      continue;
    }
    if (found.mark == Mark::kSpace && rest.front() == '&') {
      finish();
      words.push_back({"and", false});
    } else if (found.mark != Mark::kApostrophe) {
      finish();
      if (found.mark == Mark::kSentenceEnd && ends_sentence_here(rest) && !words.empty())
        words.back().ends_sentence = true;
    }
    at += found.bytes;
  }
  finish();
  return words;
}

void append_expanded(Utterance& utterance, const RawWord& raw) {
  const std::string_view longer = expansion_of(raw.text);
  if (longer.empty()) {
    utterance.words.push_back(raw.text);
    utterance.ends_sentence.push_back(raw.ends_sentence);
    return;
  }
  for (std::size_t from = 0; from < longer.size();) {
    const std::size_t to = std::min(longer.find(' ', from), longer.size());
    utterance.words.emplace_back(longer.substr(from, to - from));
    utterance.ends_sentence.push_back(to == longer.size() && raw.ends_sentence);
    from = to + 1;
  }
}

}  // namespace

std::string Utterance::joined() const {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

Utterance normalise(std::string_view message) {
  Utterance utterance;
  const std::vector<RawWord> words = split(fold(with_apostrophes(message)));
  utterance.words.reserve(words.size());
  for (const RawWord& raw : words) append_expanded(utterance, raw);
  return utterance;
}

std::string plain_words(std::string_view message) {
  std::string text = " ";
  text.reserve(message.size() + message.size() / 8);
  for (const RawWord& raw : split(fold(with_apostrophes(message)))) {
    text += raw.text;
    text += ' ';
    if (raw.ends_sentence) text += ". ";
  }
  return text;
}

}  // namespace faqbot::text

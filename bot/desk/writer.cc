#include "desk/writer.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include "knowledge/yaml_tree.h"
#include "text/letter.h"

namespace faqbot::desk {
namespace {

using knowledge::trimmed;

constexpr std::size_t kMostNames = 3;
constexpr auto kIntroductions = std::to_array<std::string_view>({"my name is ", "my names ", "my name's "});
constexpr auto kTitles =
    std::to_array<std::string_view>({"dr", "mr", "mrs", "ms", "miss", "mx", "prof", "sir"});
// Capitals that begin no name.
constexpr auto kNoNames = std::to_array<std::string_view>(
    {"sent", "from", "the", "clinic", "team", "tel", "mobile", "phone", "email", "get", "re", "ps", "p.s."});

std::string lower(std::string_view text) {
  std::string all(text);
  std::ranges::transform(all, all.begin(), [](char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  });
  return all;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const std::string_view line = trimmed(text.substr(0, end));
    if (!line.empty()) lines.push_back(line);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return lines;
}

bool is_name_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalpha(byte) != 0 || byte >= 0x80 || c == '\'' || c == '-' || c == '.';
}

// ASCII capitals and every letter beyond ASCII: its case is not worth a table here.
bool begins_like_name(std::string_view word) {
  const auto first = static_cast<unsigned char>(word.front());
  return std::isupper(first) != 0 || first >= 0x80;
}

bool is_title(std::string_view word) {
  return std::ranges::find(kTitles, lower(word)) != kTitles.end();
}

// The first of at most three words that look like a name, or title and last name; empty where the line is
// none.
std::string first_name(std::string_view line) {
  std::vector<std::string_view> words;
  while (!line.empty()) {
    const auto end = line.find(' ');
    std::string_view word = line.substr(0, end);
    line = end == std::string_view::npos ? std::string_view() : trimmed(line.substr(end + 1));
    while (!word.empty() && (word.back() == ',' || word.back() == '.' || word.back() == '!'))
      word.remove_suffix(1);
    if (!word.empty()) words.push_back(word);
  }
  if (words.empty() || words.size() > kMostNames) return {};
  for (const std::string_view word : words) {
    const bool is_name = begins_like_name(word) && std::ranges::all_of(word, is_name_byte);
    if (!is_name || std::ranges::find(kNoNames, lower(word)) != kNoNames.end()) return {};
  }
  if (!is_title(words.front())) return std::string(words.front());
  return words.size() == 1 ? std::string() : std::string(words.front()) + ' ' + std::string(words.back());
}

// "Thanks, Sarah" in one line.
std::string name_behind_closing(std::string_view line) {
  for (std::size_t comma = line.find_first_of(",!."); comma != std::string_view::npos;
       comma = line.find_first_of(",!.", comma + 1)) {
    const std::string_view before = line.substr(0, comma);
    const auto sentence = before.find_last_of(".!?");
    const std::string_view closing =
        sentence == std::string_view::npos ? before : before.substr(sentence + 1);
    if (!text::is_closing(closing)) continue;
    std::string name = first_name(trimmed(line.substr(comma + 1)));
    if (!name.empty()) return name;
  }
  return {};
}

std::string introduced(std::string_view letter) {
  const std::string folded = lower(letter);
  for (const std::string_view introduction : kIntroductions) {
    const auto at = folded.find(introduction);
    if (at == std::string::npos) continue;
    std::string_view rest = letter.substr(at + introduction.size());
    rest = rest.substr(0, rest.find_first_of(" ,.!?\n"));
    std::string name = rest.empty() ? std::string() : first_name(rest);
    if (!name.empty()) return name;
  }
  return {};
}

}  // namespace

std::string name_of_writer(std::string_view letter) {
  const std::vector<std::string_view> lines = lines_of(letter);
  for (std::size_t i = lines.size(); i-- > 0;) {
    if (text::is_closing(lines[i]) && i + 1 < lines.size()) {
      std::string name = first_name(lines[i + 1]);
      if (!name.empty()) return name;
    }
    std::string name = name_behind_closing(lines[i]);
    if (!name.empty()) return name;
  }
  return introduced(letter);
}

}  // namespace faqbot::desk

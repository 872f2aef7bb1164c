#include "store/searched_text.h"

#include <algorithm>

#include "text/utf8.h"

namespace faqbot::store {
namespace {

constexpr std::size_t kGram = 3;

std::vector<std::string_view> letters(std::string_view text) {
  std::vector<std::string_view> all;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    all.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return all;
}

}  // namespace

std::string searched_text(std::initializer_list<std::string_view> parts) {
  std::string all;
  for (const std::string_view part : parts) all += text::fold(part) + '\n';
  return all;
}

std::vector<std::string> search_terms(std::string_view typed) {
  const std::string folded = text::fold(typed);
  std::vector<std::string> terms;
  for (std::size_t at = 0; at < folded.size() && terms.size() < kMostTerms;) {
    const auto begin = folded.find_first_not_of(" \t\r\n", at);
    if (begin == std::string::npos) break;
    at = std::min(folded.find_first_of(" \t\r\n", begin), folded.size());
    terms.push_back(folded.substr(begin, at - begin));
  }
  return terms;
}

std::string like_pattern(std::string_view term) {
  std::string pattern = "%";
  for (const char c : term) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + '%';
}

std::string trigrams(std::string_view term) {
  const auto all = letters(term);
  if (all.size() < kGram) return {};
  std::string expression;
  // Side by side, the last one pushed back to the end: every letter is looked for, no list read needlessly.
  for (std::size_t begin = 0; begin < all.size(); begin += kGram) {
    const std::size_t i = std::min(begin, all.size() - kGram);
    expression += expression.empty() ? "\"" : " AND \"";
    for (std::size_t j = i; j < i + kGram; ++j) expression += all[j] == "\"" ? "\"\"" : all[j];
    expression += '"';
  }
  return expression;
}

}  // namespace faqbot::store

#include "safety/rules.h"

#include <algorithm>
#include <climits>
#include <unordered_map>

#include "safety/negation.h"

namespace faqbot::safety {
namespace {

std::string expression_of(const knowledge::Concept& named) {
  std::string expression = "\\b(?:";
  for (const knowledge::Wording& fragment : named.fragments) {
    if (expression.back() != ':') expression += '|';
    expression += "(?:" + fragment.text + ')';
  }
  return expression + ")\\b";
}

std::vector<std::string_view> words_of(std::string_view plain) {
  std::vector<std::string_view> words;
  for (std::size_t from = 1; from < plain.size();) {
    const std::size_t to = std::min(plain.find(' ', from), plain.size());
    words.push_back(plain.substr(from, to - from));
    from = to + 1;
  }
  return words;
}

}  // namespace

Rules::Rules(const knowledge::Safety& safety) {
  std::unordered_map<std::string, std::uint32_t> numbers;
  std::vector<std::string> expressions;
  for (const knowledge::Concept& named : safety.concepts) {
    const std::string expression = expression_of(named);
    auto pattern = text::Pattern::make(expression);
    if (!pattern) continue;  // the loader has refused such a folder
    numbers.emplace(named.name, static_cast<std::uint32_t>(concepts_.size()));
    concepts_.push_back(std::move(*pattern));
    expressions.push_back(expression);
  }
  any_.emplace_back(expressions);
  for (std::size_t level = 0; level < safety.levels.size(); ++level) {
    for (const knowledge::SafetyRule& written : safety.levels[level].rules) {
      Rule rule{level, written.name, {}, {}, written.within};
      for (const std::string& name : written.all) rule.all.push_back(numbers.at(name));
      for (const std::string& name : written.unless) rule.unless.push_back(numbers.at(name));
      rules_.push_back(std::move(rule));
    }
  }
}

std::vector<Rules::Span> Rules::occurrences(std::uint32_t named, std::string_view plain) const {
  std::vector<Span> spans;
  int word = -1;
  std::size_t counted = 0;
  const auto word_at = [&](std::size_t byte) {
    for (; counted < byte; ++counted)
      if (plain[counted] == ' ') ++word;
    return word;
  };
  concepts_[named].for_each(plain, [&](std::size_t begin, std::size_t end) {
    const int first = word_at(begin);
    spans.push_back({first, word_at(end)});
  });
  return spans;
}

std::vector<Fired> Rules::check(std::string_view plain) const {
  std::vector<Fired> fired;
  const std::vector<int> present = any_.front().matches(plain);
  const auto occurs = [&](std::uint32_t named) { return std::ranges::binary_search(present, static_cast<int>(named)); };
  std::vector<std::string_view> words;
  std::unordered_map<std::uint32_t, std::vector<Span>> spans;
  const auto standing = [&](std::uint32_t named) -> const std::vector<Span>& {
    const auto [at, is_new] = spans.try_emplace(named);
    if (!is_new) return at->second;
    if (words.empty()) words = words_of(plain);
    at->second = occurrences(named, plain);
    std::erase_if(at->second, [&](const Span& span) { return is_negated(words, span.first, span.last); });
    return at->second;
  };
  for (const Rule& rule : rules_) {
    if (!std::ranges::all_of(rule.all, occurs) || std::ranges::any_of(rule.unless, occurs)) continue;
    // Each occurrence of the first concept, with the nearest of every other, must fit into the window.
    const bool fits = std::ranges::any_of(standing(rule.all.front()), [&](const Span& anchor) {
      int first = anchor.first;
      int last = anchor.last;
      for (std::size_t i = 1; i < rule.all.size(); ++i) {
        const Span* nearest = nullptr;
        int gap = INT_MAX;
        for (const Span& span : standing(rule.all[i])) {
          const int distance = std::max({0, span.first - anchor.last, anchor.first - span.last});
          if (distance < gap) {
            gap = distance;
            nearest = &span;
          }
        }
        if (nearest == nullptr) return false;
        first = std::min(first, nearest->first);
        last = std::max(last, nearest->last);
      }
      return last - first < rule.within;
    });
    if (fits) fired.push_back({rule.level, rule.name});
  }
  return fired;
}

}  // namespace faqbot::safety

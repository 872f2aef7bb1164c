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

std::vector<std::string> expressions_of(std::span<const knowledge::Concept> concepts) {
  std::vector<std::string> expressions;
  expressions.reserve(concepts.size());
  for (const knowledge::Concept& named : concepts) expressions.push_back(expression_of(named));
  return expressions;
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

Rules::Rules(const knowledge::Safety& safety) : concepts_(expressions_of(safety.concepts)) {
  std::unordered_map<std::string, std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < safety.concepts.size(); ++i) numbers.emplace(safety.concepts[i].name, i);
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
  concepts_.for_each(static_cast<int>(named), plain, [&](std::size_t begin, std::size_t end) {
    const int first = word_at(begin);
    spans.push_back({first, word_at(end)});
  });
  return spans;
}

bool Rules::holds(const Rule& rule, std::span<const std::string_view> words,
                  const std::unordered_map<std::uint32_t, std::vector<Span>>& spans) {
  std::vector<char> spoken_for(words.size() + 1);
  for (const std::uint32_t named : rule.all)
    for (const Span& span : spans.at(named))
      std::fill(spoken_for.begin() + span.first, spoken_for.begin() + span.last + 1, '\1');
  const auto stands = [&](const Span& span) { return !is_negated(words, span.first, span.last, spoken_for); };
  // Each occurrence of the first concept, with the nearest of every other, must fit into the window.
  return std::ranges::any_of(spans.at(rule.all.front()), [&](const Span& anchor) {
    if (!stands(anchor)) return false;
    int first = anchor.first;
    int last = anchor.last;
    for (std::size_t i = 1; i < rule.all.size(); ++i) {
      const Span* nearest = nullptr;
      int gap = INT_MAX;
      for (const Span& span : spans.at(rule.all[i])) {
        const int distance = std::max({0, span.first - anchor.last, anchor.first - span.last});
        if (distance >= gap || !stands(span)) continue;
        gap = distance;
        nearest = &span;
      }
      if (nearest == nullptr) return false;
      first = std::min(first, nearest->first);
      last = std::max(last, nearest->last);
    }
    return last - first < rule.within;
  });
}

std::vector<Fired> Rules::check(std::string_view plain) const {
  std::vector<Fired> fired;
  const std::vector<int> present = concepts_.matches(plain);
  const auto occurs = [&](std::uint32_t named) {
    return std::ranges::binary_search(present, static_cast<int>(named));
  };
  std::vector<std::string_view> words;
  std::unordered_map<std::uint32_t, std::vector<Span>> spans;
  for (const Rule& rule : rules_) {
    if (!std::ranges::all_of(rule.all, occurs) || std::ranges::any_of(rule.unless, occurs)) continue;
    if (words.empty()) words = words_of(plain);
    for (const std::uint32_t named : rule.all)
      if (!spans.contains(named)) spans.emplace(named, occurrences(named, plain));
    if (holds(rule, words, spans)) fired.push_back({rule.level, rule.name});
  }
  return fired;
}

}  // namespace faqbot::safety

#include "text/pattern.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>

namespace faqbot::text {
namespace {

constexpr std::int64_t kPatternBytes = 1 << 20;  // one hand-written pattern; more is a mistake
constexpr std::int64_t kWordsBytes = 16 << 20;   // the words of hundreds of patterns in one automaton
constexpr int kShortestWord = 3;                 // shorter ones occur everywhere

RE2::Options options(std::int64_t bytes) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(bytes);
  return options;
}

re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

void visit_matches(const RE2& re, std::string_view text,
                   const std::function<void(std::size_t, std::size_t)>& visit) {
  re2::StringPiece found;
  std::size_t from = 0;
  while (from <= text.size() && re.Match(piece(text), from, text.size(), RE2::UNANCHORED, &found, 1)) {
    const auto begin = static_cast<std::size_t>(found.data() - text.data());
    if (!found.empty()) visit(begin, begin + found.size());
    from = begin + std::max<std::size_t>(found.size(), 1);
  }
}

}  // namespace

struct Pattern::Compiled {
  explicit Compiled(std::string_view expression) : re(piece(expression), options(kPatternBytes)) {}
  RE2 re;
};

Pattern::Pattern(std::unique_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}
Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

Result<Pattern> Pattern::make(std::string_view expression) {
  auto compiled = std::make_unique<const Compiled>(expression);
  if (compiled->re.ok()) return Pattern(std::move(compiled));
  std::string message = compiled->re.error();
  if (const std::string& piece_at_fault = compiled->re.error_arg(); !piece_at_fault.empty())
    message += " (at \"" + piece_at_fault + "\")";
  return Error{message};
}

bool Pattern::matches(std::string_view text) const {
  return RE2::PartialMatch(piece(text), compiled_->re);
}

void Pattern::for_each(std::string_view text,
                       const std::function<void(std::size_t, std::size_t)>& visit) const {
  visit_matches(compiled_->re, text, visit);
}

std::string Pattern::replaced(std::string_view text, std::string_view with) const {
  std::string result;
  std::size_t at = 0;
  for_each(text, [&](std::size_t begin, std::size_t end) {
    result.append(text.substr(at, begin - at)).append(with);
    at = end;
  });
  return result.append(text.substr(at));
}

// A pattern can only match where one of the words that it needs occurs (re2/filtered_re2.h): one pass finds
// the words, then only the few patterns in question are asked. One automaton of all patterns would have to
// build new states for nearly every message.
struct PatternSet::Compiled {
  re2::FilteredRE2 patterns{kShortestWord};
  std::unique_ptr<RE2::Set> words;  // null where no pattern needs any
};

PatternSet::PatternSet(std::span<const std::string> expressions) {
  auto compiled = std::make_unique<Compiled>();
  for (const std::string& expression : expressions) {
    int number = 0;
    compiled->patterns.Add(piece(expression), options(kPatternBytes), &number);
  }
  std::vector<std::string> words;
  if (!expressions.empty()) compiled->patterns.Compile(&words);
  if (!words.empty()) {
    RE2::Options literal = options(kWordsBytes);
    literal.set_literal(true);
    compiled->words = std::make_unique<RE2::Set>(literal, RE2::UNANCHORED);
    for (const std::string& word : words) compiled->words->Add(piece(word), nullptr);
    compiled->words->Compile();
  }
  compiled_ = std::move(compiled);
}
PatternSet::~PatternSet() = default;
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;

std::vector<int> PatternSet::matches(std::string_view text) const {
  std::vector<int> found;
  if (compiled_->patterns.NumRegexps() == 0) return found;
  std::vector<int> words;
  if (compiled_->words) compiled_->words->Match(piece(text), &words);
  compiled_->patterns.AllMatches(piece(text), words, &found);
  std::ranges::sort(found);
  return found;
}

void PatternSet::for_each(int number, std::string_view text,
                          const std::function<void(std::size_t, std::size_t)>& visit) const {
  visit_matches(compiled_->patterns.GetRE2(number), text, visit);
}

}  // namespace faqbot::text

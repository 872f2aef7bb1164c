// Hand-written red flags: concepts close together, not negated.
//
// A rule fires where one occurrence of each of its concepts stands within a
// window of words and none of its `unless` concepts occurs at all. An
// occurrence that is negated ("no numbness", "bladder is fine") does not count.
// knowledge/README.md explains the files to their editors.
//
// Thread safety: immutable once built.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "knowledge/knowledge.h"
#include "text/pattern.h"

namespace faqbot::safety {

struct Fired {
  std::size_t level = 0;  // number of the level in Safety::levels
  std::string rule;
};

class Rules {
 public:
  // REQUIRES: a checked Safety: concepts that rules name exist, fragments compile.
  explicit Rules(const knowledge::Safety& safety);

  // `plain`: text::plain_words() of the message. Cost: one automaton pass, then only the rules in question.
  std::vector<Fired> check(std::string_view plain) const;

 private:
  struct Rule {
    std::size_t level;
    std::string name;
    std::vector<std::uint32_t> all;
    std::vector<std::uint32_t> unless;
    int within;
  };
  // Words [first, last] of the message.
  struct Span {
    int first;
    int last;
  };
  std::vector<Span> occurrences(std::uint32_t named, std::string_view plain) const;
  static bool holds(const Rule& rule, std::span<const std::string_view> words,
                    const std::unordered_map<std::uint32_t, std::vector<Span>>& spans);

  text::PatternSet concepts_;
  std::vector<Rule> rules_;
};

}  // namespace faqbot::safety

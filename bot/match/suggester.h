// Completions while a visitor types: topics whose title or questions hold the words so far.
//
// The last word counts as a beginning; a word that nobody taught may differ by
// one letter from one that somebody did.
//
// Thread safety: immutable once built.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "knowledge/knowledge.h"

namespace faqbot::match {

class Suggester {
 public:
  explicit Suggester(const knowledge::Knowledge& knowledge);

  // Topic ids, best first. Empty where fewer than two letters are typed. Cost: well under a millisecond.
  std::vector<std::string> complete(std::string_view typed, std::size_t most) const;

 private:
  struct Posting {
    std::uint32_t topic;
    float weight;  // 1 and more in the title, less in example questions alone
  };
  // Places [from, to) of vocabulary_ that begin with `start`.
  struct Range {
    std::size_t from;
    std::size_t to;
  };
  // A word of vocabulary_ that may have been meant.
  struct Like {
    std::size_t word;
    float factor;  // 1 as typed so far, less where a letter differs
  };
  struct Fit {
    std::vector<float> weight;  // of each topic
    std::vector<bool> telling;
  };
  Range beginning_with(std::string_view start) const;
  std::vector<Like> words_like(std::string_view word, bool unfinished, std::size_t typo_from) const;
  Fit fit(std::string_view word, bool unfinished, std::size_t typo_from) const;
  void add_beginnings(const std::string& begun, bool several_words, std::vector<float>& scores) const;

  std::vector<std::string> topics_;
  std::vector<std::string> titles_;                               // normalised, of each topic
  std::vector<std::pair<std::string, std::uint32_t>> questions_;  // normalised, with their topics, sorted
  std::vector<std::string> vocabulary_;                           // sorted
  std::vector<std::vector<Posting>> postings_;                    // of each word, a topic once
};

}  // namespace faqbot::match

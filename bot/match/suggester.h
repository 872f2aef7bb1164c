// Completions while a visitor types: topics whose title or questions hold the words so far.
//
// The last word counts as a beginning; a word that nobody taught may differ by
// one letter from one that somebody did.
//
// Thread safety: immutable once built.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
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
  std::span<const Posting> postings(std::size_t word) const;
  Range beginning_with(std::string_view start) const;
  std::vector<std::size_t> words_like(std::string_view word, bool unfinished) const;

  std::vector<std::string> topics_;
  std::vector<std::string> titles_;      // normalised, of each topic
  std::vector<std::string> vocabulary_;  // sorted
  std::vector<std::uint32_t> starts_;    // of each word's postings; their end comes last
  std::vector<Posting> postings_;        // word by word, a topic once
};

}  // namespace faqbot::match

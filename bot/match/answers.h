// The text of each topic's answer, as weak evidence of what the topic is about.
//
// Method: BM25 (Robertson and Zaragoza, "The probabilistic relevance framework: BM25 and beyond", 2009) over
// stems, the answers as documents. An answer has its own words: it may name what no example question does.
//
// Thread safety: immutable once built.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "learn/id_table.h"

namespace faqbot::match {

class Answers {
 public:
  Answers() = default;

  // `stems`: of each label's answer, as hashes; a label beyond them has none.
  explicit Answers(std::span<const std::vector<std::uint64_t>> stems);

  // A message's terms that answers hold, and what all its terms together weigh.
  struct Query {
    std::vector<std::uint32_t> terms;
    float weight = 0.0F;
  };
  Query query(std::span<const std::uint64_t> stems) const;

  // 0..1, about: how much of the message the label's answer speaks of. Cost: O(terms * log(labels)).
  float score(const Query& query, std::uint32_t label) const;

 private:
  struct Posting {
    std::uint32_t label;
    float weight;
  };
  learn::IdTable ids_;
  std::vector<float> idf_;
  std::vector<std::uint32_t> starts_;
  std::vector<Posting> postings_;  // term by term, labels ascending
  float unseen_idf_ = 0.0F;
};

}  // namespace faqbot::match

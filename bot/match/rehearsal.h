// How the matcher does on questions that it has not seen: cross-validation of
// the training set, a part of the topics left out of each fold altogether.
//
// Thread safety: a pure function; starts the trainer's threads.
#pragma once

#include <vector>

#include "learn/logit.h"
#include "match/matcher.h"

namespace faqbot::match {

// A training question as a fold that had not seen it scores it.
struct Rehearsed {
  std::uint32_t example = 0;
  bool topic_known = false;           // its topic was in the fold's training
  std::vector<Candidate> candidates;  // by margin, best first; the background label may be among them
  double known_share = 0.0;
  std::size_t words = 0;
};

// `neighbours`: of the whole set. `answers`: may be empty.
std::vector<Rehearsed> rehearse(const TrainingSet& set, const learn::Corpus& corpus,
                                std::span<const learn::SparseView> vectors, const Neighbours& neighbours,
                                const Answers& answers, const MatcherOptions& options);

}  // namespace faqbot::match

// Example questions that make a topic hard to find: too few, too uniform, the same in two topics, or nearer
// to another topic when the matcher has not learnt them.
//
// Each is a warning that says what to do. The knowledge serves as it is.
//
// Thread safety: a pure function; starts threads of its own.
#pragma once

#include <cstddef>
#include <vector>

#include "knowledge/knowledge.h"
#include "knowledge/load.h"

namespace faqbot::eval {

struct ReviewOptions {
  std::size_t fewest = 12;       // example questions of a topic
  double uniform = 0.35;         // mean likeness of a topic's questions to each other, 0..1
  double same = 0.8;             // likeness of two topics' questions that are nearly the same
  std::size_t confused = 4;      // questions of one topic that go to one other, before that is worth a word
  double confused_share = 0.08;  // and of all its questions
  int folds = 5;                 // of the rehearsal
};

// Warnings by file, then line. Cost: some seconds for 10,000 questions.
std::vector<knowledge::Problem> review_wordings(const knowledge::Knowledge& knowledge,
                                                const ReviewOptions& options = {});

}  // namespace faqbot::eval

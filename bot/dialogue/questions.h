// The questions in one message, each with its ranking.
//
// A message is taken apart only where its parts, read by themselves and with
// what was said before them, clearly ask about different topics; otherwise it is
// one question told in several sentences, and read as a whole.
//
// Thread safety: immutable once built.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/ranking.h"
#include "dialogue/decide.h"
#include "dialogue/follow_up.h"
#include "text/split.h"

namespace faqbot::dialogue {

struct Question {
  std::string text;  // as typed
  Ranking ranking;
  Decision decision;
};

// What a message asks.
struct Questions {
  std::vector<Question> asked;  // at least one; those that are answered, each topic once, in the order asked
  std::vector<Question> not_understood;  // parts that ask something else and were not understood
};

// `most`: answers wanted at most.
Questions questions_in(std::string_view message, const Context& context, const FollowUp& follow_up,
                       const Rank& rank, std::size_t most);

}  // namespace faqbot::dialogue

// Answer, ask back, or say honestly "I don't know".
//
// Each way out has an expected cost, from the matcher's probabilities and the
// costs below; the cheapest is taken (Chow, "On optimum recognition error and
// reject tradeoff", 1970).
//
// Thread safety: pure functions.
#pragma once

#include <vector>

#include "core/ranking.h"
#include "core/reply.h"

namespace faqbot::dialogue {

// What each outcome costs a visitor, in units of one needless question back. All costs stand here.
//
// An answer to another question than the visitor's shows its title and its
// neighbours, so that he can see the mistake and mend it: two and a half questions
// back. An answer to somebody whose matter the clinic does not have misleads
// without remedy: more than twice that. "I don't know" where we do sends away a
// visitor who could have been served, worse than a wrong guess that he can see.
// Raise `wrong_answer` and the bot asks back more; raise `stranger_answered`
// and it says "I don't know" to more; raise `needless_question` and it guesses
// more; raise `missed` and it says "I don't know" less.
struct Costs {
  double wrong_answer = 2.5;       // another topic's answer
  double stranger_answered = 6.0;  // an answer to what is no topic's business
  double needless_question = 1.0;  // the right choice is among those offered: one more tap
  double useless_question = 2.0;   // none of the choices is right
  double missed = 4.0;             // "I don't know" to something that we have an answer to
};

struct Decision {
  ReplyKind kind = ReplyKind::kUnknown;
  std::vector<RankedTopic>
      topics;  // kAnswer: one; kClarify: two or three; kUnknown: the nearest, at most three
};

// A message of stop words alone is never answered; one telling word with hardly another beside it never
// without asking back.
Decision decide(const Ranking& ranking, const Costs& costs = {});

}  // namespace faqbot::dialogue

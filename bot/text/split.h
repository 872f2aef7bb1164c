// A message into the pieces that can be asked and answered by themselves.
//
//   "my knee hurts, do you treat that and what does it cost?"
//   -> my knee hurts | do you treat that | what does it cost?
//
// Sentences first (line breaks end one, too), then clauses where a conjunction
// or a comma is followed by the beginning of a question. Whether two pieces
// are two questions is for whoever knows the topics to say.
//
// Thread safety: pure functions. Cost: O(bytes).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/normalise.h"

namespace faqbot::text {

enum class PartKind {
  kQuestion,   // asks something, with or without a question mark
  kStatement,  // tells something; what a question beside it may be about
  kManners,    // "hello", "thank you very much", "best wishes", "second question:"
};

struct Part {
  std::string text;  // as typed, without the conjunction that joined it to the one before
  PartKind kind = PartKind::kStatement;
  bool is_further = false;  // announced as one matter more: "also", "last question", "secondly"
};

// The parts in the order typed. Empty where nothing but punctuation was typed.
std::vector<Part> split(std::string_view message);

// A piece at its commas, dashes, brackets and conjunctions, whatever stands behind them: finer than split(),
// for whoever listens to every clause. One clause where there is none of these.
std::vector<std::string_view> clauses_of(std::string_view piece);

// Nothing but greetings, thanks, announcements and the like? "hiya", "ok thanks a lot", "one more thing".
// REQUIRES: it does not ask.
bool is_manners(std::string_view piece);
bool is_manners(const Utterance& utterance);  // of a piece that was read already

// Does it only announce another matter? "second thing", "one last question".
bool is_announcement(const Utterance& utterance);

}  // namespace faqbot::text

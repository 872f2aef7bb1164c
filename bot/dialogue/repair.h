// "no", "that's not what i asked", "i meant the neck": the last answer missed.
//
// Thread safety: pure functions. Cost: O(bytes).
#pragma once

#include <string>
#include <string_view>

namespace faqbot::dialogue {

struct Objection {
  bool made = false;
  bool plain = false;  // beyond doubt an objection, so that an apology is due
  std::string meant;   // what is said to be meant instead, as typed; empty where only the answer is refused
};

// REQUIRES: an answer was given just before; "no" is no objection otherwise.
Objection objection(std::string_view message);

// "ok", "i see", "good to know", "no thanks, that's all": an answer was read, and nothing is asked.
bool takes_note(std::string_view message);

// "tell me more", "more details please", "go on": the rest of the last answer is wanted.
bool wants_more(std::string_view message);

}  // namespace faqbot::dialogue

// "yes", "hmm", "ok", "no": a message that only reacts, and means what the state makes of it.
//
// Thread safety: pure functions. Cost: O(bytes).
#pragma once

#include <string_view>

namespace faqbot::dialogue {

enum class Reaction {
  kNone,      // says something of its own
  kYes,       // "yes", "sure", a thumb
  kNo,        // "no", "no thanks"
  kThinking,  // "hmm", "not sure", "?"
};

Reaction reaction(std::string_view message);

}  // namespace faqbot::dialogue

#include "dialogue/reaction.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/normalise.h"

namespace faqbot::dialogue {
namespace {

// As normalise() leaves them.
constexpr auto kYes = std::to_array<std::string_view>(
    {"yes",           "yes please", "yeah",      "yeah please", "yep",       "yup",          "ya",
     "yes yes",       "ok",         "okay",      "ok then",     "ok yes",    "sure",         "sure thing",
     "of course",     "alright",    "all right", "fine",        "please do", "go ahead",     "go on",
     "correct",       "right",      "exactly",   "that one",    "yes that",  "yes that one", "that is it",
     "that is right", "yes it is",  "yes i do",  "aye"});

constexpr auto kNo = std::to_array<std::string_view>(
    {"no", "nope", "nah", "no thanks", "no thank you", "not really", "no no", "no it is not", "no i do not"});

constexpr auto kThinking = std::to_array<std::string_view>({"hm",
                                                            "hmm",
                                                            "hmmm",
                                                            "um",
                                                            "umm",
                                                            "uh",
                                                            "er",
                                                            "erm",
                                                            "eh",
                                                            "huh",
                                                            "well",
                                                            "maybe",
                                                            "perhaps",
                                                            "not sure",
                                                            "i am not sure",
                                                            "unsure",
                                                            "i do not know",
                                                            "do not know",
                                                            "dont know",
                                                            "dunno",
                                                            "no idea",
                                                            "let me think",
                                                            "hmm ok",
                                                            "hmm not sure",
                                                            "ok hmm",
                                                            "so"});

bool in(std::string_view phrase, const auto& list) {
  return std::ranges::find(list, phrase) != list.end();
}

}  // namespace

Reaction reaction(std::string_view message) {
  const std::string joined = text::normalise(message).joined();
  // Signs alone: a question mark wonders, dots wait, a thumb or a smile agrees.
  if (joined.empty()) {
    const bool wonders = message.find_first_not_of("?!. ") == std::string_view::npos;
    return wonders ? Reaction::kThinking : Reaction::kYes;
  }
  if (in(joined, kYes)) return Reaction::kYes;
  if (in(joined, kNo)) return Reaction::kNo;
  return in(joined, kThinking) ? Reaction::kThinking : Reaction::kNone;
}

}  // namespace faqbot::dialogue

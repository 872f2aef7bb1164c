// Other words for the same thing: "fizio" is read as "physiotherapist".
//
// Longest phrase first, left to right, each word used once. Applied to example
// questions and to messages alike, so that both speak one language.
//
// Thread safety: immutable once built.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/normalise.h"

namespace faqbot::text {

class Lexicon {
 public:
  Lexicon() = default;

  // `variant` and `word` as an editor types them; both may be phrases.
  void add(std::string_view variant, std::string_view word);

  // Cost: one look-up a word; for one that begins a phrase, as many as that has words.
  Utterance apply(const Utterance& utterance) const;

 private:
  std::unordered_map<std::string, std::vector<std::string>> meanings_;  // normalised phrase -> words
  std::unordered_map<std::string, std::size_t> longest_;  // first word -> words in its longest phrase
};

}  // namespace faqbot::text

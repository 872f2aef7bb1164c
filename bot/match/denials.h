// Verbs that a visitor denies: "I don't want to cancel, I want to move it" is no wish to cancel.
//
// A topic is denied where the verb is one that its own questions use and that
// none of them denies: "I do not want to undress" may well be asked of the
// topic about clothes, if an author wrote such a question.
//
// Thread safety: immutable once built; denied_verb() is a pure function.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/normalise.h"

namespace faqbot::match {

// The stem of the verb that is denied in "do not want to …", "am not going to …", "have no need to …"; empty
// where there is none.
std::string denied_verb(const text::Utterance& utterance);

// One of a topic's own questions.
struct OwnQuestion {
  std::uint32_t topic;
  const text::Utterance* question;
};

class Denials {
 public:
  Denials() = default;

  // Keeps the verbs alone, not the questions.
  explicit Denials(std::span<const OwnQuestion> questions);

  // Whether the topic is about the verb `stem` and nowhere denies it itself. Cost: O(log(verbs)).
  bool denies(std::uint32_t topic, std::string_view stem) const;

 private:
  std::vector<std::pair<std::uint32_t, std::string>> verbs_;  // what each topic is about, sorted
};

}  // namespace faqbot::match

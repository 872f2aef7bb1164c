// Verbs that a visitor denies: "I don't want to cancel, I want to move it" is no wish to cancel.
//
// A topic is denied where the verb is one that its own questions use and that
// none of them denies: "I do not want to undress" may well be asked of the
// topic about clothes, if an author wrote such a question.
//
// Thread safety: immutable once built; denied_word() is a pure function.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "text/normalise.h"

namespace faqbot::match {

// The stem of the verb that is denied in "do not want to …", "am not going to …", "have no need to …"; empty
// where there is none.
std::string denied_verb(const text::Utterance& utterance);

class Denials {
 public:
  // One of a topic's own questions.
  void learn(std::uint32_t topic, const text::Utterance& question);

  // Whether the topic is about the verb `stem` and nowhere denies it itself.
  bool denies(std::uint32_t topic, const std::string& stem) const;

 private:
  struct Use {
    std::uint32_t meant = 0;
    std::uint32_t denied = 0;
  };
  struct Words {
    std::uint32_t questions = 0;
    std::unordered_map<std::string, Use> uses;  // by stem
  };
  std::unordered_map<std::uint32_t, Words> topics_;
};

}  // namespace faqbot::match

// A question found in a letter, and the topic that answers it.
//
// Thread safety: a value type.
#pragma once

#include <string>

namespace faqbot {

struct LetterQuestion {
  std::string text;         // as written
  std::string topic;        // empty: no topic is sure enough
  double confidence = 0.0;  // probability, 0..1
  bool is_asked = true;     // or merely told
};

}  // namespace faqbot

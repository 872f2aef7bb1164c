// What must not be kept of a visitor's words: everything that says who they are.
//
//   "I'm on 07700 900123 or sam@example.org, born 3/4/1962"
//   -> "I'm on [phone] or [e-mail], born [date]"
//
// It knows shapes, not people: a name or an address in words stays.
//
// Thread safety: pure functions.
#pragma once

#include <string>
#include <string_view>

namespace faqbot::text {

// Words that may be kept. The only way to make one is to mask.
class MaskedText {
 public:
  MaskedText() = default;
  // REQUIRES: valid UTF-8. Masked text stays as it is. Cost: under a microsecond where there is neither
  // a digit nor an @; a few microseconds per 100 bytes else.
  explicit MaskedText(std::string_view words);

  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }
  bool operator==(const MaskedText&) const = default;

 private:
  std::string text_;
};

// True where an e-mail address or a telephone number stands in the text, so that somebody can reply.
// REQUIRES: valid UTF-8.
bool holds_contact(std::string_view text);

}  // namespace faqbot::text

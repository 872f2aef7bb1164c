// Whether two people's ways to be reached are the same one.
//
// Thread safety: pure functions. Cost: O(characters).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace faqbot::store {

// A contact to look for in others.
class Contact {
 public:
  // Errors: neither an e-mail address nor a telephone number of seven digits.
  static Result<Contact> parse(std::string_view typed);

  // True where `kept` holds this one: the address as a whole, in any case; the number's last nine digits (or
  // all, where it has fewer), so that 07700 900123 and +44 7700 900123 are one.
  bool stands_in(std::string_view kept) const;

 private:
  std::string address_;  // folded; empty for a number
  std::string digits_;
};

}  // namespace faqbot::store

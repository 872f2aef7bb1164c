// Whether a pattern can be used, and what to do where it cannot.
#pragma once

#include <string>
#include <string_view>

namespace faqbot::knowledge {

// Empty where the pattern is good, else what is wrong. A pattern that fits
// nothing at all ("a*") is wrong: it would be found in every message.
std::string pattern_fault(std::string_view pattern);

}  // namespace faqbot::knowledge

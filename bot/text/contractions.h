// English short forms and text-speak, spelled out: "dont" -> "do not".
//
// Only forms that mean one thing in any conversation; words of the clinic's own
// field are in knowledge/synonyms.yaml.
#pragma once

#include <string_view>

namespace faqbot::text {

// The long form ("do not"), or an empty view where `word` is no short form.
// REQUIRES: folded, apostrophes removed. Cost: O(short forms with its first letter).
std::string_view expansion_of(std::string_view word);

}  // namespace faqbot::text

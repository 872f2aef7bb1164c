// The bot's own sentences: everything it says that no topic says.
//
// Thread safety: constants.
#pragma once

#include <string_view>

namespace faqbot::dialogue::wording {

inline constexpr std::string_view kUnknown =
    "I'm sorry, I don't have a reviewed answer to that, and I'd rather not guess.";
inline constexpr std::string_view kNearest = "Perhaps one of these helps:";
// Followed by Clinic's `reach`, a verb phrase.
inline constexpr std::string_view kPerson = "To ask a person, please ";
inline constexpr std::string_view kWhichOne = "I'd like to be sure that I understand you. Do you mean:";

}  // namespace faqbot::dialogue::wording

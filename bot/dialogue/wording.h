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

inline constexpr std::string_view kSorry = "Sorry, I misunderstood you.";
inline constexpr std::string_view kSorryWhichOne = "Sorry, that missed the point. Did you mean:";
inline constexpr std::string_view kOtherTry = "All right, none of those. Perhaps one of these:";
inline constexpr std::string_view kGivingUp = "I'm sorry, I still don't have what you are looking for.";
inline constexpr std::string_view kStillWhichOne = "Which of these comes nearest? Its number is enough:";
inline constexpr std::string_view kWhatElse =
    "Was that what you wanted to know? Type \"more\" for the details, or did you rather mean:";
inline constexpr std::string_view kInstead = "All right, not that. What would you like instead? Perhaps:";
inline constexpr std::string_view kUnreadable =
    "I'm sorry, I could not make that out. Could you say it in other words?";
// After an alarm: before the same advice again, and before the answer to something else.
inline constexpr std::string_view kStillUrgent =
    "I cannot judge this from here, so what I said before still comes first:";
inline constexpr std::string_view kUrgentFirst = "What I said before comes first: please do that now.";
// Followed by the part in quotes.
inline constexpr std::string_view kNotAnswered = "I could not answer: ";
inline constexpr std::string_view kNoMore = "That is all I have on this.";

}  // namespace faqbot::dialogue::wording

// The names that transactions meet at, in the order in which one takes them.
//
// Counters (counters.h) are locks too, since raising one holds its row: the inbox's and the knowledge's are
// raised first in their transactions, before anything below; the others last.
#pragma once

#include <string_view>

namespace faqbot::store {

inline constexpr std::string_view kAttemptLock = "attempt";
inline constexpr std::string_view kVoteLock = "vote";
inline constexpr std::string_view kWordingLock = "wording";

}  // namespace faqbot::store

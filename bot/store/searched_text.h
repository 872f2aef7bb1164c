// What the inbox's search looks through for an enquiry, and what it looks for.
//
// Thread safety: pure functions.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace faqbot::store {

// Folded, each part on a line of its own.
std::string searched_text(std::initializer_list<std::string_view> parts);

// The words that must all be found, folded; at most kMostTerms.
inline constexpr std::size_t kMostTerms = 8;
std::vector<std::string> search_terms(std::string_view typed);

// A text as a pattern of LIKE that stands anywhere, with \ in front of what LIKE would understand.
std::string like_pattern(std::string_view term);

// What of a term an index of letters in threes can look up, as an expression of FTS5; empty where it is
// shorter than three letters.
std::string trigrams(std::string_view term);

}  // namespace faqbot::store

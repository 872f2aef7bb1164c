// Bytes to characters: the only place that knows Unicode's tables.
//
// Thread safety: pure functions.
#pragma once

#include <string>
#include <string_view>

namespace faqbot::text {

// True where `bytes` is well-formed UTF-8 (no surrogates, no overlong forms) and holds no NUL.
// Cost: O(bytes).
bool is_valid_utf8(std::string_view bytes);

// Case-folded, compatibility-composed (NFKC) and without combining marks, so that
// "Café", "CAFÉ" and "cafe" are one; invisible characters (zero-width, soft
// hyphen) are dropped. Invalid bytes become a space. Cost: O(bytes).
std::string fold(std::string_view text);

// Number of code points. REQUIRES: valid UTF-8.
std::size_t length(std::string_view text);

}  // namespace faqbot::text

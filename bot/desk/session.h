// The secrets of a sign-in: the token in the cookie, its hash in the store, and the word that every change
// must bring along.
//
// The store never sees a token, so that a copy of it opens nothing. The word against cross-site requests is
// derived from the token (OWASP's "signed double submit"): a page that cannot read the reply to
// /api/desk/me cannot know it.
//
// Thread safety: pure functions.
#pragma once

#include <string>
#include <string_view>

namespace faqbot::desk {

// 256 random bits, base64url. A new one at each sign-in, so that none can be planted beforehand.
std::string new_token();

// What the store keeps of it: 64 hex digits.
std::string hash_of_token(std::string_view token);

// base64url.
std::string csrf_word(std::string_view token);

// In constant time.
bool are_equal(std::string_view left, std::string_view right);

}  // namespace faqbot::desk

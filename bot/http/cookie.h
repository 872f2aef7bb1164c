// The cookie of a sign-in, read and written.
//
// Thread safety: pure functions. Cost: O(bytes of the field).
// Source: RFC 6265bis, https://datatracker.ietf.org/doc/draft-ietf-httpbis-rfc6265bis/
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace faqbot::http {

// The value of the first cookie of that name in a Cookie field; empty where there is none.
std::string_view cookie(std::string_view field, std::string_view name);

// For Set-Cookie: no script reads it, no other site's request carries it. `is_secure`: the visitor came by
// TLS.
std::string strict_cookie(std::string_view name, std::string_view value, std::chrono::seconds life,
                          bool is_secure);

// Takes it away.
std::string ended_cookie(std::string_view name, bool is_secure);

}  // namespace faqbot::http

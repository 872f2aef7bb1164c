// application/x-www-form-urlencoded: what a plain HTML form sends.
//
// Thread safety: pure functions. Cost: O(bytes).
// Source: https://url.spec.whatwg.org/#application/x-www-form-urlencoded
#pragma once

#include <string>
#include <string_view>

#include "http/codec.h"

namespace faqbot::http {

// "a%20b+c" -> "a b c". A percent sign that begins no code stays.
std::string form_decoded(std::string_view text);

// For a query: everything but letters, digits and "-._~" as codes.
std::string query_encoded(std::string_view text);

// The fields of the form on /ask, as they came: unchecked. A name that stands twice: the first one counts.
// Line ends become single line feeds, so that a line end counts as one character, as it does in the browser.
AskBody decode_ask_form(std::string_view form);

}  // namespace faqbot::http

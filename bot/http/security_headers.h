// What browsers are told to forbid.
//
// Thread safety: a pure function.
// Source: OWASP Secure Headers Project.
#pragma once

#include <string_view>

#include "http/exchange.h"

namespace faqbot::http {

// `path`: decides who may embed it; the widget's script is for any page.
void add_security_headers(std::string_view path, Response& response);

}  // namespace faqbot::http

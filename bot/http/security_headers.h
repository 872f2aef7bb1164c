// What browsers are told to forbid.
//
// Thread safety: a pure function.
// Source: OWASP Secure Headers Project.
#pragma once

#include <string_view>

#include "http/exchange.h"

namespace faqbot::http {

// What the widget fetches from a partner's page: its scripts, its drawings, the API.
bool is_for_other_sites(std::string_view path);

// `path`: decides who may embed it.
void add_security_headers(std::string_view path, Response& response);

}  // namespace faqbot::http

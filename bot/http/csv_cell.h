// A text as one cell of a table for a spreadsheet (RFC 4180), in which no formula begins.
//
// Thread safety: a pure function. Source: OWASP, CSV Injection.
#pragma once

#include <string>
#include <string_view>

namespace faqbot::http {

std::string csv_cell(std::string_view text);

}  // namespace faqbot::http

// Why something that came in is not served.
#pragma once

#include <string_view>

namespace faqbot::http {

struct Refusal {
  int status = 400;      // of HTTP
  std::string_view why;  // a sentence for the one who sent it; a literal
};

}  // namespace faqbot::http

// What keeps the widget from working on a partner's page, as far as it can be told from here.
//
// Thread safety: pure functions.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "http/cors.h"

namespace faqbot::http {

struct EmbedFault {
  std::string code;  // stable: "origin-unknown"
  std::string text;  // what is wrong
  std::string mend;  // what the partner does about it
};

// `partner`: the id in the partner's snippet, empty where it is not given.
// `own_host`: the host and port that this service was asked at.
std::vector<EmbedFault> embed_faults(std::string_view origin, std::string_view partner,
                                     std::string_view own_host, const Origins& origins);

// {"faults":[{"code","text","mend"}]}. REQUIRES: valid UTF-8.
std::string encode(std::span<const EmbedFault> faults);

}  // namespace faqbot::http

// A request's head: its first line and its fields, read strictly.
//
// What two programs could read in two ways (bare line feeds, folded lines, two
// lengths, a length beside chunks) is refused: a proxy in front of us would
// otherwise see other requests in the bytes than we do.
//
// Thread safety: a pure function.
// Source: RFC 9112, sections 2 to 6.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "http/exchange.h"
#include "http/refusal.h"

namespace faqbot::http {

struct Head {
  std::string_view method;
  std::string_view target;  // origin form: "/api/suggest?q=a"
  std::vector<FieldView> fields;
  std::size_t content_length = 0;  // bytes; 0 where `chunked`
  bool chunked = false;
  bool keep_alive = true;
  bool expects_continue = false;

  static constexpr std::size_t kMostFields = 100;
  static constexpr std::size_t kMostTargetBytes = 8000;
};

// `bytes` ends with the empty line. Field names are put into lower case in place;
// the views of the result lie in `bytes`. A body longer than `most_body_bytes` is refused here.
std::variant<Head, Refusal> read_head(std::string& bytes, std::size_t most_body_bytes);

}  // namespace faqbot::http

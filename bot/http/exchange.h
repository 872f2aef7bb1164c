// One request and its response, as the routes see them: no socket, no library's types.
//
// Thread safety: value types. A Request's views live as long as the handler runs.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/address.h"

namespace faqbot::http {

struct FieldView {
  std::string_view name;  // lower case
  std::string_view value;
};

struct Request {
  std::string_view method;
  std::string_view path;                                             // percent-decoded
  std::vector<std::pair<std::string_view, std::string_view>> query;  // decoded
  std::span<const FieldView> fields;
  std::string_view body;
  Address peer;

  // The first field of that (lower-case) name, or empty.
  std::string_view field(std::string_view name) const;
  // All fields of that name, joined by commas.
  std::string joined_field(std::string_view name) const;
  std::optional<std::string_view> parameter(std::string_view name) const;
};

struct Response {
  int status = 200;
  std::string type;  // of the body
  std::string body;
  std::vector<std::pair<std::string, std::string>> fields;

  void set(std::string name, std::string value) { fields.emplace_back(std::move(name), std::move(value)); }
};

// May run on several threads at once. An exception becomes a 500.
using Handler = std::function<Response(const Request&)>;

// The items of a comma-separated field, trimmed, empty ones left out.
std::vector<std::string_view> list_items(std::string_view value);

// ASCII only, as HTTP's own words are.
bool equal_ignoring_case(std::string_view left, std::string_view right);

}  // namespace faqbot::http

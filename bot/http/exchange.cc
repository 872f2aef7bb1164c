#include "http/exchange.h"

#include <algorithm>

namespace faqbot::http {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::string_view Request::field(std::string_view name) const {
  const auto at =
      std::find_if(fields.begin(), fields.end(), [&](const FieldView& f) { return f.name == name; });
  return at == fields.end() ? std::string_view() : at->value;
}

std::string Request::joined_field(std::string_view name) const {
  std::string joined;
  for (const FieldView& f : fields) {
    if (f.name != name) continue;
    if (!joined.empty()) joined += ',';
    joined += f.value;
  }
  return joined;
}

std::optional<std::string_view> Request::parameter(std::string_view name) const {
  const auto at =
      std::find_if(query.begin(), query.end(), [&](const auto& pair) { return pair.first == name; });
  if (at == query.end()) return std::nullopt;
  return at->second;
}

std::vector<std::string_view> list_items(std::string_view value) {
  std::vector<std::string_view> items;
  while (!value.empty()) {
    const auto comma = value.find(',');
    auto item = value.substr(0, comma);
    value = comma == std::string_view::npos ? std::string_view() : value.substr(comma + 1);
    const auto from = item.find_first_not_of(" \t");
    if (from == std::string_view::npos) continue;
    items.push_back(item.substr(from, item.find_last_not_of(" \t") - from + 1));
  }
  return items;
}

bool equal_ignoring_case(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char l, char r) { return lower(l) == lower(r); });
}

}  // namespace faqbot::http

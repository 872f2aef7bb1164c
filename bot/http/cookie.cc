#include "http/cookie.h"

namespace faqbot::http {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") + 1 - first);
}

}  // namespace

std::string_view cookie(std::string_view field, std::string_view name) {
  while (!field.empty()) {
    const auto end = field.find(';');
    const std::string_view pair = trimmed(field.substr(0, end));
    const auto equals = pair.find('=');
    if (equals != std::string_view::npos && trimmed(pair.substr(0, equals)) == name)
      return trimmed(pair.substr(equals + 1));
    field = end == std::string_view::npos ? std::string_view() : field.substr(end + 1);
  }
  return {};
}

std::string strict_cookie(std::string_view name, std::string_view value, std::chrono::seconds life,
                          bool is_secure) {
  std::string text(name);
  text += '=';
  text += value;
  text += "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(life.count());
  if (is_secure) text += "; Secure";
  return text;
}

std::string ended_cookie(std::string_view name, bool is_secure) {
  return strict_cookie(name, "", std::chrono::seconds(0), is_secure);
}

}  // namespace faqbot::http

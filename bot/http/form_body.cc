#include "http/form_body.h"

#include <array>
#include <optional>
#include <utility>

namespace faqbot::http {
namespace {

std::optional<unsigned> hex_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
  return std::nullopt;
}

std::string with_line_feeds(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\r')
      plain += text[i];
    else if (i + 1 == text.size() || text[i + 1] != '\n')
      plain += '\n';
  return plain;
}

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

}  // namespace

std::string form_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      const auto high = hex_digit(text[i + 1]);
      const auto low = hex_digit(text[i + 2]);
      if (high && low) {
        decoded += static_cast<char>(*high * 16 + *low);
        i += 2;
        continue;
      }
    }
    decoded += text[i] == '+' ? ' ' : text[i];
  }
  return decoded;
}

std::string query_encoded(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    if (is_unreserved(c)) {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded += '%';
    encoded += kDigits[byte >> 4U];
    encoded += kDigits[byte & 0x0FU];
  }
  return encoded;
}

AskBody decode_ask_form(std::string_view form) {
  AskBody body;
  const std::array<std::pair<std::string_view, std::string*>, 4> fields = {
      {{"message", &body.message},
       {"conversation", &body.conversation},
       {"choice", &body.choice},
       {"partner", &body.partner}}};
  std::array<bool, 4> seen{};
  while (!form.empty()) {
    const auto ampersand = form.find('&');
    const auto pair = form.substr(0, ampersand);
    form = ampersand == std::string_view::npos ? std::string_view() : form.substr(ampersand + 1);
    const auto equals = pair.find('=');
    const std::string name = form_decoded(pair.substr(0, equals));
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (fields[i].first != name || std::exchange(seen[i], true)) continue;
      if (equals != std::string_view::npos)
        *fields[i].second = with_line_feeds(form_decoded(pair.substr(equals + 1)));
    }
  }
  return body;
}

}  // namespace faqbot::http

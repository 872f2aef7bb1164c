#include "http/json_writer.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace faqbot::http {
namespace {

constexpr std::string_view kHex = "0123456789abcdef";

// By byte; one look instead of three comparisons, since most of a reply passes through here.
constexpr std::array<bool, 256> kNeedsEscape = [] {
  std::array<bool, 256> needs{};
  for (std::size_t control = 0; control < 0x20; ++control) needs[control] = true;
  needs['"'] = needs['\\'] = true;
  return needs;
}();

bool needs_escape(char c) {
  return kNeedsEscape[static_cast<unsigned char>(c)];
}

constexpr std::size_t kBlock = 16;

// Of a block, all bytes at once: in most there is none.
bool any_needs_escape(const char* block) {
  unsigned char any = 0;
  for (std::size_t i = 0; i < kBlock; ++i) {
    const auto byte = static_cast<unsigned char>(block[i]);
    any |= static_cast<unsigned char>(byte < 0x20 || byte == '"' || byte == '\\');
  }
  return any != 0;
}

// The bytes before the first that needs one.
std::size_t plain_bytes(std::string_view text) {
  std::size_t at = 0;
  while (at + kBlock <= text.size() && !any_needs_escape(text.data() + at)) at += kBlock;
  return static_cast<std::size_t>(
      std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), needs_escape) - text.begin());
}

void append_escape(std::string& json, char c) {
  switch (c) {
    case '"':
      json += "\\\"";
      return;
    case '\\':
      json += "\\\\";
      return;
    case '\n':
      json += "\\n";
      return;
    default:
      break;
  }
  const auto byte = static_cast<unsigned char>(c);
  json += "\\u00";
  json += kHex[byte >> 4];
  json += kHex[byte & 0xF];
}

}  // namespace

void JsonWriter::text(std::string_view name, std::string_view value) {
  key(name);
  quoted(value);
}

void JsonWriter::text(std::string_view value) {
  comma();
  quoted(value);
}

void JsonWriter::number(std::string_view name, std::int64_t value) {
  key(name);
  json_ += std::to_string(value);
}

void JsonWriter::probability(std::string_view name, double value) {
  key(name);
  // Not a number, or beyond the range, is no probability: never let it break the JSON.
  value = value > 0.0 ? std::min(value, 1.0) : 0.0;
  std::array<char, 32> digits{};
  const auto [end, error] =
      std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, 4);
  json_.append(digits.data(), end);
}

void JsonWriter::boolean(std::string_view name, bool value) {
  key(name);
  json_ += value ? "true" : "false";
}

void JsonWriter::open(char bracket) {
  comma();
  json_ += bracket;
}

void JsonWriter::open(std::string_view name, char bracket) {
  key(name);
  json_ += bracket;
}

void JsonWriter::close(char bracket) {
  json_ += bracket;
}

// The last byte tells whether something stands before: no state to keep.
void JsonWriter::comma() {
  if (!json_.empty() && json_.back() != '{' && json_.back() != '[' && json_.back() != ':') json_ += ',';
}

void JsonWriter::key(std::string_view name) {
  comma();
  quoted(name);
  json_ += ':';
}

void JsonWriter::quoted(std::string_view value) {
  json_ += '"';
  while (!value.empty()) {
    const std::size_t plain = plain_bytes(value);
    json_.append(value.substr(0, plain));
    if (plain == value.size()) break;
    append_escape(json_, value[plain]);
    value.remove_prefix(plain + 1);
  }
  json_ += '"';
}

}  // namespace faqbot::http

#include "http/kept_codec.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "http/codec.h"
#include "http/flat_json.h"
#include "text/privacy.h"
#include "text/utf8.h"

namespace faqbot::http {
namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos;
}

// No line breaks and no other control characters: a name that ends up in an e-mail's head stays a name.
bool is_line(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c >= 0x20 && c != 0x7f; });
}

bool is_topic(std::string_view id) {
  const auto is_good = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '/';
  };
  return !id.empty() && id.size() <= kMostIdBytes && std::all_of(id.begin(), id.end(), is_good);
}

bool is_key(std::string_view key) {
  return key.size() <= kMostKeyBytes &&
         std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

std::optional<Refusal> fault(const FeedbackBody& body) {
  if (!is_topic(body.topic)) return Refusal{400, "The topic is no topic id."};
  if (!text::is_valid_utf8(body.comment)) return Refusal{400, "The comment holds a NUL character."};
  if (text::length(body.comment) > kMostCommentCharacters)
    return Refusal{413, "The comment is longer than 2,000 characters."};
  if (!text::is_valid_utf8(body.message)) return Refusal{400, "The message holds a NUL character."};
  if (text::length(body.message) > kMostMessageCharacters)
    return Refusal{413, "The message is longer than 2,000 characters."};
  return std::nullopt;
}

std::optional<Refusal> fault(const EnquiryBody& body) {
  if (is_blank(body.name) || !text::is_valid_utf8(body.name) || !is_line(body.name))
    return Refusal{400, "Send a name of 1 to 200 characters on one line."};
  if (text::length(body.name) > kMostNameCharacters)
    return Refusal{413, "The name is longer than 200 characters."};
  if (!text::is_valid_utf8(body.contact) || !is_line(body.contact) ||
      text::length(body.contact) > kMostContactCharacters || !text::holds_contact(body.contact))
    return Refusal{
        400, "Send a contact that holds an e-mail address or a telephone number, of at most 200 characters."};
  if (is_blank(body.message) || !text::is_valid_utf8(body.message))
    return Refusal{400, "Send a message of 1 to 5,000 characters."};
  if (text::length(body.message) > kMostEnquiryCharacters)
    return Refusal{413, "The message is longer than 5,000 characters."};
  if (!is_key(body.key)) return Refusal{400, "The key has at most 64 characters, of ASCII, without spaces."};
  return std::nullopt;
}

}  // namespace

std::variant<FeedbackBody, Refusal> decode_feedback(std::string_view json) {
  FeedbackBody body;
  std::optional<bool> helpful;
  const std::array<FlatField, 5> fields = {{{"conversation", &body.conversation},
                                            {"topic", &body.topic},
                                            {"helpful", &helpful},
                                            {"comment", &body.comment},
                                            {"message", &body.message}}};
  if (const auto refused = read_flat(
          json, fields, "conversation, topic, comment and message are strings, helpful is true or false."))
    return *refused;
  if (!helpful) return Refusal{400, "Say whether it was helpful: true or false."};
  body.helpful = *helpful;
  if (const auto refused = fault(body)) return *refused;
  return body;
}

std::variant<EnquiryBody, Refusal> decode_enquiry(std::string_view json) {
  EnquiryBody body;
  std::optional<bool> consent;
  const std::array<FlatField, 6> fields = {{{"name", &body.name},
                                            {"contact", &body.contact},
                                            {"message", &body.message},
                                            {"conversation", &body.conversation},
                                            {"key", &body.key},
                                            {"consent", &consent}}};
  if (const auto refused = read_flat(
          json, fields, "name, contact, message, conversation and key are strings, consent is true."))
    return *refused;
  if (consent != true) return Refusal{400, "Without consent (true) nothing is kept."};
  if (const auto refused = fault(body)) return *refused;
  return body;
}

}  // namespace faqbot::http

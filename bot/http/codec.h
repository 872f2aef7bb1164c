// JSON on the wire <-> what the engine takes and gives.
//
// Thread safety: pure functions. Memory: O(bytes of the body); nesting is bounded.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "core/reply.h"
#include "http/refusal.h"
#include "knowledge/knowledge.h"

namespace faqbot::http {

inline constexpr std::size_t kMostMessageCharacters = 2000;
inline constexpr std::size_t kMostIdBytes = 128;

// The body of POST /api/ask: valid UTF-8, bounded. Names we do not know are passed over.
struct AskBody {
  std::string message;       // 1 to kMostMessageCharacters, or empty where `choice` is set
  std::string conversation;  // as it came: any string
  std::string choice;
  std::string partner;
};

std::variant<AskBody, Refusal> decode_ask(std::string_view json);

// The same body, where it keeps to the bounds above; for what came in another form than JSON.
std::variant<AskBody, Refusal> checked(AskBody body);

// `conversation`: the sealed state to send along.
std::string encode(const Reply& reply, std::string_view conversation);

// {"suggestions":[{"topic","label"}]}
std::string encode_suggestions(std::span<const Link> suggestions);

// What the widget shows on the page of that partner (empty or unknown: the clinic's own), at the beginning.
std::string encode_widget(const knowledge::Knowledge& knowledge, std::string_view partner);

}  // namespace faqbot::http

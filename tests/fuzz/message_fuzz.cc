// Any bytes as the body of POST /api/ask: decoded, answered, encoded. Nothing may crash, and what comes out
// is JSON.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <nlohmann/json.hpp>
#include <string_view>
#include <variant>

#include "../unit/http/small_knowledge.h"
#include "engine/live_engine.h"
#include "http/codec.h"

namespace {

const faqbot::LiveEngine& engine() {
  static const faqbot::http::testing::SmallKnowledge knowledge;
  static const auto opened = faqbot::LiveEngine::open(knowledge.folder());
  if (!opened) std::abort();
  return **opened;
}

void answer(const faqbot::Engine& engine, faqbot::Turn turn) {
  // Twice, so that the second turn has a conversation behind it.
  for (int i = 0; i < 2; ++i) {
    const faqbot::Outcome outcome = engine.answer(turn);
    if (!nlohmann::json::accept(faqbot::http::encode(outcome.reply, "sealed"))) std::abort();
    turn.conversation = outcome.conversation;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto current = engine().current();
  auto decoded = faqbot::http::decode_ask(bytes);
  if (auto* body = std::get_if<faqbot::http::AskBody>(&decoded)) {
    answer(*current, {body->message, body->choice, body->partner, {}});
    const auto suggestions = current->suggest(body->message, 5);
    if (!nlohmann::json::accept(faqbot::http::encode_suggestions(suggestions))) std::abort();
  }
  // Few inputs are valid JSON: the same bytes as a message of their own reach the engine too.
  const auto wrapped =
      nlohmann::json{{"message", bytes}}.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  auto as_message = faqbot::http::decode_ask(wrapped);
  if (auto* body = std::get_if<faqbot::http::AskBody>(&as_message))
    answer(*current, {body->message, {}, {}, {}});
  return 0;
}

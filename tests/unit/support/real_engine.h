// The engine of the repository's own knowledge folder, built once for all tests: it takes a while.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "engine/engine.h"
#include "knowledge/load.h"
#include "unit/support/source_dir.h"

namespace faqbot::tests {

inline const std::shared_ptr<const knowledge::Knowledge>& real_knowledge() {
  static const auto knowledge = [] {
    auto loaded = knowledge::load(source_dir() / "knowledge").knowledge;
    if (!loaded) throw std::runtime_error("the knowledge folder has errors: run faqbot check");
    return loaded;
  }();
  return knowledge;
}

inline const Engine& real_engine() {
  static const Engine engine(real_knowledge());
  return engine;
}

inline Reply ask(const Engine& engine, std::string_view message) {
  Turn turn;
  turn.message = message;
  return engine.answer(turn).reply;
}

// "answer mfr/pressure 0.93", "clarify a b", …: all that could differ between two replies, for comparisons.
inline std::string outline(const Reply& reply) {
  std::string text(name_of(reply.kind));
  for (const Answer& answer : reply.answers)
    text += ' ' + answer.topic + ' ' + std::to_string(answer.confidence);
  for (const Link& choice : reply.choices) text += " choice " + choice.topic;
  for (const Link& suggestion : reply.suggestions) text += " suggestion " + suggestion.topic;
  return text + (reply.handoff ? " handoff" : "");
}

}  // namespace faqbot::tests

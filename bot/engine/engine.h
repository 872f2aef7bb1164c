// The order of the stages: normalise -> safety -> talk (which ranks and decides) -> compose.
//
// Everything is built once from a Knowledge and then frozen; a reload builds
// another Engine (live_engine.h). No I/O here.
//
// Thread safety: immutable but for what it recalls of the last minutes (lately.h); every const member may run
// on any number of threads.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/explanation.h"
#include "core/letter.h"
#include "core/ranking.h"
#include "core/reply.h"
#include "knowledge/knowledge.h"

namespace faqbot {

class Engine {
 public:
  // Trains the matcher. Cost: under a second for 150 topics of 60 questions.
  explicit Engine(std::shared_ptr<const knowledge::Knowledge> knowledge);
  ~Engine();
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;

  // One turn. Never fails: what is not understood becomes a ReplyKind::kUnknown.
  Outcome answer(const Turn& turn) const;

  // The topics that a long message, an e-mail say, asks about: six at most, safety first, in the order asked.
  std::vector<RankedTopic> topics_of_letter(std::string_view letter) const;

  // The same letter's questions in the order asked, and the parts that ask something no topic answers: for a
  // reply to all of it.
  std::vector<LetterQuestion> questions_of_letter(std::string_view letter) const;

  // The evidence behind the answer to a message, had it come in that conversation. Cost: like a dozen turns.
  Explanation explain(std::string_view message, const Conversation& conversation) const;

  // Completions while a visitor types on a page of that partner (empty: the clinic's own), best first.
  // REQUIRES: most >= 1.
  std::vector<Link> suggest(std::string_view typed, std::size_t most, std::string_view partner = {}) const;

  const knowledge::Knowledge& knowledge() const;

 private:
  struct Stages;
  std::unique_ptr<const Stages> stages_;
};

}  // namespace faqbot

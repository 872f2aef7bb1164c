// One turn of a conversation: what the visitor's message calls for.
//
// In this order: an answer to our own question ("the second one"), a wish for
// more, a mere reaction ("hmm"), an objection to the last answer, what cannot be
// read, and only then questions.
//
// Thread safety: immutable once built; pure.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/conversation.h"
#include "core/reply.h"
#include "dialogue/follow_up.h"
#include "dialogue/questions.h"
#include "dialogue/repair.h"
#include "knowledge/knowledge.h"

namespace faqbot::dialogue {

// How the reply begins, or what else is particular about it.
enum class Manner {
  kPlain,
  kMore,   // the detail of an answer that was given in short
  kAgain,  // the topic that was answered just now: what was not said of it yet
  kSorry,  // the last answer was not what was meant
  kNoneOfThese,
  kGivingUp,    // the second failure in a row: a person can help better
  kWhichOne,    // the same choices again: none was taken, none turned down
  kWhatElse,    // somebody wonders about the last answer
  kInstead,     // what the message is about is what it does not want
  kUnreadable,  // not one word that the knowledge knows
};

struct Plan {
  ReplyKind kind = ReplyKind::kUnknown;
  std::vector<RankedTopic>
      topics;  // kAnswer: one for each question; kClarify: two or three; kUnknown: the nearest
  Manner manner = Manner::kPlain;
  std::vector<std::string> left_over;  // parts that were not understood, as typed
  std::vector<RankedTopic> nearest;    // topics that may help with those
  std::vector<std::string> also;       // what the message could have meant besides, best first
  std::vector<std::string> refused;    // topics that this message turned down
  std::vector<Unanswered> unanswered;  // for the front desk
};

class Talk {
 public:
  explicit Talk(std::shared_ptr<const knowledge::Knowledge> knowledge);

  Plan plan(std::string_view message, const Conversation& conversation, const Rank& rank) const;

  // "None of these" was clicked.
  Plan none_of_these(const Conversation& conversation) const;

  // A choice or a suggestion was clicked. REQUIRES: the topic exists.
  Plan chosen(const std::string& topic) const;

  // The message as a whole, ranked in that conversation.
  Ranking ranking(std::string_view message, const Conversation& conversation, const Rank& rank) const;

 private:
  std::optional<Plan> picked(std::string_view message, const Conversation& conversation) const;
  std::optional<Plan> after_answer(std::string_view message, const Conversation& conversation) const;
  std::optional<Plan> reacted(std::string_view message, const Conversation& conversation) const;
  Plan what_else(const Conversation& conversation) const;
  Plan instead(Plan plan, const std::vector<std::string>& denied) const;
  bool asks_of_another_day(std::string_view message, const Conversation& conversation) const;
  std::optional<Plan> chosen_if_there(std::string_view topic, double confidence = 1.0) const;
  Plan another_try(const Conversation& conversation, std::vector<std::string> refused, Manner manner) const;
  Plan answer_questions(std::string_view message, const Conversation& conversation, const Rank& rank) const;
  Plan mended(const Objection& objected, std::string_view message, const Conversation& conversation,
              const Rank& rank) const;
  Plan correct(std::string_view meant, const Conversation& conversation, const Rank& rank) const;

  std::shared_ptr<const knowledge::Knowledge> knowledge_;
  FollowUp follow_up_;
};

}  // namespace faqbot::dialogue

// The knowledge base scored on labelled messages, as the contract counts them.
//
// Thread safety: pure functions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/reply.h"
#include "core/result.h"
#include "engine/engine.h"
#include "eval/scores.h"

namespace faqbot::eval {

struct LabelledMessage {
  std::vector<std::string> expected;  // topic ids, any of them right
  std::string message;
  bool none_is_right = false;  // declining is right, too
};

// TSV with the header columns `expected` and `message`. Errors name the line.
Result<std::vector<LabelledMessage>> read_question_set(std::string_view tsv);

struct Predicted {
  ReplyKind kind = ReplyKind::kUnknown;
  std::vector<std::string> topics;  // answered, or offered
  double confidence = 0.0;
};

struct QuestionCounts {
  std::size_t right = 0, offered = 0, wrong = 0, missed = 0;          // in scope
  std::size_t declined = 0, asked = 0, answered = 0;                  // `none`
  std::size_t flagged = 0, flagged_other_level = 0, not_flagged = 0;  // safety/*
  std::size_t false_alarms = 0;                                       // urgent replies to all others
};

struct QuestionScores {
  std::vector<Predicted> predictions;  // in the order of the set
  QuestionCounts counts;
  std::vector<Judged> answers;  // what was answered, for the reliability table
};

QuestionScores score_questions(const Engine& engine, const std::vector<LabelledMessage>& set);

}  // namespace faqbot::eval

#include "eval/question_set.h"

#include <algorithm>

#include "text/csv.h"

namespace faqbot::eval {
namespace {

std::vector<std::string> split_expected(std::string_view field) {
  std::vector<std::string> ids;
  for (std::size_t from = 0; from <= field.size();) {
    const std::size_t to = std::min(field.find('|', from), field.size());
    if (const auto id = field.substr(from, to - from); !id.empty() && id != "none") ids.emplace_back(id);
    from = to + 1;
  }
  return ids;
}

bool allows_none(std::string_view field) {
  return field == "none" || field.starts_with("none|") || field.ends_with("|none") ||
         field.find("|none|") != std::string_view::npos;
}

bool holds(const std::vector<std::string>& expected, const std::string& topic) {
  return std::ranges::find(expected, topic) != expected.end();
}

bool expects_safety(const LabelledMessage& row) {
  return !row.expected.empty() && row.expected.front().starts_with("safety/");
}

Predicted predict(const Engine& engine, const std::string& message) {
  const Reply reply = engine.answer({message, {}, {}, {}}).reply;
  Predicted predicted{reply.kind, {}, 0.0};
  for (const Answer& answer : reply.answers) predicted.topics.push_back(answer.topic);
  for (const Link& choice : reply.choices) predicted.topics.push_back(choice.topic);
  if (!reply.answers.empty()) predicted.confidence = reply.answers.front().confidence;
  return predicted;
}

void count_safety(const LabelledMessage& row, const Predicted& predicted, QuestionCounts& counts) {
  if (predicted.kind != ReplyKind::kUrgent) {
    ++counts.not_flagged;
  } else if (holds(row.expected, predicted.topics.front())) {
    ++counts.flagged;
  } else {
    ++counts.flagged_other_level;
  }
}

void count_none(const Predicted& predicted, QuestionCounts& counts) {
  if (predicted.kind == ReplyKind::kUnknown) {
    ++counts.declined;
  } else if (predicted.kind == ReplyKind::kClarify) {
    ++counts.asked;
  } else {
    ++counts.answered;
  }
}

void count_in_scope(const LabelledMessage& row, const Predicted& predicted, QuestionCounts& counts) {
  if (predicted.kind == ReplyKind::kAnswer || predicted.kind == ReplyKind::kUrgent) {
    ++(holds(row.expected, predicted.topics.front()) ? counts.right : counts.wrong);
    return;
  }
  const bool among =
      predicted.kind == ReplyKind::kClarify &&
      std::ranges::any_of(predicted.topics, [&](const auto& topic) { return holds(row.expected, topic); });
  ++(among ? counts.offered : counts.missed);
}

}  // namespace

Result<std::vector<LabelledMessage>> read_question_set(std::string_view tsv) {
  const auto rows = text::read_tsv(tsv);
  if (rows.empty())
    return Error{"the file is empty; it needs a header line with the columns expected and message"};
  const auto& header = rows.front().fields;
  const auto expected = static_cast<std::size_t>(std::ranges::find(header, "expected") - header.begin());
  const auto message = static_cast<std::size_t>(std::ranges::find(header, "message") - header.begin());
  if (expected == header.size() || message == header.size())
    return Error{"line 1: the header must name the columns expected and message"};
  std::vector<LabelledMessage> set;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const auto& fields = rows[i].fields;
    if (fields.size() <= std::max(expected, message))
      return Error{"line " + std::to_string(rows[i].line) + ": a row needs an expected topic and a message"};
    LabelledMessage row{split_expected(fields[expected]), fields[message], allows_none(fields[expected])};
    if (row.expected.empty() && !row.none_is_right)
      return Error{"line " + std::to_string(rows[i].line) + ": expected is empty; write a topic id or none"};
    set.push_back(std::move(row));
  }
  return set;
}

QuestionScores score_questions(const Engine& engine, const std::vector<LabelledMessage>& set) {
  QuestionScores scores;
  for (const LabelledMessage& row : set) {
    const Predicted predicted = predict(engine, row.message);
    const bool urgent = predicted.kind == ReplyKind::kUrgent;
    if (expects_safety(row)) {
      count_safety(row, predicted, scores.counts);
    } else {
      scores.counts.false_alarms += urgent ? 1 : 0;
      if (row.expected.empty() || (row.none_is_right && predicted.kind == ReplyKind::kUnknown)) {
        count_none(predicted, scores.counts);
      } else {
        count_in_scope(row, predicted, scores.counts);
      }
      if (predicted.kind == ReplyKind::kAnswer) {
        const std::string& topic = predicted.topics.front();
        const bool right = holds(row.expected, topic);
        scores.answers.push_back({right ? topic : "another", topic, 1.0, predicted.confidence});
      }
    }
    scores.predictions.push_back(predicted);
  }
  return scores;
}

}  // namespace faqbot::eval

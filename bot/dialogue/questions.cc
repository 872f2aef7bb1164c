#include "dialogue/questions.h"

#include <algorithm>

#include "text/normalise.h"
#include "text/stop_words.h"

namespace faqbot::dialogue {
namespace {

// A part must be this sure of its topic to be a question of its own.
constexpr double kOwnTopic = 0.6;
// Telling words below which a part that was not understood is no question of its own.
constexpr std::size_t kQuestionOfItsOwn = 2;

bool is_chat(std::string_view topic) {
  return topic.starts_with("chat/");
}

const std::string& topic_of(const Question& question) {
  return question.decision.topics.front().topic;
}

double sureness(const Question& question) {
  return question.decision.kind == ReplyKind::kAnswer ? question.decision.topics.front().confidence : 0.0;
}

Question read(std::string_view text, const Context& context, const FollowUp& follow_up, const Rank& rank) {
  Question question{std::string(text), follow_up.rank(text, context, rank), {}};
  question.decision = decide(question.ranking);
  return question;
}

// Each asking part, with the statement before it and the topics found so far to refer to.
std::vector<Question> read_parts(const std::vector<text::Part>& parts, const Context& context,
                                 const FollowUp& follow_up, const Rank& rank) {
  std::vector<Question> questions;
  Context here = context;
  for (const text::Part& part : parts) {
    if (part.kind == text::PartKind::kManners) continue;
    if (part.kind == text::PartKind::kStatement) {
      here.statement = part.text;
      here.weight = 1.0;
      continue;
    }
    Question question = read(part.text, here, follow_up, rank);
    if (sureness(question) >= kOwnTopic && !is_chat(topic_of(question))) {
      here.topics.insert(here.topics.begin(), topic_of(question));
      here.weight = 1.0;
    }
    questions.push_back(std::move(question));
  }
  return questions;
}

bool answers(const std::vector<Question>& questions, const std::string& topic) {
  return std::ranges::any_of(questions,
                             [&](const Question& question) { return topic_of(question) == topic; });
}

// The parts that are sure of a topic, each topic once.
std::vector<Question> sure_ones(const std::vector<Question>& parts) {
  std::vector<Question> sure;
  for (const Question& part : parts)
    if (sureness(part) >= kOwnTopic && !is_chat(topic_of(part)) && !answers(sure, topic_of(part)))
      sure.push_back(part);
  return sure;
}

// Parts that no answer covers. One that could well mean an answered topic is a turn of phrase, not a
// question.
std::vector<Question> left_over(const std::vector<Question>& parts, const std::vector<Question>& answered) {
  std::vector<Question> left;
  for (const Question& part : parts) {
    if (part.decision.kind == ReplyKind::kAnswer) continue;
    if (text::telling_words(text::normalise(part.text)) < kQuestionOfItsOwn) continue;
    const bool covered = std::ranges::any_of(
        part.decision.topics, [&](const RankedTopic& topic) { return answers(answered, topic.topic); });
    if (!covered) left.push_back(part);
  }
  return left;
}

}  // namespace

Questions questions_in(std::string_view message, const Context& context, const FollowUp& follow_up,
                       const Rank& rank, std::size_t most) {
  const std::vector<text::Part> parts = text::split(message);
  Question whole = read(message, context, follow_up, rank);
  if (parts.size() < 2) return {{std::move(whole)}, {}};
  const std::vector<Question> pieces = read_parts(parts, context, follow_up, rank);
  std::vector<Question> sure = sure_ones(pieces);
  const bool whole_is_answered = whole.decision.kind == ReplyKind::kAnswer;
  if (sure.size() < 2 && (whole_is_answered && !(is_chat(topic_of(whole)) && !sure.empty()))) {
    sure.assign(1, std::move(whole));
  } else if (sure.empty()) {
    return {{std::move(whole)}, {}};
  }
  Questions found{std::move(sure), {}};
  found.not_understood = left_over(pieces, found.asked);
  if (found.asked.size() > most) {
    std::move(found.asked.begin() + static_cast<std::ptrdiff_t>(most), found.asked.end(),
              std::back_inserter(found.not_understood));
    found.asked.resize(most);
  }
  return found;
}

std::vector<RankedTopic> topics_of_letter(std::string_view letter, const FollowUp& follow_up,
                                          const Rank& rank) {
  constexpr std::size_t kMostTopics = 6;
  std::vector<RankedTopic> topics;
  const auto add = [&](const Question& question) {
    const RankedTopic& best = question.decision.topics.front();
    if (is_chat(best.topic)) return;
    const auto known = std::ranges::find(topics, best.topic, &RankedTopic::topic);
    if (known == topics.end()) {
      topics.push_back(best);
    } else {
      known->confidence = std::max(known->confidence, best.confidence);
    }
  };
  for (const Question& question : read_parts(text::split(letter), {}, follow_up, rank))
    if (question.decision.kind == ReplyKind::kAnswer) add(question);
  if (topics.size() > kMostTopics) topics.resize(kMostTopics);
  return topics;
}

std::vector<LetterQuestion> questions_of_letter(std::string_view letter, const FollowUp& follow_up,
                                                const Rank& rank) {
  std::vector<LetterQuestion> questions;
  for (const Question& question : read_parts(text::split(letter), {}, follow_up, rank)) {
    if (question.decision.kind == ReplyKind::kAnswer) {
      if (is_chat(topic_of(question))) continue;
      questions.push_back({question.text, topic_of(question), sureness(question)});
    } else if (text::telling_words(text::normalise(question.text)) >= kQuestionOfItsOwn) {
      questions.push_back({question.text, {}, 0.0});
    }
  }
  return questions;
}

}  // namespace faqbot::dialogue

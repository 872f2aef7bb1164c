#include "dialogue/questions.h"

#include <algorithm>
#include <map>

#include "text/normalise.h"
#include "text/stop_words.h"

namespace faqbot::dialogue {
namespace {

// A part must be this sure of its topic to be a question of its own.
constexpr double kOwnTopic = 0.6;

bool is_chat(std::string_view topic) {
  return topic.starts_with("chat/");
}

const std::string& topic_of(const Question& question) {
  return question.decision.topics.front().topic;
}

// One of several questions cannot be asked back about: what is nearly sure is answered.
double sureness(const Question& question) {
  constexpr double kNearlySure = 0.75;
  if (question.decision.kind == ReplyKind::kUnknown) return 0.0;
  const double sure = question.decision.topics.front().confidence;
  return question.decision.kind == ReplyKind::kAnswer || sure >= kNearlySure ? sure : 0.0;
}

// In a running conversation a question back about what leans on it costs less than a dead end.
Costs costs_in(std::string_view message, const Context& conversation) {
  constexpr double kCheaper = 1.0;
  constexpr double kLeaning = 0.7;  // dependence from which on that holds in full
  Costs costs;
  if (!conversation.topics.empty())
    costs.useless_question -= kCheaper * conversation.weight * std::min(1.0, dependence(message) / kLeaning);
  return costs;
}

// What it takes to read a piece of a message.
struct Means {
  const FollowUp& follow_up;
  const Rank& rank;
  Costs costs;
};

Question read(std::string_view text, const Context& context, const Means& means) {
  Question question{std::string(text), means.follow_up.rank(text, context, means.rank), {}};
  question.decision = decide(question.ranking, means.costs);
  return question;
}

// The message without its greetings and thanks; as it is where it is nothing else.
std::string without_manners(const std::vector<text::Part>& parts, std::string_view message) {
  const auto manners = [](const text::Part& part) { return part.kind == text::PartKind::kManners; };
  if (std::ranges::none_of(parts, manners) || std::ranges::all_of(parts, manners))
    return std::string(message);
  std::string rest;
  for (const text::Part& part : parts) {
    if (manners(part)) continue;
    rest += rest.empty() ? "" : " ";
    rest += part.text;
  }
  return rest;
}

// Each asking part, with the statement before it and the topics found so far to refer to.
std::vector<Question> read_parts(const std::vector<text::Part>& parts, const Context& context,
                                 const Means& means) {
  std::vector<Question> questions;
  Context here = context;
  for (const text::Part& part : parts) {
    if (part.kind == text::PartKind::kManners) continue;
    if (part.kind == text::PartKind::kStatement) {
      here.statement = part.text;
      here.weight = 1.0;
      continue;
    }
    Question question = read(part.text, here, means);
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

// What a part says by itself, without the story before it.
struct Alone {
  std::size_t telling_words;
  bool is_strange;  // has nothing to do with the clinic: "can you do my taxes"
  bool hints;       // at some topic
};

Alone alone(const Question& part, const Rank& rank) {
  constexpr double kStrange = 0.35;      // probability that it is the clinic's business
  constexpr double kStrangeWord = 0.15;  // ... of a single telling word, which most often says little
  constexpr double kHint = 0.3;
  const std::size_t telling = text::telling_words(text::normalise(part.text));
  const Ranking ranking = rank(part.text);
  const bool hints = !ranking.topics.empty() && ranking.topics.front().confidence >= kHint;
  return {telling, telling > 0 && ranking.belongs < (telling > 1 ? kStrange : kStrangeWord), hints};
}

// Parts that no answer covers. One that could well mean an answered topic is a turn of phrase, not a
// question; so is one that says too little to hint at another.
std::vector<Question> left_over(const std::vector<Question>& parts, const std::vector<Question>& answered,
                                const Rank& rank) {
  // Telling words: a list of questions is terse.
  constexpr std::size_t kList = 3;
  const std::size_t fewest = answered.size() > 1 || parts.size() >= kList ? 1 : 2;
  std::vector<Question> left;
  for (const Question& part : parts) {
    if (part.decision.kind == ReplyKind::kAnswer) continue;
    const bool covered = std::ranges::any_of(
        part.decision.topics, [&](const RankedTopic& topic) { return answers(answered, topic.topic); });
    const Alone says = alone(part, rank);
    if (says.is_strange || (!covered && says.hints && says.telling_words >= fewest)) left.push_back(part);
  }
  return left;
}

// Where no part is sure and the message as a whole says too little, both are heard, the parts for what the
// clearest of them says of each topic: "i am pregnant and everything aches. is this for me?"
Question blended(Question whole, const std::vector<text::Part>& parts, const std::vector<Question>& pieces,
                 const Context& context, const Means& means) {
  constexpr double kParts = 0.5;
  std::vector<Question> heard = pieces;
  for (const text::Part& part : parts)
    if (part.kind == text::PartKind::kStatement) heard.push_back(read(part.text, context, means));
  std::map<std::string, double> clearest;
  for (const Question& part : heard)
    for (const RankedTopic& topic : part.ranking.topics)
      clearest[topic.topic] = std::max(clearest[topic.topic], topic.confidence);
  double sum = 0.0;
  for (const auto& [topic, confidence] : clearest) sum += confidence;
  std::vector<RankedTopic>& topics = whole.ranking.topics;
  for (RankedTopic& topic : topics) topic.confidence *= 1.0 - kParts;
  for (const auto& [topic, confidence] : clearest) {
    const double share = kParts * confidence / std::max(1.0, sum);
    const auto known = std::ranges::find(topics, topic, &RankedTopic::topic);
    if (known == topics.end()) {
      topics.push_back({topic, share, 0.0});
    } else {
      known->confidence += share;
    }
  }
  std::ranges::stable_sort(topics, std::greater{}, &RankedTopic::confidence);
  Decision decision = decide(whole.ranking, means.costs);
  if (decision.kind != ReplyKind::kUnknown) whole.decision = std::move(decision);
  return whole;
}

const Question& piece_of(const std::vector<Question>& pieces, const Question& question) {
  return *std::ranges::find(pieces, question.text, &Question::text);
}

// The part that speaks of the whole message's topic, where the sure part speaks of another one.
const Question* other_part(const std::vector<Question>& pieces, const Question& sure,
                           const std::string& topic) {
  constexpr double kSpeaksOf = 0.3;
  if (topic_of(sure) == topic) return nullptr;
  for (const Question& piece : pieces) {
    if (piece.text == sure.text) continue;
    const auto found = std::ranges::find(piece.ranking.topics, topic, &RankedTopic::topic);
    if (found != piece.ranking.topics.end() && found->confidence >= kSpeaksOf) return &piece;
  }
  return nullptr;
}

// A part that alone is sure of its topic, where the whole message would rather ask whether it is that one.
bool is_doubted(const Question& sure, const Question& whole) {
  constexpr double kBeyondDoubt = 0.8;
  return whole.decision.kind == ReplyKind::kClarify && sureness(sure) < kBeyondDoubt;
}

}  // namespace

Questions questions_in(std::string_view message, const Context& context, const FollowUp& follow_up,
                       const Rank& rank, std::size_t most) {
  const Means means{follow_up, rank, costs_in(message, context)};
  const std::vector<text::Part> parts = text::split(message);
  Question whole = read(without_manners(parts, message), context, means);
  if (parts.size() < 2) return {{std::move(whole)}, {}};
  const std::vector<Question> pieces = read_parts(parts, context, means);
  std::vector<Question> sure = sure_ones(pieces);
  if (sure.size() == 1 && is_doubted(sure.front(), whole)) return {{std::move(whole)}, {}};
  if (sure.empty()) {
    if (whole.decision.kind == ReplyKind::kUnknown)
      whole = blended(std::move(whole), parts, pieces, context, means);
    if (whole.decision.kind != ReplyKind::kAnswer) return {{std::move(whole)}, {}};
    sure.push_back(std::move(whole));
  } else if (sure.size() == 1 && whole.decision.kind == ReplyKind::kAnswer && !is_chat(topic_of(whole))) {
    if (const Question* const other = other_part(pieces, sure.front(), topic_of(whole))) {
      const bool first = other < &piece_of(pieces, sure.front());
      whole.text = other->text;
      sure.insert(first ? sure.begin() : sure.end(), std::move(whole));
    } else {
      sure.front() = std::move(whole);
    }
  }
  Questions found{std::move(sure), {}};
  found.not_understood = left_over(pieces, found.asked, rank);
  if (found.asked.size() > most) {
    std::move(found.asked.begin() + static_cast<std::ptrdiff_t>(most), found.asked.end(),
              std::back_inserter(found.not_understood));
    found.asked.resize(most);
  }
  return found;
}

}  // namespace faqbot::dialogue

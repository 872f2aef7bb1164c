#include "dialogue/letter.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "text/letter.h"
#include "text/normalise.h"
#include "text/split.h"
#include "text/stop_words.h"

namespace faqbot::dialogue {
namespace {

// A question need not be surer: staff pass over one topic too many more easily than they miss one.
constexpr double kAsked = 0.35;
// What is told without asking is background, unless it is clear. Below this, most of it is beside the point.
constexpr double kTold = 0.7;
constexpr std::size_t kTellingWordsTold = 3;
// Telling words below which a part that was not understood is no question of its own.
constexpr std::size_t kQuestionOfItsOwn = 2;
// How much the sentence before speaks for one that says nothing by itself ("do you treat that?"), and at most
// for one that does.
constexpr double kHelpless = 0.9;  // dependence from which on that is so
constexpr double kForHelpless = 0.7;
constexpr double kMostForOthers = 0.6;
// How much what was told just before, or asked in vain, supports the same topic in a question.
constexpr double kSupport = 0.3;

using Beliefs = std::map<std::string, double>;  // probability of each topic

Beliefs beliefs(const Ranking& ranking) {
  Beliefs found;
  for (const RankedTopic& topic : ranking.topics) found[topic.topic] = topic.confidence;
  return found;
}

std::pair<std::string, double> best_of(const Beliefs& said) {
  const auto best = std::ranges::max_element(said, {}, [](const auto& entry) { return entry.second; });
  return best == said.end() ? std::pair<std::string, double>() : std::pair<std::string, double>(*best);
}

// The sentence before the one that is read.
struct Before {
  std::string text;
  Beliefs beliefs;
  std::string answered;  // the topic of a question; empty for a statement
};

// `share` of the sentence read together with the one before, the rest of it alone.
Beliefs mixed(const Beliefs& alone, const Beliefs& together, double share) {
  Beliefs found;
  for (const auto& [topic, confidence] : alone) found[topic] += (1.0 - share) * confidence;
  for (const auto& [topic, confidence] : together) found[topic] += share * confidence;
  return found;
}

// What a question says after the sentence before it. Nothing where it only goes on asking the same: "how do I
// book, is it online?"
Beliefs after(const Before& before, std::string_view text, const Beliefs& alone, const Rank& rank) {
  constexpr double kNotWorthReading = 0.05;
  constexpr double kGoesOn = 0.6;  // dependence from which on a question may only go on
  constexpr double kOfItsOwn = 0.5;
  if (before.text.empty()) return alone;
  const double depends = dependence(text);
  const double clear = best_of(alone).second;
  const double share = depends >= kHelpless ? kForHelpless : kMostForOthers * depends * (1.0 - clear * clear);
  if (share < kNotWorthReading) return alone;
  const Beliefs together = beliefs(rank(before.text + ' ' + std::string(text)));
  const bool is_same = !before.answered.empty() && best_of(together).first == before.answered;
  if (!is_same) return mixed(alone, together, share);
  return depends >= kGoesOn && clear < kOfItsOwn ? Beliefs() : alone;
}

// Each is wrong independently of the other: noisy or.
void support(const Beliefs& told, Beliefs& said) {
  for (auto& [topic, confidence] : said)
    if (const auto at = told.find(topic); at != told.end())
      confidence = 1.0 - (1.0 - confidence) * (1.0 - kSupport * at->second);
}

}  // namespace

std::vector<LetterQuestion> questions_of_letter(std::string_view letter, const Rank& rank) {
  std::vector<LetterQuestion> questions;
  Before before;
  for (text::Part& part : text::split(text::without_signature(letter))) {
    const bool is_question = part.kind == text::PartKind::kQuestion;
    const std::size_t telling = text::telling_words(text::normalise(part.text));
    if (part.kind == text::PartKind::kManners || (!is_question && telling == 0)) continue;
    Beliefs alone = beliefs(rank(part.text));
    Beliefs said = is_question ? after(before, part.text, alone, rank) : alone;
    if (is_question && before.answered.empty()) support(before.beliefs, said);
    const auto [topic, confidence] = best_of(said);
    const bool goes_on = said.empty();
    const bool is_known =
        is_question ? confidence >= kAsked : confidence >= kTold && telling >= kTellingWordsTold;
    if (is_known && is_subject(topic)) questions.push_back({part.text, topic, confidence});
    if (!is_known && !goes_on && is_question && telling >= kQuestionOfItsOwn)
      questions.push_back({part.text, {}, 0.0});
    std::string answered = goes_on ? before.answered : std::string();
    if (is_known && is_question) answered = topic;
    before = {std::move(part.text), std::move(alone), std::move(answered)};
  }
  return questions;
}

std::vector<RankedTopic> topics_of_letter(std::string_view letter, const Rank& rank) {
  constexpr std::size_t kMostTopics = 6;
  std::vector<RankedTopic> topics;
  for (LetterQuestion& question : questions_of_letter(letter, rank)) {
    if (question.topic.empty()) continue;
    const auto known = std::ranges::find(topics, question.topic, &RankedTopic::topic);
    if (known != topics.end()) {
      known->confidence = std::max(known->confidence, question.confidence);
    } else if (topics.size() < kMostTopics) {
      RankedTopic& topic = topics.emplace_back();
      topic.topic = std::move(question.topic);
      topic.confidence = question.confidence;
    }
  }
  return topics;
}

}  // namespace faqbot::dialogue

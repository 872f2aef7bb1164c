#include "dialogue/decide.h"

#include <algorithm>
#include <numeric>

namespace faqbot::dialogue {
namespace {

constexpr std::size_t kMostChoices = 3;
// A choice less likely than this share of the best one only distracts.
constexpr double kWorthOffering = 0.05;
// What an example question as short as the message must resemble, to be answered outright on one word.
constexpr double kSameQuestion = 0.98;
// From so many words on, one telling word among them is asked about: "what should I wear", not "the session".
constexpr std::size_t kQuestion = 4;
// The share of a word's weight from which on it counts as one that the knowledge holds.
constexpr double kKnown = 0.99;
// Below this, not even a suggestion is near.
constexpr double kNear = 0.02;

std::vector<RankedTopic> choices(const Ranking& ranking) {
  std::vector<RankedTopic> offered;
  for (const RankedTopic& topic : ranking.topics) {
    if (offered.size() == kMostChoices) break;
    if (offered.size() >= 2 && topic.confidence < kWorthOffering * ranking.topics.front().confidence) break;
    offered.push_back(topic);
  }
  return offered;
}

}  // namespace

Decision decide(const Ranking& ranking, const Costs& costs) {
  Decision decision;
  if (ranking.topics.empty()) return decision;
  const bool same_question = ranking.topics.front().likeness >= kSameQuestion;
  if (ranking.telling_words == 0 && !same_question) return decision;
  decision.topics = choices(ranking);
  const RankedTopic& first = ranking.topics.front();
  const double best = first.confidence;
  const double offered = std::min(
      1.0, std::accumulate(decision.topics.begin(), decision.topics.end(), 0.0,
                           [](double sum, const RankedTopic& topic) { return sum + topic.confidence; }));
  const double belongs = std::max(ranking.belongs, best);
  const double answer_cost =
      (belongs - best) * costs.wrong_answer + (1.0 - belongs) * costs.stranger_answered;
  const double ask_cost = offered * costs.needless_question + (1.0 - offered) * costs.useless_question;
  const double pass_cost = offered * costs.missed;
  const bool may_answer = ranking.telling_words > 1 || ranking.words >= kQuestion || same_question;
  const bool may_ask = decision.topics.size() > 1;
  // "massage": a word of ours, too little to answer and too much to pass over.
  const bool one_known_word = !may_answer && ranking.known_share >= kKnown;
  if (may_answer && answer_cost <= pass_cost && (answer_cost <= ask_cost || !may_ask)) {
    decision.kind = ReplyKind::kAnswer;
    decision.topics.resize(1);
  } else if (may_ask && (ask_cost <= pass_cost || one_known_word)) {
    decision.kind = ReplyKind::kClarify;
  } else {
    std::erase_if(decision.topics, [](const RankedTopic& topic) { return topic.confidence < kNear; });
  }
  return decision;
}

}  // namespace faqbot::dialogue

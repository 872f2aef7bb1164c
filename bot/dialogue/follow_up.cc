#include "dialogue/follow_up.h"

#include <algorithm>
#include <array>

#include "text/normalise.h"
#include "text/stop_words.h"

namespace faqbot::dialogue {
namespace {

// How present the past is after that many turns that answered nothing.
constexpr auto kPresence = std::to_array<double>({1.0, 0.6, 0.3});
// How much likelier a topic is before the message is read, where it ...
constexpr double kNamed = 6.0;      // is in see_also of the last answer
constexpr double kNames = 4.0;      // has the last answer in its own see_also
constexpr double kSameGroup = 2.5;  // is of the last answer's group
constexpr double kOlder = 0.5;      // share of that for answers before the last
constexpr double kAgain = 0.5;      // was just answered: few ask again
// A message in a running conversation is seldom about nothing.
constexpr double kNothing = 0.7;
// How much the expanded message counts for one that cannot stand alone at all.
constexpr double kMostExpanded = 0.6;

bool one_of(std::string_view word, std::span<const std::string_view> list) {
  return std::ranges::find(list, word) != list.end();
}

constexpr auto kPronouns = std::to_array<std::string_view>(
    {"it",     "its",     "that",  "this",  "they",  "them",       "those",   "these",
     "one",    "ones",    "same",  "there", "then",  "afterwards", "instead", "too",
     "either", "another", "other", "else",  "after", "before"});
constexpr auto kOpenings =
    std::to_array<std::string_view>({"and", "or", "but", "so", "also", "then", "what", "how", "even"});

void add_telling_words(std::string_view text, std::string& words) {
  for (const std::string& word : text::normalise(text).words) {
    if (text::is_stop_word(word)) continue;
    words += words.empty() ? "" : " ";
    words += word;
  }
}

}  // namespace

bool is_subject(std::string_view topic) {
  return !topic.starts_with("chat/") && !topic.starts_with("safety/");
}

Context context_of(const Conversation& conversation) {
  Context context;
  if (conversation.idle >= kPresence.size()) return {{}, {}, 0.0};
  for (const std::string& topic : conversation.topics)
    if (is_subject(topic)) context.topics.push_back(topic);
  context.weight = context.topics.empty() ? 0.0 : kPresence[conversation.idle];
  return context;
}

double dependence(std::string_view message) {
  const text::Utterance utterance = text::normalise(message);
  if (utterance.empty()) return 0.0;
  const std::size_t telling = text::telling_words(utterance);
  double sum = telling <= 1 ? 0.7 : telling == 2 ? 0.5 : telling == 3 ? 0.3 : telling <= 5 ? 0.1 : 0.0;
  const auto pronoun = [](const std::string& word) { return one_of(word, kPronouns); };
  if (std::ranges::any_of(utterance.words, pronoun)) sum += 0.25;
  const std::string& first = utterance.words.front();
  if (one_of(first, kOpenings))
    sum += first == "what" || first == "how"
               ? (utterance.words.size() > 1 && utterance.words[1] == "about" ? 0.4 : 0.0)
               : 0.2;
  return std::min(1.0, sum);
}

FollowUp::FollowUp(std::shared_ptr<const knowledge::Knowledge> knowledge) : knowledge_(std::move(knowledge)) {
  for (const knowledge::Topic& topic : knowledge_->topics) {
    std::string words;
    add_telling_words(topic.title, words);
    key_words_.emplace(topic.id, std::move(words));
  }
}

std::string FollowUp::expanded(std::string_view message, const Context& context) const {
  std::string text = context.statement;
  if (text.empty())
    if (const auto at = key_words_.find(context.topics.front()); at != key_words_.end()) text = at->second;
  text += ' ';
  text += message;
  return text;
}

double FollowUp::nearness(const std::string& topic, const Context& context) const {
  const knowledge::Topic* const candidate = knowledge_->find(topic);
  double best = 1.0;
  double share = 1.0;
  for (std::size_t i = 0; i < context.topics.size() && i < 3; ++i, share *= kOlder) {
    const knowledge::Topic* const last = knowledge_->find(context.topics[i]);
    if (last == nullptr || candidate == nullptr) continue;
    double factor = 1.0;
    if (candidate->group() == last->group()) factor = kSameGroup;
    if (std::ranges::find(candidate->see_also, last->id) != candidate->see_also.end())
      factor = std::max(factor, kNames);
    if (std::ranges::find(last->see_also, topic) != last->see_also.end()) factor = std::max(factor, kNamed);
    best = std::max(best, 1.0 + (factor - 1.0) * share);
  }
  if (!context.topics.empty() && topic == context.topics.front())
    return 1.0 - (1.0 - kAgain) * context.weight;
  return 1.0 + (best - 1.0) * context.weight;
}

Ranking FollowUp::rank(std::string_view message, const Context& context, const Rank& alone) const {
  Ranking ranking = alone(message);
  if (context.weight <= 0.0 || (context.topics.empty() && context.statement.empty())) return ranking;
  // The clearer the message by itself, the less it needs the past.
  const double clear = ranking.topics.empty() ? 0.0 : ranking.topics.front().confidence;
  const double leaning = kMostExpanded * dependence(message) * (1.0 - clear * clear) * context.weight;
  std::vector<RankedTopic> mixed = ranking.topics;
  if (leaning > 0.05) {
    for (RankedTopic& topic : mixed) topic.confidence *= 1.0 - leaning;
    const Ranking wide = alone(expanded(message, context));
    for (const RankedTopic& topic : wide.topics) {
      const auto known = std::ranges::find(mixed, topic.topic, &RankedTopic::topic);
      if (known == mixed.end()) {
        mixed.push_back({topic.topic, leaning * topic.confidence, 0.0});
      } else {
        known->confidence += leaning * topic.confidence;
      }
    }
    ranking.telling_words = std::max(ranking.telling_words, wide.telling_words);
  }
  double sum = 0.0;
  for (const RankedTopic& topic : mixed) sum += topic.confidence;
  const double nothing = std::max(0.0, 1.0 - sum) * (1.0 - (1.0 - kNothing) * context.weight);
  double all = nothing;
  for (RankedTopic& topic : mixed) {
    topic.confidence *= nearness(topic.topic, context);
    all += topic.confidence;
  }
  if (all <= 0.0) return ranking;
  for (RankedTopic& topic : mixed) topic.confidence /= all;
  std::ranges::stable_sort(mixed, std::greater{}, &RankedTopic::confidence);
  ranking.topics = std::move(mixed);
  return ranking;
}

}  // namespace faqbot::dialogue

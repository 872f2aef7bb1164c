#include "dialogue/follow_up.h"

#include <algorithm>
#include <array>

#include "text/normalise.h"
#include "text/stop_words.h"

namespace faqbot::dialogue {
namespace {
// How present the past is after that many turns that answered nothing.
constexpr auto kPresence = std::to_array<double>({1.0, 0.6, 0.3});
// ... and what the last message may have been about, where it was not understood and nothing came before.
constexpr double kGuessed = 0.5;
// How much likelier a topic is before the message is read, where it ...
constexpr double kNamed = 6.0;      // is in see_also of the last answer
constexpr double kNames = 4.0;      // has the last answer in its own see_also
constexpr double kSameGroup = 2.5;  // is of the last answer's group
constexpr double kOlder = 0.5;      // share of that for answers before the last
constexpr double kAgain = 0.5;      // was just answered: few ask again ...
constexpr double kAskedOn = 1.5;    // ... but "is that bad?" asks on about it
// How much a message leans that asks on about what was just answered, where it points at it.
constexpr double kAsksOn = 0.7;
// How much the most dependent message leans that still has a word of its own.
constexpr double kNearlyAll = 0.95;
// A message in a running conversation is seldom about nothing.
constexpr double kNothing = 0.7;
// How much the expanded message counts for one that cannot stand alone at all.
constexpr double kMostExpanded = 0.6;
// ... and one that points at what was told just before it, with hardly a word of its own: "do you treat
// that?"
constexpr double kPointsAtStatement = 0.7;
constexpr std::size_t kHardlyAWord = 1;  // telling words
// ... and one after a statement that would be about a group which it does not name.
constexpr double kUnnamedGroup = 0.75;

// Of every group, where it has such a topic: its name alone asks that.
constexpr std::string_view kFirstQuestion = "/what-is";

bool one_of(std::string_view word, std::span<const std::string_view> list) {
  return std::ranges::find(list, word) != list.end();
}

constexpr auto kPronouns = std::to_array<std::string_view>(
    {"it",     "its",     "that",  "this",  "they",  "them",       "those",   "these",
     "one",    "ones",    "same",  "there", "then",  "afterwards", "instead", "too",
     "either", "another", "other", "else",  "after", "before"});
// Point at what was spoken of.
constexpr auto kReferring =
    std::to_array<std::string_view>({"it", "its", "that", "this", "they", "them", "those", "these"});
// Judge what was spoken of and say nothing else.
constexpr auto kJudging = std::to_array<std::string_view>(
    {"good",      "bad",     "normal",   "ok",        "okay",      "fine",  "usual",
     "dangerous", "serious", "common",   "allowed",   "wise",      "true",  "worth",
     "right",     "wrong",   "possible", "necessary", "important", "thing", "sign"});
// Ask for a place, a span or a number and leave out of what.
constexpr auto kOnlyAsking = std::to_array<std::string_view>(
    {"whereabouts", "long", "often", "many", "soon", "exactly", "else", "again", "roughly", "usually"});
constexpr auto kOpenings =
    std::to_array<std::string_view>({"and", "or", "but", "so", "also", "then", "what", "how", "even"});

bool refers(const text::Utterance& utterance) {
  return std::ranges::any_of(utterance.words,
                             [](const std::string& word) { return one_of(word, kReferring); });
}

// "do you treat that", not "what does it cost".
bool points_at(const text::Utterance& utterance) {
  static constexpr auto kPointing =
      std::to_array<std::string_view>({"that", "this", "them", "those", "these"});
  return std::ranges::any_of(utterance.words,
                             [](const std::string& word) { return one_of(word, kPointing); });
}

// "is it all right to", "would it be ok if": an "it" that stands for what follows.
bool points_ahead(std::span<const std::string> words, std::size_t it) {
  constexpr std::size_t kFarthest = 5;
  static constexpr auto kAhead = std::to_array<std::string_view>({"to", "if", "that"});
  const std::size_t end = std::min(words.size(), it + kFarthest);
  for (std::size_t i = it + 2; i < end; ++i)
    if (one_of(words[i], kAhead)) return i + 1 < words.size();
  return false;
}

// "whereabouts", "how long?": nothing in it says what is spoken of.
bool is_ellipsis(const text::Utterance& utterance) {
  const bool judges = refers(utterance);
  return std::ranges::all_of(utterance.words, [&](const std::string& word) {
    return text::is_stop_word(word) || one_of(word, kOnlyAsking) || (judges && one_of(word, kJudging));
  });
}

void add_telling_words(std::string_view text, std::string& words) {
  for (const std::string& word : text::normalise(text).words) {
    if (text::is_stop_word(word)) continue;
    words += words.empty() ? "" : " ";
    words += word;
  }
}

// "trigger points" for trigger-points; empty where the group's questions do not call it so ("clinic").
std::string words_of_group(std::string_view group, const knowledge::Knowledge& knowledge) {
  constexpr double kCalledSo = 0.5;  // of the group's topics
  std::string words(group);
  std::ranges::replace(words, '-', ' ');
  std::string_view stem = words;
  if (stem.ends_with('s')) stem.remove_suffix(1);
  double topics = 0.0;
  double naming = 0.0;
  for (const knowledge::Topic& topic : knowledge.topics) {
    if (topic.group() != group) continue;
    const auto names = [&](const auto& question) {
      return text::normalise(question.text).joined().find(stem) != std::string::npos;
    };
    ++topics;
    naming += std::ranges::any_of(topic.questions, names) ? 1.0 : 0.0;
  }
  return naming > kCalledSo * topics ? words : std::string();
}

}  // namespace

bool is_subject(std::string_view topic) {
  return !topic.starts_with("chat/") && !topic.starts_with("safety/");
}

Context context_of(const Conversation& conversation) {
  Context context;
  const bool faded = conversation.idle >= kPresence.size();
  for (const std::string& topic : conversation.topics)
    if (is_subject(topic) && !faded) context.topics.push_back(topic);
  // The likeliest of the choices that were offered is what is spoken of now.
  if (!conversation.offered.empty() && is_subject(conversation.offered.front())) {
    context.weight = std::max(kGuessed, faded || context.topics.empty() ? 0.0 : kPresence[conversation.idle]);
    std::erase(context.topics, conversation.offered.front());
    context.topics.insert(context.topics.begin(), conversation.offered.front());
    return context;
  }
  if (context.topics.empty() && conversation.failures > 0 && !conversation.also.empty() &&
      is_subject(conversation.also.front()))
    return {{conversation.also.front()}, {}, kGuessed};
  if (faded) return {{}, {}, 0.0};
  context.weight = context.topics.empty() ? 0.0 : kPresence[conversation.idle];
  return context;
}

bool points_back(const text::Utterance& utterance) {
  const auto& words = utterance.words;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (one_of(words[i], kPronouns) && !(words[i] == "it" && points_ahead(words, i))) return true;
  return false;
}

double dependence(std::string_view message) {
  const text::Utterance utterance = text::normalise(message);
  if (utterance.empty()) return 0.0;
  if (is_ellipsis(utterance)) return 1.0;
  const std::size_t telling = text::telling_words(utterance);
  double sum = telling <= 1 ? 0.7 : telling == 2 ? 0.5 : telling == 3 ? 0.3 : telling <= 5 ? 0.1 : 0.0;
  if (points_back(utterance)) sum += 0.25;
  const std::string& first = utterance.words.front();
  if (one_of(first, kOpenings))
    sum += first == "what" || first == "how"
               ? (utterance.words.size() > 1 && utterance.words[1] == "about" ? 0.4 : 0.0)
               : 0.2;
  return std::min(kNearlyAll, sum);
}

FollowUp::FollowUp(std::shared_ptr<const knowledge::Knowledge> knowledge) : knowledge_(std::move(knowledge)) {
  for (const knowledge::Topic& topic : knowledge_->topics) {
    std::string words;
    add_telling_words(topic.title, words);
    key_words_.emplace(topic.id, std::move(words));
  }
  for (const knowledge::Topic& topic : knowledge_->topics)
    if (const std::string group(topic.group()); !group_words_.contains(group))
      group_words_.emplace(group, words_of_group(group, *knowledge_));
}

// What the message may be leaning on: the statement before it, else the last topic by its title and by its
// group's name.
std::vector<std::string> FollowUp::expanded(std::string_view message, const Context& context) const {
  std::vector<std::string> texts;
  const auto add = [&](const std::string& words) {
    if (!words.empty()) texts.push_back(words + ' ' + std::string(message));
  };
  add(context.statement);
  if (!texts.empty()) return texts;
  const std::string& last = context.topics.front();
  if (const auto at = key_words_.find(last); at != key_words_.end()) add(at->second);
  if (const auto at = group_words_.find(last.substr(0, last.find('/'))); at != group_words_.end())
    add(at->second);
  return texts;
}

bool FollowUp::is_called_by_name(std::string_view group) const {
  const auto at = group_words_.find(std::string(group));
  return at != group_words_.end() && !at->second.empty();
}

// What the words put in front would have found without the message: the group's first question, and the last
// topic, unless the message points at it ("what about kids" does not).
bool FollowUp::says_only_context(std::string_view topic, const Context& context, bool points_back) const {
  const std::string& last = context.topics.front();
  if (topic == last) return !points_back;
  const std::string_view group = std::string_view(last).substr(0, last.find('/'));
  return topic.starts_with(group) && topic.substr(group.size()) == kFirstQuestion;
}

// Mixes the rankings of the expanded message in, `leaning` of them all together.
void FollowUp::lean(std::string_view message, const Context& context, const Rank& alone, double leaning,
                    Ranking& ranking) const {
  const std::vector<std::string> texts = expanded(message, context);
  if (texts.empty()) return;
  for (RankedTopic& topic : ranking.topics) topic.confidence *= 1.0 - leaning;
  const double share = leaning / static_cast<double>(texts.size());
  const bool points_back = refers(text::normalise(message));
  for (const std::string& text : texts) {
    const Ranking wide = alone(text);
    for (const RankedTopic& topic : wide.topics) {
      if (context.statement.empty() && says_only_context(topic.topic, context, points_back)) continue;
      const auto known = std::ranges::find(ranking.topics, topic.topic, &RankedTopic::topic);
      if (known == ranking.topics.end()) {
        ranking.topics.push_back({topic.topic, share * topic.confidence, 0.0});
      } else {
        known->confidence += share * topic.confidence;
      }
    }
    ranking.telling_words = std::max(ranking.telling_words, wide.telling_words);
  }
}

double FollowUp::nearness(const std::string& topic, const Context& context, bool asks_on) const {
  const knowledge::Topic* const candidate = knowledge_->find(topic);
  double best = 1.0;
  double share = 1.0;
  for (std::size_t i = 0; i < context.topics.size() && i < 3; ++i, share *= kOlder) {
    const knowledge::Topic* const last = knowledge_->find(context.topics[i]);
    if (last == nullptr || candidate == nullptr) continue;
    double factor = 1.0;
    if (candidate->group() == last->group() && is_called_by_name(last->group())) factor = kSameGroup;
    if (std::ranges::find(candidate->see_also, last->id) != candidate->see_also.end())
      factor = std::max(factor, kNames);
    if (std::ranges::find(last->see_also, topic) != last->see_also.end()) factor = std::max(factor, kNamed);
    best = std::max(best, 1.0 + (factor - 1.0) * share);
  }
  if (!context.topics.empty() && topic == context.topics.front())
    return 1.0 + ((asks_on ? kAskedOn : kAgain) - 1.0) * context.weight;
  return 1.0 + (best - 1.0) * context.weight;
}

// "can mfr help" after what was told of a knee: most who ask it ask for their backs, which the topic's title
// names and the message does not.
bool FollowUp::is_about_unnamed_group(const text::Utterance& utterance, const Ranking& ranking,
                                      const Context& context) const {
  if (context.statement.empty() || ranking.topics.empty()) return false;
  const std::string& best = ranking.topics.front().topic;
  const std::string group = best.substr(0, best.find('/'));
  if (!is_called_by_name(group)) return false;
  const text::Utterance name = text::normalise(group_words_.at(group));
  const auto names_it = [&](const text::Utterance& read) {
    return std::ranges::find_first_of(read.words, name.words) != read.words.end();
  };
  return !names_it(utterance) && names_it(text::normalise(key_words_.at(best)));
}

Ranking FollowUp::rank(std::string_view message, const Context& context, const Rank& alone) const {
  Ranking ranking = alone(message);
  if (context.weight <= 0.0 || (context.topics.empty() && context.statement.empty())) return ranking;
  // The clearer the message by itself, the less it needs the past.
  const double depends = dependence(message);
  const text::Utterance utterance = text::normalise(message);
  const bool asks_on = depends >= kAsksOn && refers(utterance);
  const double clear = ranking.topics.empty() || depends >= 1.0 ? 0.0 : ranking.topics.front().confidence;
  double leaning = kMostExpanded * depends * (1.0 - clear * clear) * context.weight;
  if (!context.statement.empty() && points_at(utterance) && text::telling_words(utterance) <= kHardlyAWord)
    leaning = std::max(leaning, kPointsAtStatement * context.weight);
  if (is_about_unnamed_group(utterance, ranking, context))
    leaning = std::max(leaning, kUnnamedGroup * context.weight);
  if (leaning > 0.05) lean(message, context, alone, leaning, ranking);
  std::vector<RankedTopic> mixed = ranking.topics;
  double sum = 0.0;
  for (const RankedTopic& topic : mixed) sum += topic.confidence;
  const double nothing = std::max(0.0, 1.0 - sum) * (1.0 - (1.0 - kNothing) * context.weight * depends);
  double all = nothing;
  for (RankedTopic& topic : mixed) {
    topic.confidence *= nearness(topic.topic, context, asks_on);
    all += topic.confidence;
  }
  if (all <= 0.0) return ranking;
  for (RankedTopic& topic : mixed) topic.confidence /= all;
  std::ranges::stable_sort(mixed, std::greater{}, &RankedTopic::confidence);
  ranking.topics = std::move(mixed);
  return ranking;
}

}  // namespace faqbot::dialogue

#include "match/suggester.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <unordered_map>

#include "text/normalise.h"
#include "text/spelling.h"
#include "text/stop_words.h"

namespace faqbot::match {
namespace {

constexpr float kTitle = 1.0F;
// What is shown is the title: a word that is in all questions of a topic and not in it counts for less. Half
// of that at so many questions.
constexpr float kQuestions = 0.75F;
constexpr float kHalfAt = 4.0F;
constexpr float kBegins = 2.0F;          // the title begins with what was typed
constexpr float kQuestionBegins = 1.5F;  // a question does
constexpr float kTypo = 0.5F;            // a letter was left out ...
constexpr float kWrongLetter = 0.4F;     // ... or is wrong, or one too many
constexpr float kStopWord = 0.1F;
constexpr std::size_t kShortest = 2;    // letters before anything is suggested
constexpr std::size_t kTypoFrom = 4;    // letters of a word before a wrong one is forgiven ...
constexpr std::size_t kTypoBeside = 3;  // ... or of one with others beside it

// Topics that are no questions to be offered while somebody types.
bool is_offered(const knowledge::Topic& topic) {
  return !topic.id.starts_with("chat/") && !topic.id.starts_with("safety/") &&
         !topic.id.starts_with("boundary/");
}

// What a word counts that differs by a letter from `known`, or, unfinished, from its beginning. 0 where it
// differs by more.
float likeness(std::string_view known, std::string_view word, bool unfinished) {
  const auto is_near = [&](std::size_t letters) {
    return (unfinished || letters == known.size()) &&
           text::edit_distance(word, known.substr(0, letters), 1) <= 1;
  };
  if (is_near(word.size() + 1)) return kTypo;
  return is_near(word.size()) || is_near(word.size() - 1) ? kWrongLetter : 0.0F;
}

}  // namespace

Suggester::Suggester(const knowledge::Knowledge& knowledge) {
  // How a topic uses a word.
  struct Use {
    std::uint32_t topic;
    float questions = 0.0F;  // that hold it
    bool in_title = false;
  };
  std::unordered_map<std::string, std::vector<Use>> uses;  // of each word, topics ascending
  const auto use = [&uses](const std::string& word, std::uint32_t topic) -> Use& {
    std::vector<Use>& of_word = uses[word];
    if (of_word.empty() || of_word.back().topic != topic) of_word.push_back({topic});
    return of_word.back();
  };
  for (const knowledge::Topic& topic : knowledge.topics) {
    if (!is_offered(topic)) continue;
    const auto number = static_cast<std::uint32_t>(topics_.size());
    topics_.push_back(topic.id);
    for (const knowledge::Wording& wording : topic.questions) {
      text::Utterance question = text::normalise(wording.text);
      questions_.emplace_back(question.joined(), number);
      std::ranges::sort(question.words);
      question.words.erase(std::unique(question.words.begin(), question.words.end()), question.words.end());
      for (const std::string& word : question.words) ++use(word, number).questions;
    }
    const text::Utterance title = text::normalise(topic.title);
    titles_.push_back(title.joined());
    for (const std::string& word : title.words) use(word, number).in_title = true;
  }
  std::ranges::sort(questions_);
  vocabulary_.reserve(uses.size());
  for (const auto& [word, topics] : uses) vocabulary_.push_back(word);
  std::ranges::sort(vocabulary_);
  postings_.reserve(uses.size());
  for (const std::string& word : vocabulary_) {
    auto& postings = postings_.emplace_back();
    for (const Use& used : uses[word])
      postings.push_back({used.topic, (used.in_title ? kTitle : 0.0F) +
                                          kQuestions * used.questions / (used.questions + kHalfAt)});
    postings.shrink_to_fit();
  }
}

Suggester::Range Suggester::beginning_with(std::string_view start) const {
  const auto from = std::ranges::lower_bound(vocabulary_, start);
  auto to = from;
  while (to != vocabulary_.end() && to->starts_with(start)) ++to;
  return {static_cast<std::size_t>(from - vocabulary_.begin()),
          static_cast<std::size_t>(to - vocabulary_.begin())};
}

std::vector<Suggester::Like> Suggester::words_like(std::string_view word, bool unfinished,
                                                   std::size_t typo_from) const {
  std::vector<Like> found;
  const Range range = beginning_with(word);
  for (std::size_t i = range.from; i < range.to; ++i)
    if (unfinished || vocabulary_[i] == word) found.push_back({i, 1.0F});
  const bool is_word = range.from < range.to && vocabulary_[range.from] == word;
  if (is_word || word.size() < typo_from) return found;
  for (std::size_t i = 0; i < vocabulary_.size(); ++i) {
    const std::string_view known = vocabulary_[i];
    if (known.front() != word.front() || (i >= range.from && i < range.to)) continue;
    if (const float factor = likeness(known, word, unfinished); factor > 0.0F) found.push_back({i, factor});
  }
  return found;
}

// How well one word fits each topic, and whether more than a stop word of the topic does.
Suggester::Fit Suggester::fit(std::string_view word, bool unfinished, std::size_t typo_from) const {
  Fit fit{std::vector<float>(topics_.size()), std::vector<bool>(topics_.size())};
  std::size_t topics = 0;
  for (const Like& like : words_like(word, unfinished, typo_from)) {
    const bool stops = text::is_stop_word(vocabulary_[like.word]);
    for (const Posting& posting : postings_[like.word]) {
      float& best = fit.weight[posting.topic];
      topics += best == 0.0F ? 1 : 0;
      best = std::max(best, posting.weight * like.factor * (stops ? kStopWord : 1.0F));
      if (!stops) fit.telling[posting.topic] = true;
    }
  }
  // Rare is what few topics speak of, in whatever form it begins like this.
  const float rarity = std::log(1.0F + static_cast<float>(topics_.size()) /
                                           static_cast<float>(std::max<std::size_t>(topics, 1)));
  for (float& weight : fit.weight) weight *= rarity;
  return fit;
}

// One word begins too many questions to say which is meant.
void Suggester::add_beginnings(const std::string& begun, bool several_words,
                               std::vector<float>& scores) const {
  for (std::size_t t = 0; t < scores.size(); ++t)
    if (titles_[t].starts_with(begun)) scores[t] += kBegins;
  if (!several_words) return;
  std::vector<float> begin_so(scores.size());
  const auto from = std::ranges::lower_bound(questions_, std::pair(begun, std::uint32_t{0}));
  for (auto at = from; at != questions_.end() && at->first.starts_with(begun); ++at) ++begin_so[at->second];
  for (std::size_t t = 0; t < scores.size(); ++t)
    scores[t] += kQuestionBegins * begin_so[t] / (begin_so[t] + 1.0F);
}

std::vector<std::string> Suggester::complete(std::string_view typed, std::size_t most) const {
  const text::Utterance utterance = text::normalise(typed);
  std::size_t letters = 0;
  for (const std::string& word : utterance.words) letters += word.size();
  if (letters < kShortest) return {};
  const bool ends_open = !typed.empty() && typed.back() != ' ';
  const std::size_t typo_from = utterance.words.size() > 1 ? kTypoBeside : kTypoFrom;
  std::vector<float> scores(topics_.size());
  std::vector<int> hits(topics_.size());
  int needed = 0;
  for (std::size_t w = 0; w < utterance.words.size(); ++w) {
    const bool unfinished = ends_open && w + 1 == utterance.words.size();
    const Fit word = fit(utterance.words[w], unfinished, typo_from);
    needed += text::is_stop_word(utterance.words[w]) ? 0 : 1;
    for (std::size_t t = 0; t < scores.size(); ++t) {
      scores[t] += word.weight[t];
      hits[t] += word.telling[t] ? 1 : 0;
    }
  }
  add_beginnings(utterance.joined(), utterance.words.size() > 1, scores);
  std::vector<std::uint32_t> order;
  for (std::uint32_t t = 0; t < scores.size(); ++t)
    if (scores[t] > 0 && hits[t] * 2 >= needed) order.push_back(t);
  std::ranges::stable_sort(order, std::greater{}, [&](std::uint32_t t) {
    return std::pair(needed > 0 ? std::min(hits[t], needed) : 0, scores[t]);
  });
  if (order.size() > most) order.resize(most);
  std::vector<std::string> ids;
  ids.reserve(order.size());
  for (const std::uint32_t topic : order) ids.push_back(topics_[topic]);
  return ids;
}

}  // namespace faqbot::match

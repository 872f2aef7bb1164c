#include "match/suggester.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

#include "text/normalise.h"
#include "text/spelling.h"
#include "text/stop_words.h"

namespace faqbot::match {
namespace {

constexpr float kTitle = 1.0F;
constexpr float kQuestion = 0.25F;    // for each question that holds the word ...
constexpr float kQuestions = 0.75F;   // ... and for all of them: what is shown is the title
constexpr float kBegins = 2.0F;       // the title begins with what was typed
constexpr std::size_t kShortest = 2;  // letters before anything is suggested
constexpr std::size_t kTypoFrom = 4;  // letters of a word before a wrong one is forgiven

// Topics that are no questions to be offered while somebody types.
bool is_offered(const knowledge::Topic& topic) {
  return !topic.id.starts_with("chat/") && !topic.id.starts_with("safety/") &&
         !topic.id.starts_with("boundary/");
}

// Whether `known` begins with `start`, a letter of it wrong, left out or one too many.
bool begins_like(std::string_view known, std::string_view start) {
  for (std::size_t letters = start.size() - 1; letters <= start.size() + 1; ++letters)
    if (text::edit_distance(start, known.substr(0, letters), 1) <= 1) return true;
  return false;
}

}  // namespace

Suggester::Suggester(const knowledge::Knowledge& knowledge) {
  std::unordered_map<std::string, std::vector<Posting>> weights;
  const auto weight = [&weights](const std::string& word, std::uint32_t topic) -> float& {
    std::vector<Posting>& postings = weights[word];
    if (postings.empty() || postings.back().topic != topic) postings.push_back({topic, 0.0F});
    return postings.back().weight;
  };
  for (const knowledge::Topic& topic : knowledge.topics) {
    if (!is_offered(topic)) continue;
    const auto number = static_cast<std::uint32_t>(topics_.size());
    topics_.push_back(topic.id);
    for (const knowledge::Wording& question : topic.questions)
      for (const std::string& word : text::normalise(question.text).words) {
        float& sum = weight(word, number);
        sum = std::min(kQuestions, sum + kQuestion);
      }
    const text::Utterance title = text::normalise(topic.title);
    titles_.push_back(title.joined());
    for (const std::string& word : std::set<std::string>(title.words.begin(), title.words.end()))
      weight(word, number) += kTitle;
  }
  vocabulary_.reserve(weights.size());
  for (const auto& [word, postings] : weights) vocabulary_.push_back(word);
  std::ranges::sort(vocabulary_);
  for (const std::string& word : vocabulary_) {
    const std::vector<Posting>& topics = weights[word];
    const float rarity =
        std::log(1.0F + static_cast<float>(topics_.size()) / static_cast<float>(topics.size()));
    starts_.push_back(static_cast<std::uint32_t>(postings_.size()));
    for (const auto& [topic, sum] : topics)
      postings_.push_back({topic, sum * rarity * (text::is_stop_word(word) ? 0.1F : 1.0F)});
  }
  starts_.push_back(static_cast<std::uint32_t>(postings_.size()));
}

std::span<const Suggester::Posting> Suggester::postings(std::size_t word) const {
  return {postings_.begin() + starts_[word], postings_.begin() + starts_[word + 1]};
}

Suggester::Range Suggester::beginning_with(std::string_view start) const {
  const auto from = std::ranges::lower_bound(vocabulary_, start);
  auto to = from;
  while (to != vocabulary_.end() && to->starts_with(start)) ++to;
  return {static_cast<std::size_t>(from - vocabulary_.begin()),
          static_cast<std::size_t>(to - vocabulary_.begin())};
}

std::vector<std::size_t> Suggester::words_like(std::string_view word, bool unfinished) const {
  std::vector<std::size_t> found;
  const Range range = beginning_with(word);
  for (std::size_t i = range.from; i < range.to; ++i)
    if (unfinished || vocabulary_[i] == word) found.push_back(i);
  if (!found.empty() || word.size() < kTypoFrom) return found;
  for (std::size_t i = 0; i < vocabulary_.size(); ++i) {
    const std::string_view known = vocabulary_[i];
    if (known.front() != word.front()) continue;
    if (unfinished ? begins_like(known, word) : text::edit_distance(word, known, 1) <= 1) found.push_back(i);
  }
  return found;
}

std::vector<std::string> Suggester::complete(std::string_view typed, std::size_t most) const {
  const text::Utterance utterance = text::normalise(typed);
  std::size_t letters = 0;
  for (const std::string& word : utterance.words) letters += word.size();
  if (letters < kShortest) return {};
  const bool ends_open = !typed.empty() && typed.back() != ' ';
  std::vector<float> scores(topics_.size());
  std::vector<int> hits(topics_.size());
  int needed = 0;
  for (std::size_t w = 0; w < utterance.words.size(); ++w) {
    const bool unfinished = ends_open && w + 1 == utterance.words.size();
    std::vector<float> best(topics_.size());
    for (const std::size_t word : words_like(utterance.words[w], unfinished))
      for (const Posting& posting : postings(word))
        best[posting.topic] = std::max(best[posting.topic], posting.weight);
    const bool telling = !text::is_stop_word(utterance.words[w]) || unfinished;
    needed += telling ? 1 : 0;
    for (std::size_t t = 0; t < scores.size(); ++t) {
      scores[t] += best[t];
      hits[t] += telling && best[t] > 0 ? 1 : 0;
    }
  }
  const std::string begun = utterance.joined();
  for (std::size_t t = 0; t < scores.size(); ++t)
    if (titles_[t].starts_with(begun)) scores[t] += kBegins;
  std::vector<std::uint32_t> order;
  for (std::uint32_t t = 0; t < scores.size(); ++t)
    if (scores[t] > 0 && hits[t] * 2 >= needed) order.push_back(t);
  std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
    return hits[a] != hits[b] ? hits[a] > hits[b] : scores[a] > scores[b];
  });
  if (order.size() > most) order.resize(most);
  std::vector<std::string> ids;
  for (const std::uint32_t topic : order) ids.push_back(topics_[topic]);
  return ids;
}

}  // namespace faqbot::match

#include "match/denials.h"

#include <algorithm>
#include <array>
#include <set>

#include "text/stem.h"
#include "text/stop_words.h"

namespace faqbot::match {
namespace {

// A verb belongs to a topic where one in so many of its questions has it.
constexpr std::uint32_t kShare = 4;

constexpr auto kWishes = std::to_array<std::string_view>(
    {"want", "wish", "need", "going", "trying", "looking", "planning", "asking", "wanting", "like", "mean"});

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::ranges::find(list, word) != list.end();
}

}  // namespace

// "not" or "no", a wish, "to", the verb.
std::string denied_verb(const text::Utterance& utterance) {
  const auto& words = utterance.words;
  for (std::size_t at = 0; at + 3 < words.size(); ++at) {
    if (words[at] != "not" && words[at] != "no") continue;
    const std::size_t wish = words[at + 1] == "really" || words[at + 1] == "actually" ? at + 2 : at + 1;
    if (wish + 2 >= words.size() || !is_one_of(words[wish], kWishes) || words[wish + 1] != "to") continue;
    if (text::is_stop_word(words[wish + 2])) continue;
    return text::thread_stemmer()(words[wish + 2]);
  }
  return {};
}

void Denials::learn(std::uint32_t topic, const text::Utterance& question) {
  Words& words = topics_[topic];
  ++words.questions;
  if (const std::string stem = denied_verb(question); !stem.empty()) ++words.uses[stem].denied;
  std::set<std::string> seen;
  for (const std::string& word : question.words)
    if (!text::is_stop_word(word)) seen.insert(text::thread_stemmer()(word));
  for (const std::string& stem : seen) ++words.uses[stem].meant;
}

bool Denials::denies(std::uint32_t topic, const std::string& stem) const {
  const auto words = topics_.find(topic);
  if (words == topics_.end()) return false;
  const auto use = words->second.uses.find(stem);
  return use != words->second.uses.end() && use->second.denied == 0 &&
         use->second.meant * kShare >= words->second.questions;
}

}  // namespace faqbot::match

#include "match/denials.h"

#include <algorithm>
#include <array>
#include <unordered_map>

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

// How a topic's questions use a stem.
struct Use {
  std::uint32_t meant = 0;
  bool denied = false;
};

// Stems by number, each word's looked up once.
class Stems {
 public:
  std::uint32_t of(const std::string& word) {
    const auto known = of_words_.find(word);
    return known != of_words_.end() ? known->second : of_words_[word] = number(text::thread_stemmer()(word));
  }

  std::uint32_t number(const std::string& stem) {
    const auto [at, is_new] = numbers_.try_emplace(stem, static_cast<std::uint32_t>(texts_.size()));
    if (is_new) texts_.push_back(stem);
    return at->second;
  }

  const std::string& text(std::uint32_t number) const { return texts_[number]; }

 private:
  std::unordered_map<std::string, std::uint32_t> of_words_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> texts_;
};

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

Denials::Denials(std::span<const OwnQuestion> questions) {
  Stems stems;
  std::unordered_map<std::uint32_t, std::uint32_t> asked;  // questions of each topic
  std::unordered_map<std::uint64_t, Use> uses;             // of a stem by a topic
  const auto use = [&uses](std::uint32_t topic, std::uint32_t stem) -> Use& {
    return uses[std::uint64_t{topic} << 32U | stem];
  };
  std::vector<std::uint32_t> seen;
  for (const auto& [topic, question] : questions) {
    ++asked[topic];
    if (const std::string stem = denied_verb(*question); !stem.empty())
      use(topic, stems.number(stem)).denied = true;
    seen.clear();
    for (const std::string& word : question->words)
      if (!text::is_stop_word(word)) seen.push_back(stems.of(word));
    std::ranges::sort(seen);
    seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
    for (const std::uint32_t stem : seen) ++use(topic, stem).meant;
  }
  for (const auto& [key, used] : uses) {
    const auto topic = static_cast<std::uint32_t>(key >> 32U);
    if (!used.denied && used.meant * kShare >= asked[topic])
      verbs_.emplace_back(topic, stems.text(static_cast<std::uint32_t>(key)));
  }
  std::ranges::sort(verbs_);
}

bool Denials::denies(std::uint32_t topic, std::string_view stem) const {
  using Verb = std::pair<std::uint32_t, std::string_view>;
  return std::ranges::binary_search(verbs_, Verb(topic, stem), {},
                                    [](const auto& verb) { return Verb(verb.first, verb.second); });
}

}  // namespace faqbot::match

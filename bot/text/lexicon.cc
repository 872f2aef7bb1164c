#include "text/lexicon.h"

#include <algorithm>

namespace faqbot::text {

void Lexicon::add(std::string_view variant, std::string_view word) {
  const Utterance phrase = normalise(variant);
  if (phrase.empty()) return;
  meanings_.insert_or_assign(phrase.joined(), normalise(word).words);
  std::size_t& longest = longest_[phrase.words.front()];
  longest = std::max(longest, phrase.words.size());
}

Utterance Lexicon::apply(const Utterance& utterance) const {
  Utterance meant;
  meant.guessed = utterance.guessed;
  const auto put = [&](const std::string& word, bool ends) {
    meant.words.push_back(word);
    meant.ends_sentence.push_back(ends);
  };
  for (std::size_t at = 0; at < utterance.words.size();) {
    const auto begins = longest_.find(utterance.words[at]);
    const std::size_t longest = begins == longest_.end() ? 0 : begins->second;
    std::size_t used = 0;
    const std::vector<std::string>* meaning = nullptr;
    std::string phrase;
    for (std::size_t end = at; end < utterance.words.size() && end - at < longest; ++end) {
      if (end > at) phrase += ' ';
      phrase += utterance.words[end];
      if (const auto found = meanings_.find(phrase); found != meanings_.end()) {
        meaning = &found->second;
        used = end - at + 1;
      }
      if (utterance.ends_sentence[end]) break;
    }
    if (meaning == nullptr) {
      put(utterance.words[at], utterance.ends_sentence[at]);
      ++at;
      continue;
    }
    const bool ends = utterance.ends_sentence[at + used - 1];
    for (std::size_t i = 0; i < meaning->size(); ++i) put((*meaning)[i], ends && i + 1 == meaning->size());
    at += used;
  }
  return meant;
}

}  // namespace faqbot::text

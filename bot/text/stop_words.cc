#include "text/stop_words.h"

#include <algorithm>
#include <array>

namespace faqbot::text {
namespace {

// Looked up by halving, so sorted.
constexpr auto kStopWords = std::to_array<std::string_view>({
    "a",     "about", "all",  "also",   "am",     "an",   "and",   "any",    "anyway", "are",   "as",
    "at",    "be",    "been", "being",  "but",    "by",   "can",   "could",  "did",    "do",    "does",
    "doing", "done",  "for",  "from",   "had",    "has",  "have",  "having", "he",     "her",   "him",
    "his",   "how",   "i",    "if",     "in",     "into", "is",    "it",     "its",    "just",  "like",
    "maybe", "me",    "more", "my",     "no",     "not",  "of",    "oh",     "ok",     "on",    "one",
    "only",  "or",    "our",  "please", "really", "s",    "shall", "she",    "should", "so",    "some",
    "t",     "than",  "that", "the",    "their",  "them", "then",  "there",  "these",  "they",  "thing",
    "this",  "those", "to",   "too",    "um",     "up",   "us",    "very",   "was",    "we",    "well",
    "were",  "what",  "when", "where",  "which",  "who",  "why",   "will",   "with",   "would", "yes",
    "you",   "your",
});
static_assert(std::ranges::is_sorted(kStopWords));

}  // namespace

bool is_stop_word(std::string_view word) {
  return std::ranges::binary_search(kStopWords, word);
}

std::size_t telling_words(const Utterance& utterance) {
  return static_cast<std::size_t>(
      std::ranges::count_if(utterance.words, [](const auto& w) { return !is_stop_word(w); }));
}

}  // namespace faqbot::text

#include <algorithm>
#include <array>

#include "text/normalise.h"
#include "text/split.h"

namespace faqbot::text {
namespace {

// Sorted. Words of which a piece may consist and still say nothing about a topic.
constexpr auto kManners = std::to_array<std::string_view>(
    {"a",       "afternoon",   "again",       "ah",     "aha",        "all",       "alright", "am",
     "and",     "appreciated", "awesome",     "best",   "bless",      "bot",       "bravo",   "brilliant",
     "bye",     "cheers",      "cool",        "day",    "dear",       "doctor",    "evening", "everyone",
     "excuse",  "fab",         "fair",        "fine",   "folks",      "for",       "friend",  "good",
     "got",     "great",       "greetings",   "guys",   "ha",         "haha",      "hallo",   "hello",
     "hey",     "hi",          "hii",         "hiya",   "hm",         "hmm",       "hope",    "howdy",
     "i",       "in",          "interesting", "is",     "it",         "kind",      "kindly",  "lol",
     "lot",     "lots",        "love",        "lovely", "madam",      "many",      "mate",    "me",
     "morning", "much",        "my",          "nice",   "night",      "now",       "oh",      "ok",
     "okay",    "one",         "perfect",     "please", "question",   "questions", "quick",   "regards",
     "right",   "see",         "sincerely",   "sir",    "sirs",       "so",        "sorry",   "super",
     "sure",    "ta",          "team",        "thank",  "thanks",     "thanx",     "that",    "the",
     "there",   "thx",         "to",          "ty",     "understood", "very",      "warm",    "weird",
     "well",    "wishes",      "wow",         "yeah",   "yep",        "yes",       "you",     "your",
     "yours"});
static_assert(std::ranges::is_sorted(kManners));

// Sorted. At least one of these must be there: "it is so" is no manners.
constexpr auto kCivil = std::to_array<std::string_view>(
    {"afternoon",  "ah",        "aha",  "alright", "appreciated", "awesome", "bless",   "bravo",  "brilliant",
     "bye",        "cheers",    "cool", "dear",    "evening",     "excuse",  "fab",     "fine",   "good",
     "great",      "greetings", "ha",   "haha",    "hallo",       "hello",   "hey",     "hi",     "hii",
     "hiya",       "hm",        "hmm",  "howdy",   "interesting", "kindly",  "lol",     "lovely", "morning",
     "nice",       "oh",        "ok",   "okay",    "perfect",     "please",  "regards", "right",  "sincerely",
     "sorry",      "super",     "sure", "ta",      "thank",       "thanks",  "thanx",   "thx",    "ty",
     "understood", "weird",     "well", "wishes",  "wow",         "yeah",    "yep",     "yes",    "yours"});
static_assert(std::ranges::is_sorted(kCivil));

bool in(const auto& list, std::string_view word) {
  return std::ranges::binary_search(list, word);
}

constexpr std::size_t kMostWords = 9;

// "hope you are well", "i hope this finds you in good health"
bool is_well_wishing(const Utterance& utterance) {
  const std::string joined = utterance.joined();
  return utterance.words.size() <= 12 &&
         (joined.starts_with("hope you") || joined.starts_with("i hope you are") ||
          joined.starts_with("i hope this") || joined.starts_with("i hope all"));
}

// Sorted. "two questions", "second thing", "slightly silly question maybe": only announces what comes.
constexpr auto kAnnouncing = std::to_array<std::string_view>(
    {"a",        "also",      "and",      "another", "bit",     "but",    "cheeky",  "couple",
     "daft",     "dumb",      "few",      "final",   "finally", "first",  "firstly", "i",
     "just",     "last",      "lastly",   "little",  "maybe",   "more",   "my",      "next",
     "nosy",     "number",    "odd",      "of",      "off",     "oh",     "one",     "other",
     "p",        "perhaps",   "personal", "point",   "points",  "ps",     "queries", "query",
     "question", "questions", "quick",    "random",  "really",  "s",      "second",  "secondly",
     "silly",    "slightly",  "small",    "so",      "some",    "stupid", "the",     "then",
     "thing",    "things",    "third",    "thirdly", "three",   "two",    "vain",    "weird"});
static_assert(std::ranges::is_sorted(kAnnouncing));

// Sorted. At least one of these must be there.
constexpr auto kAnnounced = std::to_array<std::string_view>(
    {"finally",  "first",  "firstly", "last",    "lastly",  "next",     "one",       "p",
     "point",    "points", "ps",      "queries", "query",   "question", "questions", "second",
     "secondly", "thing",  "things",  "third",   "thirdly", "three",    "two"});
static_assert(std::ranges::is_sorted(kAnnounced));

}  // namespace

bool is_announcement(const Utterance& utterance) {
  const auto listed = [](const std::string& word) { return in(kAnnouncing, word); };
  const auto counts = [](const std::string& word) { return in(kAnnounced, word); };
  return std::ranges::all_of(utterance.words, listed) && std::ranges::any_of(utterance.words, counts);
}

bool is_manners(std::string_view piece) {
  return is_manners(normalise(piece));
}

bool is_manners(const Utterance& utterance) {
  if (utterance.empty()) return true;
  if (is_well_wishing(utterance)) return true;
  if (utterance.words.size() > kMostWords) return false;
  if (is_announcement(utterance)) return true;
  const auto listed = [](const std::string& word) { return in(kManners, word); };
  const auto civil = [](const std::string& word) { return in(kCivil, word); };
  if (std::ranges::all_of(utterance.words, listed)) return std::ranges::any_of(utterance.words, civil);
  // "dear dr patel", "best wishes siobhan okafor": a formula and a name.
  const std::string joined = utterance.joined();
  if (utterance.words.size() > 5) return false;
  static constexpr auto kFormulas = std::to_array<std::string_view>(
      {"dear ", "best wishes", "kind regards", "best regards", "many thanks", "yours ",
       "to whom it may concern", "with kind regards", "warm regards", "regards"});
  return std::ranges::any_of(kFormulas,
                             [&](std::string_view formula) { return joined.starts_with(formula); });
}

}  // namespace faqbot::text

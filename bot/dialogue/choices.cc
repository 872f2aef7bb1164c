#include "dialogue/choices.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "dialogue/reaction.h"
#include "text/asking.h"
#include "text/normalise.h"
#include "text/stem.h"
#include "text/stop_words.h"

namespace faqbot::dialogue {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t kLongest = 8;  // words of a message that only points

struct Place {
  std::string_view word;
  int place;  // from 0; -1 is the last
};
constexpr auto kPlaces = std::to_array<Place>({{"1", 0},
                                               {"one", 0},
                                               {"first", 0},
                                               {"1st", 0},
                                               {"top", 0},
                                               {"former", 0},
                                               {"2", 1},
                                               {"two", 1},
                                               {"second", 1},
                                               {"2nd", 1},
                                               {"middle", 1},
                                               {"3", 2},
                                               {"three", 2},
                                               {"third", 2},
                                               {"3rd", 2},
                                               {"last", -1},
                                               {"bottom", -1},
                                               {"latter", -1},
                                               {"final", -1}});

constexpr auto kPointing = std::to_array<std::string_view>(
    {"a",        "and",      "is",   "it",     "i",      "mean",  "meant", "the",    "that",
     "option",   "number",   "no",   "nr",     "choice", "one",   "ones",  "please", "pls",
     "would",    "like",     "want", "thanks", "ok",     "yes",   "yeah",  "my",     "answer",
     "for",      "me",       "to",   "know",   "go",     "with",  "think", "s",      "guess",
     "actually", "question", "of",   "them",   "these",  "those", "all",   "both",   "either",
     "suppose",  "probably", "just", "about",  "hi",     "hmm",   "oh",    "say"});

constexpr auto kNeither = std::to_array<std::string_view>({"neither",
                                                           "none",
                                                           "no",
                                                           "nope",
                                                           "nah",
                                                           "neither of them",
                                                           "neither of these",
                                                           "neither of those",
                                                           "none of these",
                                                           "none of those",
                                                           "none of them",
                                                           "none of the above",
                                                           "no none of these",
                                                           "no none of those",
                                                           "not really",
                                                           "nothing of that",
                                                           "not those",
                                                           "not these",
                                                           "no neither",
                                                           "neither one",
                                                           "none thanks",
                                                           "no not those",
                                                           "not any of these",
                                                           "not any of those",
                                                           "no neither of those",
                                                           "no thanks",
                                                           "something else",
                                                           "other",
                                                           "another",
                                                           "anything else"});

constexpr auto kBoth = std::to_array<std::string_view>(
    {"both", "both please", "both of them", "both of these", "both of those", "i mean both", "all",
     "all of them", "all of these", "all three", "all please", "all of those", "the two", "both really",
     "bit of both", "a bit of both", "either", "both actually"});

bool in(std::string_view word, std::span<const std::string_view> list) {
  return std::ranges::find(list, word) != list.end();
}

std::optional<std::size_t> place_of(const std::string& word, std::size_t choices) {
  for (const Place& row : kPlaces) {
    if (row.word != word) continue;
    const std::size_t place = row.place < 0 ? choices - 1 : static_cast<std::size_t>(row.place);
    return place < choices ? std::optional(place) : std::nullopt;
  }
  return std::nullopt;
}

// "the second one" points twice, "one" the second time only as a noun.
Picked pointed(const Words& words, std::size_t choices) {
  std::set<std::size_t> places;
  bool by_noun = false;
  for (const std::string& word : words) {
    const auto place = place_of(word, choices);
    if (!place && !in(word, kPointing)) return {};
    if (word == "one") {
      by_noun = true;
    } else if (place) {
      places.insert(*place);
    }
  }
  if (places.empty() && by_noun && words.size() <= 2) places.insert(0);
  if (places.empty()) return {};
  return {Picking::kSome, {places.begin(), places.end()}};
}

std::set<std::string> stems(std::string_view text) {
  std::set<std::string> found;
  for (const std::string& word : text::normalise(text).words)
    if (!text::is_stop_word(word)) found.insert(text::thread_stemmer()(word));
  return found;
}

// The one choice that holds words of the message which the others do not. A message with words that no
// choice has speaks of something else.
Picked by_words(std::string_view message, std::span<const std::string> labels) {
  const std::set<std::string> said = stems(message);
  if (said.empty()) return {};
  std::vector<std::set<std::string>> choices;
  for (const std::string& label : labels) choices.push_back(stems(label));
  std::vector<std::size_t> votes(labels.size());
  for (const std::string& word : said) {
    const auto holds = [&](const std::set<std::string>& choice) { return choice.contains(word); };
    const auto holders = std::ranges::count_if(choices, holds);
    if (holders == 0 && !in(word, kPointing)) return {};
    if (holders != 1) continue;
    ++votes[static_cast<std::size_t>(std::ranges::find_if(choices, holds) - choices.begin())];
  }
  const auto most = std::ranges::max_element(votes);
  if (*most == 0 || std::ranges::count(votes, *most) > 1) return {};
  const auto place = static_cast<std::size_t>(most - votes.begin());
  // A question that shares a word with a choice may well ask something else.
  if (text::asks(message) && 2 * *most < choices[place].size()) return {};
  return {Picking::kSome, {place}};
}

}  // namespace

bool only_points(std::string_view message, std::size_t choices) {
  const text::Utterance utterance = text::normalise(message);
  if (utterance.empty() || utterance.words.size() > kLongest) return false;
  const std::string joined = utterance.joined();
  return in(joined, kNeither) || reaction(message) != Reaction::kNone || in(joined, kBoth) ||
         pointed(utterance.words, choices).picking != Picking::kNothing;
}

Picked pick(std::string_view message, std::span<const std::string> labels) {
  if (labels.empty()) return {};
  const text::Utterance utterance = text::normalise(message);
  if (utterance.words.size() > kLongest) return by_words(message, labels);
  const std::string joined = utterance.joined();
  if (in(joined, kNeither)) return {Picking::kNone, {}};
  switch (reaction(message)) {
    case Reaction::kYes:
      return labels.size() == 1 ? Picked{Picking::kSome, {0}} : Picked{Picking::kUnclear, {}};
    case Reaction::kThinking:
      return {Picking::kUnclear, {}};
    case Reaction::kNo:
      return {Picking::kNone, {}};
    case Reaction::kNone:
      break;
  }
  if (in(joined, kBoth)) {
    Picked all{Picking::kSome, {}};
    for (std::size_t i = 0; i < labels.size(); ++i) all.places.push_back(i);
    return all;
  }
  if (Picked picked = pointed(utterance.words, labels.size()); picked.picking != Picking::kNothing)
    return picked;
  return by_words(message, labels);
}

}  // namespace faqbot::dialogue

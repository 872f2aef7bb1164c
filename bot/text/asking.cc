#include "text/asking.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "text/normalise.h"
#include "text/stop_words.h"

namespace faqbot::text {
namespace {

using Words = std::span<const std::string>;

bool one_of(std::string_view word, std::span<const std::string_view> list) {
  return std::ranges::find(list, word) != list.end();
}

constexpr auto kAuxiliaries = std::to_array<std::string_view>(
    {"am",    "are",  "can",   "could", "did",    "do",  "does", "has",  "have",  "is",    "may",
     "might", "must", "ought", "shall", "should", "was", "were", "will", "would", "cannot"});
constexpr auto kSubjects = std::to_array<std::string_view>(
    {"i",     "you",    "he",  "she",  "it",       "we",       "they",     "that",    "this",     "there",
     "these", "those",  "my",  "your", "the",      "any",      "anyone",   "someone", "somebody", "everyone",
     "one",   "people", "a",   "kids", "children", "u",        "ye",       "one's",   "his",      "her",
     "our",   "their",  "all", "some", "anybody",  "anything", "something"});
constexpr auto kAskers =
    std::to_array<std::string_view>({"what", "how", "why", "which", "whose", "whereabouts"});
// Begin a clause as often as a question: what follows decides.
constexpr auto kSometimesAskers = std::to_array<std::string_view>({"when", "where", "who"});

// "at what times", "for how long"
constexpr auto kLeadingIn =
    std::to_array<std::string_view>({"at", "for", "from", "in", "on", "since", "to", "until", "with"});

bool begins(Words words) {
  if (words.empty()) return false;
  const std::string& first = words.front();
  if (one_of(first, kAskers)) return true;
  if (one_of(first, kSometimesAskers))
    return words.size() > 1 && (one_of(words[1], kAuxiliaries) || words[1] == "to" || words[1] == "exactly" ||
                                (first == "where" && words[1] == "you"));
  if (first == "any") return words.size() > 2;
  if (one_of(first, kLeadingIn) && words.size() > 2)
    return one_of(words[1], kAskers) && !one_of(words[2], kSubjects);
  if (!one_of(first, kAuxiliaries) || words.size() < 2) return false;
  // "can't you", but "can't lift it" tells.
  if (words[1] == "not") return words.size() > 2 && one_of(words[2], kSubjects);
  return one_of(words[1], kSubjects);
}

constexpr auto kRequests = std::to_array<std::string_view>({" like to know ",
                                                            " want to know ",
                                                            " wanted to know ",
                                                            " need to know ",
                                                            " tell me ",
                                                            " wondering ",
                                                            " wonder ",
                                                            " wondered ",
                                                            " wishes to know ",
                                                            " about what ",
                                                            " about how ",
                                                            " know if ",
                                                            " know what ",
                                                            " know how ",
                                                            " know when ",
                                                            " know where ",
                                                            " see if ",
                                                            " ask if ",
                                                            " any idea ",
                                                            " any chance ",
                                                            " would like to ask ",
                                                            " wanted to ask ",
                                                            " want to ask ",
                                                            " question is ",
                                                            " could you ",
                                                            " can you ",
                                                            " do you ",
                                                            " would you ",
                                                            " will you ",
                                                            " are you able ",
                                                            " can i ",
                                                            " could i ",
                                                            " should i ",
                                                            " may i ",
                                                            " please advise ",
                                                            " hoping ",
                                                            " guessing ",
                                                            " i assume ",
                                                            " i take it ",
                                                            " presumably ",
                                                            " curious ",
                                                            " interested to hear ",
                                                            " interested in ",
                                                            " is it possible ",
                                                            " is there ",
                                                            " are there ",
                                                            " unsure ",
                                                            " not sure ",
                                                            " would like to book ",
                                                            " want to book ",
                                                            " like to make an appointment ",
                                                            " explain ",
                                                            " asking ",
                                                            " i need an appointment ",
                                                            " grateful if ",
                                                            " what about ",
                                                            " how about ",
                                                            " whether "});

// "will bupa pay": begins a sentence as a question with any noun behind it. Those that people also begin a
// statement with ("had it for years", "did my back in") are none of these.
constexpr auto kAlwaysAsking =
    std::to_array<std::string_view>({"are", "can", "could", "does", "is", "should", "will", "would"});

bool opens(Words words) {
  return begins(words) ||
         (words.size() > 2 && one_of(words[0], kAlwaysAsking) && words[1] != "not" && words[1] != "be");
}

Words without_links(Words words, std::span<const std::string_view> links) {
  while (!words.empty() && one_of(words.front(), links)) words = words.subspan(1);
  return words;
}

// "i was wondering if", "just wanted to ask", "please could you tell me": these ask wherever they stand.
constexpr auto kAskingPhrases = std::to_array<std::string_view>(
    {"wondering",          "hoping you",    "guessing",        "wondered",         "wonder if",
     "wonder whether",     "like to know",  "want to know",    "wanted to know",   "need to know",
     "like to ask",        "wanted to ask", "want to ask",     "tell me whether",  "tell me if",
     "tell me how",        "tell me what",  "not sure if",     "not sure whether", "interested to hear",
     "interested to know", "glad to know",  "grateful if you", "please advise",    "curious"});

// "please let me know", "if you could let me know"; but "my back let me know about it" tells.
bool asks_to_be_told(Words words) {
  static constexpr auto kBefore =
      std::to_array<std::string_view>({"please", "kindly", "and", "then", "just", "also", "so", "to", "you",
                                       "could", "can", "would", "will"});
  for (std::size_t at = 0; at + 2 < words.size(); ++at)
    if (words[at] == "let" && words[at + 1] == "me" && words[at + 2] == "know")
      return at == 0 || one_of(words[at - 1], kBefore);
  return false;
}

// Within its first few words, as a subject and an auxiliary may stand before.
bool begins_request(Words words) {
  constexpr std::size_t kLatest = 4;  // word at which the phrase begins at the latest
  constexpr std::size_t kLongest = 4;
  if (asks_to_be_told(words.first(std::min(words.size(), kLatest + kLongest)))) return true;
  for (std::size_t at = 0; at < words.size() && at <= kLatest; ++at) {
    std::string joined;
    for (std::size_t i = at; i < std::min(words.size(), at + kLongest); ++i) joined += words[i] + ' ';
    if (std::ranges::any_of(kAskingPhrases, [&](std::string_view phrase) {
          return joined.starts_with(phrase) && joined[phrase.size()] == ' ';
        }))
      return true;
  }
  return false;
}

constexpr std::size_t kLookAhead = 60;  // bytes that show how a clause begins

Utterance beginning(std::string_view rest) {
  return normalise(rest.substr(0, kLookAhead));
}

}  // namespace

bool asks(std::string_view piece) {
  return asks(piece, normalise(piece));
}

bool asks(std::string_view piece, const Utterance& utterance) {
  if (piece.find('?') != std::string_view::npos) return true;
  static constexpr auto kBefore =
      std::to_array<std::string_view>({"also", "and", "but", "or", "please", "so", "then"});
  if (opens(without_links(utterance.words, kBefore)) || asks_to_be_told(utterance.words)) return true;
  const std::string plain = ' ' + utterance.joined() + ' ';
  return std::ranges::any_of(
      kRequests, [&](std::string_view request) { return plain.find(request) != std::string::npos; });
}

bool wishes(std::string_view piece) {
  static constexpr auto kAsIs =
      std::to_array<std::string_view>({"please", "kindly", "hoping", "obliged", "appreciate"});
  static constexpr auto kAdverbs =
      std::to_array<std::string_view>({"also", "do", "much", "rather", "really"});
  // "i'd" and "we'd" lose their apostrophe.
  static constexpr auto kWishers = std::to_array<std::string_view>({"would", "should", "id", "wed"});
  static constexpr auto kWished = std::to_array<std::string_view>({"like", "love", "prefer"});
  static constexpr auto kSpeakers = std::to_array<std::string_view>({"i", "we"});
  static constexpr auto kNeeds = std::to_array<std::string_view>({"need", "want", "must"});
  std::string_view before;
  const Utterance utterance = normalise(piece);
  for (const std::string& word : utterance.words) {
    if (one_of(word, kAsIs)) return true;
    if (one_of(word, kAdverbs)) continue;
    const bool is_wish = one_of(before, kWishers) && one_of(word, kWished);
    const bool is_need = one_of(before, kSpeakers) && one_of(word, kNeeds);
    if (is_wish || is_need || (before == "can" && word == "only")) return true;
    before = word;
  }
  return false;
}

bool opens_as_question(std::string_view piece) {
  const Utterance utterance = normalise(piece);
  return opens(utterance.words);
}

bool begins_question(std::string_view rest, std::string_view before) {
  static constexpr auto kBefore = std::to_array<std::string_view>({"also", "and", "please", "then"});
  const Utterance utterance = beginning(rest);
  const Words words = without_links(utterance.words, kBefore);
  if (words.size() > 1 && (words.front() == "who" || words.front() == "whether") && asks(before)) return true;
  return begins(words) || begins_request(words);
}

bool begins_telling(std::string_view rest) {
  constexpr std::size_t kShortest = 3;
  static constexpr auto kTellers =
      std::to_array<std::string_view>({"i", "we", "he", "she", "my", "our", "his", "her"});
  static constexpr auto kReasons = std::to_array<std::string_view>({"as", "because", "cos", "since"});
  const Utterance utterance = beginning(rest);
  const Words words = without_links(utterance.words, kReasons);
  return words.size() >= kShortest && one_of(words.front(), kTellers) && !begins_request(words);
}

bool spells_out(std::string_view rest) {
  static constexpr auto kStandIns = std::to_array<std::string_view>({"it", "that", "this", "they"});
  const Utterance utterance = normalise(rest);
  const auto& words = utterance.words;
  return words.size() > 2 && one_of(words[0], kAuxiliaries) && one_of(words[1], kStandIns) &&
         std::ranges::find(words, "or") != words.end();
}

bool is_relative(std::string_view rest) {
  static constexpr auto kRelatives = std::to_array<std::string_view>({"which", "who", "whose"});
  const Utterance utterance = beginning(rest);
  return utterance.words.size() > 1 && one_of(utterance.words.front(), kRelatives) &&
         rest.find('?') == std::string_view::npos;
}

bool is_condition(std::string_view clause) {
  const Utterance utterance = normalise(clause);
  static constexpr auto kBefore = std::to_array<std::string_view>({"also", "and", "but", "so"});
  const Words words = without_links(utterance.words, kBefore);
  return words.size() > 1 && (words.front() == "if" || words.front() == "once") &&
         telling_words(utterance) > 0 && !asks(clause);
}

}  // namespace faqbot::text

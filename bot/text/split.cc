#include "text/split.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

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

bool begins_question(Words words) {
  if (words.empty()) return false;
  const std::string& first = words.front();
  if (one_of(first, kAskers)) return true;
  if (one_of(first, kSometimesAskers))
    return words.size() > 1 && (one_of(words[1], kAuxiliaries) || words[1] == "to" || words[1] == "exactly" ||
                                (first == "where" && words[1] == "you"));
  if (first == "any") return words.size() > 2;
  if (!one_of(first, kAuxiliaries) || words.size() < 2) return false;
  // "can't you", but "can't lift it" tells.
  if (words[1] == "not") return words.size() > 2 && one_of(words[2], kSubjects);
  return one_of(words[1], kSubjects);
}

// Sorted, for they are looked up by their first letter. Whole words each.
constexpr auto kRequests = std::to_array<std::string_view>({"about how ",
                                                            "about what ",
                                                            "any chance ",
                                                            "any idea ",
                                                            "are there ",
                                                            "are you able ",
                                                            "ask if ",
                                                            "asking ",
                                                            "can i ",
                                                            "can you ",
                                                            "could i ",
                                                            "could you ",
                                                            "curious ",
                                                            "do you ",
                                                            "explain ",
                                                            "grateful if ",
                                                            "how about ",
                                                            "i need an appointment ",
                                                            "interested in ",
                                                            "interested to hear ",
                                                            "is it possible ",
                                                            "is there ",
                                                            "know how ",
                                                            "know if ",
                                                            "know what ",
                                                            "know when ",
                                                            "know where ",
                                                            "let me know ",
                                                            "like to know ",
                                                            "like to make an appointment ",
                                                            "may i ",
                                                            "need to know ",
                                                            "not sure ",
                                                            "please advise ",
                                                            "question is ",
                                                            "see if ",
                                                            "should i ",
                                                            "tell me ",
                                                            "unsure ",
                                                            "want to ask ",
                                                            "want to book ",
                                                            "want to know ",
                                                            "wanted to ask ",
                                                            "wanted to know ",
                                                            "what about ",
                                                            "whether ",
                                                            "will you ",
                                                            "wishes to know ",
                                                            "wonder ",
                                                            "wondered ",
                                                            "wondering ",
                                                            "would like to ask ",
                                                            "would like to book ",
                                                            "would you "});
static_assert(std::ranges::is_sorted(kRequests));

constexpr std::size_t kLetters = 26;

// Where the requests of each letter begin, and where the last ones end.
constexpr auto kRequestStarts = [] {
  std::array<std::uint8_t, kLetters + 1> starts{};
  for (const std::string_view request : kRequests)
    for (auto letter = static_cast<std::size_t>(request.front() - 'a' + 1); letter <= kLetters; ++letter)
      ++starts[letter];
  return starts;
}();

// `plain`: words with a space around each.
bool holds_request(std::string_view plain) {
  for (std::size_t at = 1; at < plain.size(); at = plain.find(' ', at) + 1) {
    const std::string_view rest = plain.substr(at);
    if (rest.front() < 'a' || rest.front() > 'z') continue;
    const auto letter = static_cast<std::size_t>(rest.front() - 'a');
    for (std::size_t i = kRequestStarts[letter]; i < kRequestStarts[letter + 1]; ++i)
      if (rest.starts_with(kRequests[i])) return true;
  }
  return false;
}

// "will bupa pay": begins a sentence as a question with any noun behind it. Those that people also begin a
// statement with ("had it for years", "did my back in") are none of these.
constexpr auto kAlwaysAsking =
    std::to_array<std::string_view>({"are", "can", "could", "does", "is", "should", "will", "would"});

bool begins_sentence_as_question(Words words) {
  return begins_question(words) ||
         (words.size() > 2 && one_of(words[0], kAlwaysAsking) && words[1] != "not" && words[1] != "be");
}

// `read`: the piece, normalised.
bool is_question(std::string_view piece, const Utterance& read) {
  if (piece.find('?') != std::string_view::npos) return true;
  Words words(read.words);
  while (!words.empty() && (words.front() == "and" || words.front() == "so" || words.front() == "but" ||
                            words.front() == "or" || words.front() == "also" || words.front() == "then" ||
                            words.front() == "please"))
    words = words.subspan(1);
  if (begins_sentence_as_question(words)) return true;
  return holds_request(' ' + read.joined() + ' ');
}

// Where a piece of text ends and the next begins.
struct Cut {
  std::size_t end;
  std::size_t next;
};

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

// "Dr.", "e.g.", "no. 3": a full stop that ends no sentence.
bool is_abbreviation(std::string_view before) {
  const std::size_t at = before.find_last_of(" \n(");
  const std::string_view word = at == std::string_view::npos ? before : before.substr(at + 1);
  if (word.size() == 1 && word != "I" && word != "i" && (word[0] < '0' || word[0] > '9')) return true;
  static constexpr auto kShort =
      std::to_array<std::string_view>({"Dr", "dr", "Mr", "mr", "Mrs", "mrs", "Ms", "ms", "St", "st", "e.g",
                                       "i.e", "approx", "no", "No", "vs", "etc", "tel", "Tel"});
  return one_of(word, kShort);
}

// "2. how much" begins with a number that only counts.
bool ends_sentence(std::string_view message, std::size_t at) {
  const char c = message[at];
  if (c == '\n' || c == '?' || c == '!' || c == ';') return true;
  if (c != '.') return false;
  const bool before_space = at + 1 == message.size() || is_space(message[at + 1]) ||
                            message[at + 1] == '\n' || message[at + 1] == '.';
  return before_space && !is_abbreviation(message.substr(0, at));
}

std::vector<std::string_view> sentences(std::string_view message) {
  std::vector<std::string_view> found;
  std::size_t from = 0;
  for (std::size_t at = 0; at < message.size(); ++at) {
    if (!ends_sentence(message, at)) continue;
    while (at + 1 < message.size() && std::string_view(".!?").find(message[at + 1]) != std::string_view::npos)
      ++at;
    found.push_back(message.substr(from, at + 1 - from));
    from = at + 1;
  }
  found.push_back(message.substr(from));
  return found;
}

constexpr auto kJoints = std::to_array<std::string_view>(
    {", and also ", " and also ", ", and ",  " and then ",     " and ",          " & ",
     ", also ",     " also ",     ", plus ", " plus ",         ", but ",         " but ",
     ", so ",       " so ",       " - ",     " \xE2\x80\x93 ", " \xE2\x80\x94 ", ": ",
     ", ",          " + ",        "... ",    "\xE2\x80\xA6 "});

// What may follow the space that a joint begins with: most words do not.
bool begins_joint(std::string_view rest) {
  return !rest.empty() && std::string_view("aApPbBsS&-+\xE2").find(rest.front()) != std::string_view::npos;
}

// The joint that begins at `at`, an empty view where there is none.
std::string_view joint_at(std::string_view sentence, std::size_t at) {
  const char c = sentence[at];
  if (c != ' ' && c != ',' && c != ':' && c != '.' && c != '\xE2') return {};
  if (c == ' ' && !begins_joint(sentence.substr(at + 1))) return {};
  for (const std::string_view joint : kJoints) {
    if (joint.size() > sentence.size() - at) continue;
    const std::string_view here = sentence.substr(at, joint.size());
    if (std::ranges::equal(here, joint, {},
                           [](char x) { return x >= 'A' && x <= 'Z' ? static_cast<char>(x + 32) : x; }))
      return joint;
  }
  return {};
}

constexpr std::size_t kLookAhead = 60;  // bytes that show how a clause begins

// Where what stands `before` asks, "and who ..." goes on asking.
bool begins_question_here(std::string_view rest, std::string_view before) {
  Utterance utterance = normalise(rest.substr(0, kLookAhead));
  Words words(utterance.words);
  while (!words.empty() && (words.front() == "also" || words.front() == "then" || words.front() == "please" ||
                            words.front() == "and"))
    words = words.subspan(1);
  if (words.size() > 1 && words.front() == "who" && asks(before)) return true;
  return begins_question(words);
}

// "..., which is nice", "Mrs Pym, who has no computer": goes on telling of what stands before.
bool is_relative(std::string_view rest) {
  const Utterance utterance = normalise(rest.substr(0, kLookAhead));
  if (utterance.words.size() < 2) return false;
  const std::string& first = utterance.words.front();
  if (first != "which" && first != "who" && first != "whose") return false;
  static constexpr auto kTold =
      std::to_array<std::string_view>({"i", "he", "she", "we", "they", "it", "you"});
  return one_of(utterance.words[1], kAuxiliaries) || one_of(utterance.words[1], kTold);
}

// "if I come again, would it be ...": the question hangs on it.
bool is_condition(std::string_view clause) {
  const Utterance utterance = normalise(clause);
  Words words(utterance.words);
  while (!words.empty() && (words.front() == "and" || words.front() == "so" || words.front() == "but" ||
                            words.front() == "also"))
    words = words.subspan(1);
  return words.size() > 1 && (words.front() == "if" || words.front() == "once") &&
         telling_words(utterance) > 0 && !is_question(clause, utterance);
}

// "hiya, been sore for weeks": the greeting comes off, whatever follows.
bool is_greeting(std::string_view piece) {
  const Utterance read = normalise(piece);
  return !read.empty() && is_manners(read) && !is_question(piece, read);
}

// "or is it", "how much and how long": both sides need words of their own.
void add_clauses(std::string_view sentence, std::vector<std::string_view>& clauses) {
  std::size_t from = 0;
  for (std::size_t at = 1; at < sentence.size(); ++at) {
    const std::string_view joint = joint_at(sentence, at);
    if (joint.empty()) continue;
    const std::size_t next = at + joint.size();
    const std::string_view before = sentence.substr(from, at - from);
    if (normalise(before).empty()) continue;
    const bool greeted = from == 0 && joint.front() == ',' && is_greeting(before);
    const std::string_view rest = sentence.substr(next);
    if (joint.front() == ',' && is_condition(before)) continue;
    if (!greeted && !begins_question_here(rest, before)) continue;
    if (is_relative(rest) && !asks(before)) continue;
    clauses.push_back(before);
    from = next;
    at = next - 1;
  }
  clauses.push_back(sentence.substr(from));
}

constexpr auto kGreetings = std::to_array<std::string_view>(
    {"hi", "hii", "hello", "hey", "hiya", "hallo", "howdy", "greetings", "good", "morning", "afternoon",
     "evening", "day", "there", "team", "all", "everyone", "folks"});

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'';
}

// Bytes of a greeting that nothing parts from what follows: "hello there do you ...". 0 where what follows
// says nothing of its own.
std::size_t bare_greeting(std::string_view sentence) {
  std::size_t end = 0;
  std::size_t at = sentence.find_first_not_of(" \n");
  while (at < sentence.size()) {
    std::size_t to = at;
    while (to < sentence.size() && is_letter(sentence[to])) ++to;
    const Utterance word = normalise(sentence.substr(at, to - at));
    if (word.words.size() != 1 || !one_of(word.words.front(), kGreetings)) break;
    end = at = std::min(sentence.find_first_not_of(' ', to), sentence.size());
  }
  if (end == 0 || !is_manners(sentence.substr(0, end))) return 0;
  const Utterance rest = normalise(sentence.substr(end));
  const bool speaks = begins_sentence_as_question(rest.words) || telling_words(rest) >= 2;
  return speaks ? end : 0;
}

std::string_view trimmed(std::string_view piece) {
  while (!piece.empty() && (is_space(piece.front()) || piece.front() == '\n' || piece.front() == ','))
    piece.remove_prefix(1);
  while (!piece.empty() && (is_space(piece.back()) || piece.back() == '\n' || piece.back() == ','))
    piece.remove_suffix(1);
  return piece;
}

}  // namespace

bool asks(std::string_view piece) {
  return is_question(piece, normalise(piece));
}

std::vector<Part> split(std::string_view message) {
  std::vector<std::string_view> clauses;
  for (const std::string_view sentence : sentences(message)) {
    const std::size_t greeting = bare_greeting(sentence);
    if (greeting > 0) clauses.push_back(sentence.substr(0, greeting));
    add_clauses(sentence.substr(greeting), clauses);
  }
  std::vector<Part> parts;
  for (const std::string_view clause : clauses) {
    const std::string_view piece = trimmed(clause);
    const Utterance read = normalise(piece);
    if (read.empty()) continue;
    const PartKind kind = is_question(piece, read) ? PartKind::kQuestion
                          : is_manners(read)       ? PartKind::kManners
                                                   : PartKind::kStatement;
    parts.push_back({std::string(piece), kind});
  }
  return parts;
}

}  // namespace faqbot::text

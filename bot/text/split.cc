#include "text/split.h"

#include <algorithm>
#include <array>
#include <span>

#include "text/asking.h"
#include "text/normalise.h"
#include "text/stop_words.h"

namespace faqbot::text {
namespace {

bool one_of(std::string_view word, std::span<const std::string_view> list) {
  return std::ranges::find(list, word) != list.end();
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

// The joint that begins at `at`, an empty view where there is none.
std::string_view joint_at(std::string_view sentence, std::size_t at) {
  const char c = sentence[at];
  if (c != ' ' && c != ',' && c != ':' && c != '.' && c != '\xE2') return {};
  for (const std::string_view joint : kJoints) {
    if (joint.size() > sentence.size() - at) continue;
    const std::string_view here = sentence.substr(at, joint.size());
    if (std::ranges::equal(here, joint, {},
                           [](char x) { return x >= 'A' && x <= 'Z' ? static_cast<char>(x + 32) : x; }))
      return joint;
  }
  return {};
}

// "hiya, been sore for weeks", "thanks but it is my neck": the greeting comes off, whatever follows.
bool is_greeting(std::string_view piece) {
  const Utterance read = normalise(piece);
  return !read.empty() && is_manners(read) && !asks(piece, read);
}

// "whats your earliest slot, i finish at eight": a sentence with a question mark asks to its end.
bool leaves_off_asking(std::string_view joint, std::string_view before, std::string_view rest) {
  if (joint.front() != ',' && joint.find("- ") == std::string_view::npos) return false;
  return rest.find('?') == std::string_view::npos && begins_telling(rest) && asks(before) &&
         telling_words(normalise(before)) > 0;
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
    const bool greeted = from == 0 && (joint.front() == ',' || joint == " but ") && is_greeting(before);
    const std::string_view rest = sentence.substr(next);
    if (joint.front() == ',' && is_condition(before)) continue;
    if (!greeted && !begins_question(rest, before) && !leaves_off_asking(joint, before, rest)) continue;
    if (is_relative(rest) && !asks(before)) continue;
    if (joint == ", " && asks(before) && spells_out(rest)) continue;
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
  const bool speaks = opens_as_question(sentence.substr(end)) || telling_words(rest) >= 2;
  return speaks ? end : 0;
}

constexpr auto kClauseSigns = std::string_view(",;:()");
constexpr auto kClauseWords = std::to_array<std::string_view>(
    {" - ", " and ", " or ", " but ", " so ", " because ", " as ", " which ", " when ", " since ", " if ",
     " though ", " where ", " \xE2\x80\x93 ", " \xE2\x80\x94 "});

// Bytes of the sign or word that parts two clauses at `at`; 0 where none does.
std::size_t clause_joint(std::string_view piece, std::size_t at) {
  if (kClauseSigns.find(piece[at]) != std::string_view::npos) return 1;
  if (piece[at] != ' ') return 0;
  const std::string_view here = piece.substr(at);
  const auto* const found =
      std::ranges::find_if(kClauseWords, [&](std::string_view w) { return here.starts_with(w); });
  return found == kClauseWords.end() ? 0 : found->size() - 1;  // the next word may begin with this space
}

std::string_view trimmed(std::string_view piece) {
  while (!piece.empty() && (is_space(piece.front()) || piece.front() == '\n' || piece.front() == ','))
    piece.remove_prefix(1);
  while (!piece.empty() && (is_space(piece.back()) || piece.back() == '\n' || piece.back() == ','))
    piece.remove_suffix(1);
  return piece;
}

// What joins a clause to the one before, or begins it: "also", "plus", "another".
bool adds_a_matter(std::string_view joint, const Utterance& clause) {
  static constexpr auto kAdding =
      std::to_array<std::string_view>({"also", "plus", "another", "lastly", "finally", "secondly"});
  static constexpr auto kBefore = std::to_array<std::string_view>({"and", "but", "oh", "so", "then"});
  const auto adds = [](const std::string& word) { return one_of(word, kAdding); };
  if (std::ranges::any_of(normalise(joint).words, adds)) return true;
  const auto first =
      std::ranges::find_if_not(clause.words, [](const auto& word) { return one_of(word, kBefore); });
  return first != clause.words.end() && adds(*first);
}

}  // namespace

std::vector<std::string_view> clauses_of(std::string_view piece) {
  std::vector<std::string_view> clauses;
  std::size_t from = 0;
  const auto end_at = [&](std::size_t at) {
    if (const std::string_view clause = trimmed(piece.substr(from, at - from)); !clause.empty())
      clauses.push_back(clause);
  };
  for (std::size_t at = 0; at < piece.size(); ++at) {
    const std::size_t joint = clause_joint(piece, at);
    if (joint == 0) continue;
    end_at(at);
    from = at + joint;
    at = from - 1;
  }
  end_at(piece.size());
  return clauses;
}

std::vector<Part> split(std::string_view message) {
  std::vector<std::string_view> clauses;
  for (const std::string_view sentence : sentences(message)) {
    const std::size_t greeting = bare_greeting(sentence);
    if (greeting > 0) clauses.push_back(sentence.substr(0, greeting));
    add_clauses(sentence.substr(greeting), clauses);
  }
  std::vector<Part> parts;
  bool announced = false;
  const char* end = message.data();  // of the clause before
  for (const std::string_view clause : clauses) {
    const std::string_view piece = trimmed(clause);
    const Utterance read = normalise(piece);
    if (read.empty()) continue;
    const PartKind kind = asks(piece, read)  ? PartKind::kQuestion
                          : is_manners(read) ? PartKind::kManners
                                             : PartKind::kStatement;
    const std::string_view joint(end, static_cast<std::size_t>(piece.data() - end));
    parts.push_back({std::string(piece), kind, announced || adds_a_matter(joint, read)});
    announced = kind == PartKind::kManners && is_announcement(read);
    end = piece.data() + piece.size();
  }
  return parts;
}

}  // namespace faqbot::text

#include "dialogue/repair.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>
#include <vector>

#include "text/normalise.h"
#include "text/split.h"
#include "text/stop_words.h"

namespace faqbot::dialogue {
namespace {

bool in(std::string_view phrase, std::span<const std::string_view> list) {
  return std::ranges::find(list, phrase) != list.end();
}

// As normalise() leaves them: short forms spelled out.
constexpr auto kRefusals = std::to_array<std::string_view>({"no",
                                                            "nope",
                                                            "nah",
                                                            "no no",
                                                            "no no no",
                                                            "wrong",
                                                            "wrong answer",
                                                            "wrong again",
                                                            "still wrong",
                                                            "still not it",
                                                            "that is still wrong",
                                                            "no still wrong",
                                                            "still not what i asked",
                                                            "still not what i meant",
                                                            "still no",
                                                            "not that",
                                                            "no not that",
                                                            "not this",
                                                            "that is not it",
                                                            "no that is not it",
                                                            "that is not what i asked",
                                                            "that is not what i meant",
                                                            "not what i asked",
                                                            "not what i meant",
                                                            "no that is not what i asked",
                                                            "no that is not what i meant",
                                                            "this is not what i asked",
                                                            "that was not my question",
                                                            "that is not my question",
                                                            "not my question",
                                                            "you misunderstood",
                                                            "you misunderstood me",
                                                            "you did not answer my question",
                                                            "that does not answer my question",
                                                            "you have not answered my question",
                                                            "that is wrong",
                                                            "no that is wrong",
                                                            "that is not right",
                                                            "something else",
                                                            "i meant something else",
                                                            "no i meant something else",
                                                            "no i meant the other thing",
                                                            "i meant the other thing",
                                                            "the other thing",
                                                            "no the other thing",
                                                            "i asked something else",
                                                            "that is not helpful",
                                                            "no i did not mean that",
                                                            "i did not mean that",
                                                            "i did not ask that",
                                                            "that is not what i want to know",
                                                            "that is not what i wanted to know",
                                                            "not that one",
                                                            "no not that one",
                                                            "that is something else",
                                                            "wrong one",
                                                            "not quite",
                                                            "not really",
                                                            "not exactly",
                                                            "that was not what i asked",
                                                            "that was not what i meant",
                                                            "nah mate that is not it",
                                                            "no thats not it",
                                                            "not the answer",
                                                            "not what i was asking",
                                                            "that is not what i was asking",
                                                            "you got me wrong"});

// Begin a message that says what was meant instead. Longest first.
constexpr auto kLeads = std::to_array<std::string_view>({"no sorry i meant",
                                                         "sorry no i meant",
                                                         "no i was asking about",
                                                         "i was asking about",
                                                         "no i was talking about",
                                                         "no talking about",
                                                         "no i am talking about",
                                                         "i am talking about",
                                                         "no i asked about",
                                                         "i asked about",
                                                         "no i actually meant",
                                                         "i actually meant",
                                                         "what i meant was",
                                                         "what i mean is",
                                                         "no what i meant was",
                                                         "what i meant is",
                                                         "what i asked was",
                                                         "sorry i meant",
                                                         "sorry i mean",
                                                         "i meant to ask",
                                                         "no i meant",
                                                         "no i mean",
                                                         "i meant",
                                                         "i mean",
                                                         "meant",
                                                         "no not that",
                                                         "not that",
                                                         "that is not what i asked",
                                                         "that is not what i meant",
                                                         "not what i asked",
                                                         "not what i meant",
                                                         "you misunderstood me",
                                                         "you misunderstood",
                                                         "talking about",
                                                         "nope i meant",
                                                         "nope talking about",
                                                         "nope",
                                                         "nah i meant",
                                                         "nah",
                                                         "wrong",
                                                         "actually i meant",
                                                         "no actually",
                                                         "no wait",
                                                         "wait no",
                                                         "hang on no",
                                                         "no"});

// These leads may also begin a message that goes on in peace: "no, never been. is it sore?"
constexpr auto kDoubtful = std::to_array<std::string_view>({"no", "nope", "nah"});

// A refusal that is no objection: "no thanks", "no that's all", "no problem".
constexpr auto kContent =
    std::to_array<std::string_view>({"thanks", "thank", "problem", "worries", "all", "thx", "cheers", "ta",
                                     "bother", "more", "further", "way", "appointment", "idea"});

constexpr auto kMore = std::to_array<std::string_view>({"tell me more",
                                                        "more",
                                                        "more please",
                                                        "more details",
                                                        "more detail",
                                                        "more details please",
                                                        "more info",
                                                        "more information",
                                                        "go on",
                                                        "and",
                                                        "and then",
                                                        "continue",
                                                        "please tell me more",
                                                        "tell me more please",
                                                        "can you tell me more",
                                                        "tell me more about it",
                                                        "tell me more about that",
                                                        "tell me more about this",
                                                        "can you explain more",
                                                        "explain more",
                                                        "more about that",
                                                        "more about it",
                                                        "details",
                                                        "details please",
                                                        "in more detail",
                                                        "in more detail please",
                                                        "can you tell me more about it",
                                                        "can you tell me more about that",
                                                        "could you tell me more",
                                                        "could you explain more",
                                                        "elaborate",
                                                        "can you elaborate",
                                                        "please elaborate",
                                                        "read more",
                                                        "say more",
                                                        "what else",
                                                        "anything else i should know",
                                                        "i want to know more",
                                                        "i would like to know more",
                                                        "ok tell me more",
                                                        "yes tell me more",
                                                        "yes more",
                                                        "interesting tell me more",
                                                        "expand on that",
                                                        "can you expand on that",
                                                        "keep going",
                                                        "full answer",
                                                        "the full answer",
                                                        "show me more",
                                                        "give me more detail",
                                                        "give me more details",
                                                        "more on that"});

constexpr auto kNoted = std::to_array<std::string_view>({"ok",
                                                         "okay",
                                                         "k",
                                                         "kk",
                                                         "right",
                                                         "i see",
                                                         "oh i see",
                                                         "ah i see",
                                                         "great",
                                                         "got it",
                                                         "ok got it",
                                                         "fine",
                                                         "that is fine",
                                                         "alright",
                                                         "all right",
                                                         "cool",
                                                         "understood",
                                                         "oh",
                                                         "oh ok",
                                                         "ah ok",
                                                         "ok then",
                                                         "ok great",
                                                         "ok cool",
                                                         "ok fine",
                                                         "good to know",
                                                         "fair enough",
                                                         "makes sense",
                                                         "that makes sense",
                                                         "noted",
                                                         "no thanks",
                                                         "no thank you",
                                                         "no that is all",
                                                         "that is all",
                                                         "that is all thanks",
                                                         "no that is all thanks",
                                                         "nothing else",
                                                         "nothing else thanks",
                                                         "no more questions",
                                                         "no thanks that is all",
                                                         "gotcha",
                                                         "will do",
                                                         "ok will do",
                                                         "interesting",
                                                         "that helps",
                                                         "ok that helps"});

// The message without its first `count` words, as typed.
std::string without_words(std::string_view message, std::size_t count) {
  for (std::size_t at = 0; at < message.size(); ++at) {
    if (text::normalise(message.substr(0, at)).words.size() < count) continue;
    const char c = message[at];
    if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '\'') continue;
    return std::string(message.substr(at));
  }
  return {};
}

std::size_t words_in(std::string_view phrase) {
  return static_cast<std::size_t>(std::ranges::count(phrase, ' ')) + 1;
}

bool has_telling_word(std::string_view piece) {
  return text::telling_words(text::normalise(piece)) > 0;
}

}  // namespace

Objection objection(std::string_view message) {
  const text::Utterance utterance = text::normalise(message);
  const std::string joined = utterance.joined();
  if (in(joined, kRefusals)) return {true, true, {}};
  const auto closing = [](const std::string& word) { return in(word, kContent); };
  if (utterance.words.size() <= 4 && std::ranges::any_of(utterance.words, closing)) return {};
  for (const std::string_view lead : kLeads) {
    if (!joined.starts_with(lead) || joined.size() <= lead.size() || joined[lead.size()] != ' ') continue;
    std::string meant = without_words(message, words_in(lead));
    if (!has_telling_word(meant)) return {};
    return {true, !in(lead, kDoubtful), std::move(meant)};
  }
  return {};
}

bool takes_note(std::string_view message) {
  return message.find('?') == std::string_view::npos && in(text::normalise(message).joined(), kNoted);
}

bool wants_more(std::string_view message) {
  return in(text::normalise(message).joined(), kMore);
}

}  // namespace faqbot::dialogue

#include "eval/dialogue_set.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

namespace faqbot::eval {
namespace {

using nlohmann::json;

Error at_line(std::size_t line, std::string_view what) {
  return Error{std::to_string(line) + ": " + std::string(what)};
}

std::optional<std::string> string_in(const json& object, const char* name) {
  const auto at = object.find(name);
  if (at == object.end() || !at->is_string()) return std::nullopt;
  return at->get<std::string>();
}

std::vector<std::string> strings_in(const json& object, const char* name) {
  std::vector<std::string> found;
  const auto at = object.find(name);
  if (at == object.end() || !at->is_array()) return found;
  for (const json& entry : *at)
    if (entry.is_string()) found.push_back(entry.get<std::string>());
  return found;
}

// Calls read(object, line number) for each line that is not empty.
template <typename Read>
std::optional<Error> for_each_line(std::string_view lines, Read read) {
  std::size_t number = 0;
  while (!lines.empty()) {
    const std::size_t to = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, to);
    lines.remove_prefix(std::min(to + 1, lines.size()));
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const json object = json::parse(line, nullptr, false);
    if (!object.is_object()) return at_line(number, "the line must hold one JSON object");
    if (auto error = read(object, number)) return error;
  }
  return std::nullopt;
}

std::optional<Error> read_turns(const json& object, std::size_t line, Dialogue& dialogue) {
  const auto turns = object.find("turns");
  if (turns == object.end() || !turns->is_array())
    return at_line(line, "a conversation needs a list of turns");
  for (const json& turn : *turns) {
    const auto say = turn.is_object() ? string_in(turn, "say") : std::nullopt;
    if (!say) return at_line(line, "each turn needs what is said, in \"say\"");
    ExpectedTurn expected{*say, strings_in(turn, "expect"), strings_in(turn, "expect_all")};
    if (expected.any.empty() && expected.all.empty())
      return at_line(line,
                     "each turn needs topic ids in \"expect\" or \"expect_all\"; write [\"none\"] where "
                     "declining is right");
    dialogue.turns.push_back(std::move(expected));
  }
  return std::nullopt;
}

bool holds(const std::vector<std::string>& list, std::string_view topic) {
  return std::ranges::find(list, topic) != list.end();
}

bool is_right(const ExpectedTurn& expected, const GivenTurn& given) {
  if (!expected.all.empty())
    return std::ranges::all_of(expected.all, [&](const auto& topic) { return holds(given.topics, topic); });
  if (given.kind == ReplyKind::kUnknown) return holds(expected.any, "none");
  return std::ranges::any_of(given.topics, [&](const auto& topic) { return holds(expected.any, topic); });
}

GivenTurn given_by(const Reply& reply) {
  GivenTurn given;
  given.kind = reply.kind;
  for (const Answer& answer : reply.answers) given.topics.push_back(answer.topic);
  for (const Link& choice : reply.choices) given.topics.push_back(choice.topic);
  return given;
}

void count(const ExpectedTurn& expected, const GivenTurn& given, DialogueScores& scores) {
  ++scores.turns;
  scores.right += given.right ? 1 : 0;
  if (given.kind != ReplyKind::kAnswer && given.kind != ReplyKind::kUrgent) return;
  for (const std::string& topic : given.topics) {
    ++scores.answers;
    scores.unexpected += holds(expected.any, topic) || holds(expected.all, topic) ? 0 : 1;
  }
}

}  // namespace

Result<std::vector<Dialogue>> read_dialogues(std::string_view lines) {
  std::vector<Dialogue> set;
  const auto error = for_each_line(lines, [&](const json& object, std::size_t line) {
    Dialogue dialogue{string_in(object, "name").value_or("line " + std::to_string(line)), {}};
    auto wrong = read_turns(object, line, dialogue);
    if (!wrong) set.push_back(std::move(dialogue));
    return wrong;
  });
  if (error) return *error;
  return set;
}

DialogueScores score_dialogues(const Engine& engine, const std::vector<Dialogue>& set) {
  DialogueScores scores;
  for (const Dialogue& dialogue : set) {
    Conversation conversation;
    conversation.id = dialogue.name;
    std::vector<GivenTurn> replies;
    for (const ExpectedTurn& expected : dialogue.turns) {
      Outcome outcome = engine.answer({expected.say, {}, {}, std::move(conversation)});
      conversation = std::move(outcome.conversation);
      GivenTurn given = given_by(outcome.reply);
      given.right = is_right(expected, given);
      count(expected, given, scores);
      replies.push_back(std::move(given));
    }
    scores.dialogues.push_back(std::move(replies));
  }
  return scores;
}

Result<std::vector<Enquiry>> read_enquiries(std::string_view lines) {
  std::vector<Enquiry> set;
  const auto error = for_each_line(lines, [&](const json& object, std::size_t line) -> std::optional<Error> {
    const auto text = string_in(object, "text");
    if (!text) return at_line(line, "an enquiry needs its \"text\"");
    Enquiry enquiry{string_in(object, "name").value_or("line " + std::to_string(line)), *text,
                    strings_in(object, "expect_all"), strings_in(object, "also_ok")};
    if (enquiry.expect_all.empty()) return at_line(line, "an enquiry needs topic ids in \"expect_all\"");
    set.push_back(std::move(enquiry));
    return std::nullopt;
  });
  if (error) return *error;
  return set;
}

EnquiryScores score_enquiries(const Engine& engine, const std::vector<Enquiry>& set) {
  EnquiryScores scores;
  for (const Enquiry& enquiry : set) {
    std::vector<RankedTopic> given = engine.topics_of_letter(enquiry.text);
    const auto is_given = [&](const std::string& topic) {
      return std::ranges::find(given, topic, &RankedTopic::topic) != given.end();
    };
    const auto is_outside = [&](const RankedTopic& topic) {
      return !holds(enquiry.expect_all, topic.topic) && !holds(enquiry.also_ok, topic.topic);
    };
    scores.expected += enquiry.expect_all.size();
    scores.found += static_cast<std::size_t>(std::ranges::count_if(enquiry.expect_all, is_given));
    scores.topics += given.size();
    scores.outside += static_cast<std::size_t>(std::ranges::count_if(given, is_outside));
    scores.given.push_back(std::move(given));
  }
  return scores;
}

}  // namespace faqbot::eval

// Plays the talks in tests/dialogues against the repository's own knowledge.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "unit/support/real_engine.h"
#include "unit/support/source_dir.h"

namespace faqbot {
namespace {

// One line of a talk: what the visitor says, then what must come of it.
//
//   > message             said by the visitor
//   * topic               clicked by the visitor ("none" for "none of these")
//   = topic | topic       answered with one of these
//   & topic & topic       answered with all of these, in this order
//   ? topic               asked back, with this among the choices
//   ?                     asked back
//   -                     not understood
//   ! topic               urgent
//   ~ words               the text of the reply holds these words
//   x topic               not answered with this
//   h                     a way to reach a person is given
struct Line {
  int number = 0;
  char sign = ' ';
  std::string rest;
};

std::vector<Line> read_talk(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::vector<Line> lines;
  std::string text;
  for (int number = 1; std::getline(file, text); ++number) {
    if (text.empty() || text.front() == '#') continue;
    lines.push_back({number, text.front(), text.size() > 2 ? text.substr(2) : std::string()});
  }
  return lines;
}

std::vector<std::string> split_at(const std::string& text, char mark) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, mark);) {
    const auto from = part.find_first_not_of(' ');
    const auto to = part.find_last_not_of(' ');
    if (from != std::string::npos) parts.push_back(part.substr(from, to - from + 1));
  }
  return parts;
}

std::vector<std::string> answered(const Reply& reply) {
  std::vector<std::string> topics;
  for (const Answer& answer : reply.answers) topics.push_back(answer.topic);
  return topics;
}

bool holds(const std::vector<std::string>& list, const std::string& topic) {
  return std::find(list.begin(), list.end(), topic) != list.end();
}

bool is_met(const Line& line, const Reply& reply) {
  const std::vector<std::string> given = answered(reply);
  switch (line.sign) {
    case '=': {
      const auto right = split_at(line.rest, '|');
      return reply.kind == ReplyKind::kAnswer && given.size() == 1 && holds(right, given.front());
    }
    case '&':
      return reply.kind == ReplyKind::kAnswer && given == split_at(line.rest, '&');
    case '?':
      return reply.kind == ReplyKind::kClarify &&
             (line.rest.empty() ||
              std::any_of(reply.choices.begin(), reply.choices.end(),
                          [&](const Link& choice) { return choice.topic == line.rest; }));
    case '-':
      return reply.kind == ReplyKind::kUnknown;
    case '!':
      return reply.kind == ReplyKind::kUrgent && !given.empty() && given.front() == line.rest;
    case '~':
      return reply.text.find(line.rest) != std::string::npos;
    case 'x':
      return !holds(given, line.rest);
    case 'h':
      return reply.handoff;
    default:
      return false;
  }
}

std::string described(const Reply& reply) {
  std::string text(name_of(reply.kind));
  for (const std::string& topic : answered(reply)) text += ' ' + topic;
  for (const Link& choice : reply.choices) text += " ?" + choice.topic;
  return text;
}

void play(const Engine& engine, const std::filesystem::path& path) {
  Conversation conversation;
  conversation.id = path.stem().string();
  Reply reply;
  for (const Line& line : read_talk(path)) {
    if (line.sign == '>' || line.sign == '*') {
      Turn turn;
      (line.sign == '>' ? turn.message : turn.choice) = line.rest;
      turn.conversation = std::move(conversation);
      Outcome outcome = engine.answer(turn);
      reply = std::move(outcome.reply);
      conversation = std::move(outcome.conversation);
      continue;
    }
    INFO(path.filename().string() << ':' << line.number << ": " << line.sign << ' ' << line.rest);
    INFO("got: " << described(reply));
    CHECK(is_met(line, reply));
  }
}

TEST_CASE("talks: every conversation of tests/dialogues goes as written") {
  const std::filesystem::path root = tests::source_dir();
  int talks = 0;
  for (const auto& entry : std::filesystem::directory_iterator(root / "tests" / "dialogues")) {
    if (entry.path().extension() != ".txt") continue;
    play(tests::real_engine(), entry.path());
    ++talks;
  }
  CHECK(talks > 0);
}

}  // namespace
}  // namespace faqbot

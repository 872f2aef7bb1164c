#include "app/talk.h"

#include <iomanip>
#include <iostream>
#include <string>

#include "app/commands.h"
#include "app/line_editor.h"
#include "text/utf8.h"

namespace faqbot::app {
namespace {

constexpr std::string_view kHelp =
    "Type a question, or the number of a choice. /why shows the evidence behind the last reply, /new begins\n"
    "afresh, /quit ends.\n";

}  // namespace

std::chrono::sys_seconds present() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

void print(const Reply& reply) {
  std::cout << reply.text << '\n';
  for (const Answer& answer : reply.answers) {
    std::cout << "\n[" << answer.topic << ", reviewed " << answer.reviewed << "]\n";
    for (const SourceLink& source : answer.sources)
      std::cout << "  " << source.title << ": " << source.url << '\n';
  }
}

void print(const Explanation& explanation) {
  std::cout << std::fixed << std::setprecision(2) << "read as: " << explanation.understood
            << "\nthe clinic's business: " << explanation.belongs
            << ", known words: " << explanation.known_share << '\n';
  for (const TopicEvidence& topic : explanation.topics) {
    std::cout << "\n  " << std::left << std::setw(34) << topic.topic << topic.in_talk << " (by itself "
              << topic.alone << ")\n";
    if (!topic.nearest.empty())
      std::cout << "    nearest, " << topic.likeness << ": " << topic.nearest << '\n';
    std::cout << "    words:";
    for (const WordPull& pull : topic.words)
      std::cout << ' ' << pull.word << ' ' << std::showpos << pull.margin << std::noshowpos;
    std::cout << '\n';
  }
}

int talk(const Engine& engine) {
  std::cout << kHelp;
  LineEditor lines("\n> ");
  Conversation before;
  Conversation now;
  now.id = "terminal";
  std::string last;
  while (auto line = lines.next()) {
    if (*line == "/quit") break;
    if (line->empty()) continue;
    if (*line == "/new") {
      now = Conversation{};
      now.id = "terminal";
    } else if (*line == "/why") {
      if (last.empty())
        std::cout << "Nothing was asked yet.\n";
      else
        print(engine.explain(last, before));
    } else if (line->front() == '/') {
      std::cout << kHelp;
    } else if (!text::is_valid_utf8(*line)) {
      std::cout << "This is not UTF-8; check the terminal's encoding.\n";
    } else {
      before = now;
      last = *line;
      Outcome outcome = engine.answer({*line, {}, {}, std::move(now), present()});
      now = std::move(outcome.conversation);
      print(outcome.reply);
    }
  }
  return kGood;
}

}  // namespace faqbot::app

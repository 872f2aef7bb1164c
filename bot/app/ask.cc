#include <iostream>
#include <string>
#include <vector>

#include "app/commands.h"
#include "app/open_engine.h"
#include "app/talk.h"
#include "http/codec.h"
#include "text/utf8.h"

namespace faqbot::app {
namespace {

struct Options {
  std::string folder = default_knowledge();
  bool json = false;
  std::vector<std::string> words;
};

int ask(const Options& options) {
  std::string message;
  for (const std::string& word : options.words) message += (message.empty() ? "" : " ") + word;
  if (!text::is_valid_utf8(message)) {
    std::cerr << "faqbot ask: the message is not UTF-8; check the terminal's encoding\n";
    return kWrongUsage;
  }
  const auto engine = open_engine(options.folder, "ask");
  if (!engine) return kProblems;
  if (message.empty()) return talk(*engine);
  const Outcome outcome = engine->answer({message, {}, {}, {}, present()});
  if (options.json) {
    std::cout << http::encode(outcome.reply, "") << '\n';
    return kGood;
  }
  print(outcome.reply);
  return kGood;
}

}  // namespace

void add_ask(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("ask", "One message, one reply, on the terminal; without a message, a conversation");
  command->add_option("--knowledge", options->folder, "Folder of the curated content")
      ->envname("FAQBOT_KNOWLEDGE")
      ->capture_default_str();
  command->add_flag("--json", options->json, "The reply as POST /api/ask gives it");
  command->add_option("message", options->words, "What a visitor would type; none: a conversation");
  command->callback([options, &exit_code] { exit_code = ask(*options); });
}

}  // namespace faqbot::app

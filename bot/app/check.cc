#include <algorithm>
#include <iostream>
#include <string>

#include "app/commands.h"
#include "app/open_engine.h"
#include "eval/wordings_review.h"
#include "knowledge/load.h"

namespace faqbot::app {
namespace {

using knowledge::Problem;

int check(const std::string& folder) {
  knowledge::Loaded loaded = knowledge::load(folder);
  if (loaded.knowledge)
    for (Problem& problem : eval::review_wordings(*loaded.knowledge))
      loaded.problems.push_back(std::move(problem));
  for (const Problem& problem : loaded.problems) std::cout << problem.line() << '\n';
  const auto errors = std::ranges::count(loaded.problems, Problem::Severity::kError, &Problem::severity);
  const auto warnings = static_cast<std::ptrdiff_t>(loaded.problems.size()) - errors;
  if (loaded.knowledge)
    std::cout << loaded.knowledge->topics.size() << " topics, version " << loaded.knowledge->version
              << ": no error, " << warnings << (warnings == 1 ? " warning" : " warnings") << '\n';
  return errors == 0 ? kGood : kProblems;
}

}  // namespace

void add_check(CLI::App& app, int& exit_code) {
  auto folder = std::make_shared<std::string>(default_knowledge());
  CLI::App* command = app.add_subcommand(
      "check", "Reads the whole knowledge folder strictly; warns of example questions that confuse");
  command->add_option("--knowledge", *folder, "Folder of the curated content")
      ->envname("FAQBOT_KNOWLEDGE")
      ->capture_default_str();
  command->callback([folder, &exit_code] { exit_code = check(*folder); });
}

}  // namespace faqbot::app

#include <cstdio>
#include <exception>
#include <iostream>

#include "app/commands.h"
#include "app/serve.h"

namespace {

int run(int argc, char** argv) {
  CLI::App app{"faqbot: answers a clinic's visitors from its own curated knowledge, and from nothing else"};
  app.set_version_flag("--version", FAQBOT_VERSION);
  app.require_subcommand(1);
  app.get_formatter()->column_width(34);
  int exit_code = faqbot::app::kGood;
  faqbot::app::add_serve(app, exit_code);
  faqbot::app::add_ask(app, exit_code);
  faqbot::app::add_check(app, exit_code);
  faqbot::app::add_eval(app, exit_code);
  faqbot::app::add_kept(app, exit_code);
  faqbot::app::add_staff(app, exit_code);
  faqbot::app::add_backup(app, exit_code);
  faqbot::app::add_erase(app, exit_code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked_for_help) {
    return app.exit(asked_for_help);
  } catch (const CLI::ParseError& wrong) {
    std::cerr << "faqbot: " << wrong.what() << " (see faqbot --help)\n";
    return faqbot::app::kWrongUsage;
  }
  return exit_code;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "faqbot: %s\n", failure.what());
    return faqbot::app::kProblems;
  }
}

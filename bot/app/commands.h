// The program's commands beside serve.h; each registers itself and leaves its exit code behind.
//
// Exit codes: 0 good, 1 the work found problems, 2 wrong usage.
// Thread safety: main thread only.
#pragma once

#include <CLI/CLI.hpp>

namespace faqbot::app {

inline constexpr int kGood = 0;
inline constexpr int kProblems = 1;
inline constexpr int kWrongUsage = 2;

void add_ask(CLI::App& app, int& exit_code);
void add_check(CLI::App& app, int& exit_code);
void add_eval(CLI::App& app, int& exit_code);
void add_staff(CLI::App& app, int& exit_code);
void add_backup(CLI::App& app, int& exit_code);
void add_erase(CLI::App& app, int& exit_code);
void add_kept(CLI::App& app, int& exit_code);  // enquiries, unanswered

}  // namespace faqbot::app

// What each part of the safety screen is worth: every part left out in turn.
//
//   bench_screen KNOWLEDGE SAFETY.tsv QUESTIONS.tsv…
// Prints a table in Markdown: of the signs those that raise an alarm, of the look-alikes beside them and of
// the ordinary questions those that do. Messages are taken whole, one by one.
#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/reader.h"
#include "eval/question_set.h"
#include "knowledge/load.h"
#include "safety/screen.h"

namespace {

using namespace faqbot;

struct Part {
  const char* name;
  std::function<void(knowledge::Knowledge&, safety::ScreenOptions&)> leave_out;
};

const std::vector<Part>& parts() {
  static const std::vector<Part> all = {
      {"nothing left out", [](auto&, auto&) {}},
      {"rules",
       [](knowledge::Knowledge& knowledge, auto&) {
         for (auto& level : knowledge.safety.levels) level.rules.clear();
       }},
      {"kinds of words", [](auto&, safety::ScreenOptions& options) { options.kinds_share = 0.0F; }},
      {"how usual a word is in a level",
       [](auto&, safety::ScreenOptions& options) { options.odds_share = 0.0F; }},
      {"look-alikes",
       [](knowledge::Knowledge& knowledge, auto&) {
         for (auto& level : knowledge.safety.levels) level.lookalikes.clear();
       }},
      {"examples and look-alikes",
       [](knowledge::Knowledge& knowledge, auto&) {
         for (auto& level : knowledge.safety.levels) {
           level.examples.clear();
           level.lookalikes.clear();
         }
       }},
  };
  return all;
}

struct Count {
  std::size_t alarms = 0;
  std::size_t all = 0;
};

struct Row {
  Count signs;
  Count lookalikes;
  Count questions;
};

bool is_sign(const eval::LabelledMessage& row) {
  return !row.expected.empty() && row.expected.front().starts_with("safety/");
}

std::optional<Row> score(const char* folder, std::span<char* const> paths, const Part& part) {
  const auto loaded = knowledge::load(folder);
  if (!loaded.knowledge) return std::nullopt;
  knowledge::Knowledge knowledge = *loaded.knowledge;
  safety::ScreenOptions options;
  part.leave_out(knowledge, options);
  std::optional<Lessons> lessons;
  const Reader reader(knowledge, lessons);
  const safety::Screen screen(safety::Rules(knowledge.safety), knowledge.safety, lessons->safety,
                              lessons->corpus, options);
  Row result;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    std::ifstream in(paths[i]);
    const auto set = eval::read_question_set(std::string(std::istreambuf_iterator<char>(in), {}));
    if (!set) return std::nullopt;
    for (const eval::LabelledMessage& row : *set) {
      const Reading reading = reader.read(row.message);
      Count& count = is_sign(row) ? result.signs : i == 0 ? result.lookalikes : result.questions;
      ++count.all;
      if (!screen.check(reading.plain, reading.understood, reading.features).empty()) ++count.alarms;
    }
  }
  return result;
}

std::string share(const Count& count) {
  std::array<char, 64> cell{};
  std::snprintf(
      cell.data(), cell.size(), "%zu of %zu (%.1f%%)", count.alarms, count.all,
      100.0 * static_cast<double>(count.alarms) / static_cast<double>(std::max<std::size_t>(count.all, 1)));
  return cell.data();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("bench_screen KNOWLEDGE SAFETY.tsv [QUESTIONS.tsv]…\n", stderr);
    return 2;
  }
  const std::span<char* const> paths(argv + 2, static_cast<std::size_t>(argc - 2));
  std::puts("| left out | signs | look-alikes | ordinary questions |\n| --- | --- | --- | --- |");
  for (const Part& part : parts()) {
    const auto row = score(argv[1], paths, part);
    if (!row) {
      std::fputs("bench_screen: a file cannot be read\n", stderr);
      return 1;
    }
    std::printf("| %s | %s | %s | %s |\n", part.name, share(row->signs).c_str(),
                share(row->lookalikes).c_str(), share(row->questions).c_str());
    std::fflush(stdout);
  }
  return 0;
}

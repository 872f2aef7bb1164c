// A small knowledge folder without a fault, for tests to spoil line by line.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <string_view>

#include "knowledge/load.h"
#include "unit/support/temporary_folder.h"

namespace faqbot::tests {

// The day on which the tests read the folder.
inline constexpr std::chrono::year_month_day kToday{std::chrono::year(2026), std::chrono::month(11),
                                                    std::chrono::day(22)};

// A topic of 21 lines:
//    1 ---                       17 sources: [nhs-pain]
//    2 title: …                  18 reviewed: 2026-11-22
//    3 questions:                19 ---
//    4 - first                   20 the short answer
//   15 - twelfth                 22 the detail
//   16 see_also: []
inline std::string good_topic(std::string_view word) {
  std::string text = "---\ntitle: About " + std::string(word) + "\nquestions:\n";
  for (const char* number :
       {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"})
    text.append("  - ").append(word).append(" ").append(number).append("\n");
  return text +
         "see_also: []\nsources: [nhs-pain]\nreviewed: 2026-11-22\n---\nThe short answer.\n\nThe detail.\n";
}

// 12 lines; lines 5 to 8 are its rule.
inline std::string good_level(const std::string& level) {
  return "level: " + level + "\ntopic: safety/" + level +
         "\nsources: [nhs-pain]\nrules:\n  - name: chest pressure\n    all: [chest, pressure]\n    within: "
         "20\n"
         "    unless: []\nexamples:\n  - it crushes my chest, " +
         level + "\nlookalikes:\n  - a chest stretch, " + level + "\n";
}

inline std::map<std::string, std::string> good_files() {
  std::map<std::string, std::string> files = {
      {"clinic.yaml",
       "name: Test Clinic\ncountry: GB\nphone: +44 1632 960001\nhours:\n  timezone: Europe/London\n"
       "  monday: [\"09:00-13:00\", \"14:00-18:00\"]\n  tuesday: closed\n  wednesday: closed\n  thursday: "
       "closed\n"
       "  friday: closed\n  saturday: closed\n  sunday: closed\n  special:\n"
       "    - {date: 2026-12-25, closed: true, note: Christmas Day}\n"},
      {"sources.yaml",
       "nhs-pain:\n  title: Pain\n  publisher: NHS\n  url: https://www.example.org/pain\n  says: It "
       "eases.\n"},
      {"synonyms.yaml", "about: words\nwords:\n  physiotherapist: [physio]\n  massage: [rub]\n"},
      {"off-topic.yaml", "about: not ours\nexamples:\n  - what is the weather\n"},
      {"partners.yaml",
       "gym:\n  name: Gym\n  origins: [https://gym.example]\n  theme: {accent: \"#0a6\"}\n  without: "
       "[chat/]\n"},
      {"emergency-numbers.yaml",
       "countries:\n  GB:\n    name: the UK\n    emergency: \"999\"\n    confirmed: "
       "[https://www.example.org/999]\n"},
      {"safety/concepts.yaml", "chest: [chest]\npressure: ['crush\\w*']\n"},
      {"safety/words.yaml", "about: kinds\nnumb: [numb, gone to sleep]\nsaddle: [groin]\n"},
      {"mfr/does-it-hurt.md", good_topic("hurt")},
      {"mfr/pressure.md", good_topic("pressure")},
      {"chat/greeting.md", good_topic("hello")},
  };
  for (const std::string level : {"emergency", "cauda-equina", "urgent", "crisis"}) {
    files["safety/" + level + ".yaml"] = good_level(level);
    files["safety/" + level + ".md"] = good_topic(level);
  }
  return files;
}

inline TemporaryFolder good_folder() {
  TemporaryFolder folder;
  for (const auto& [name, bytes] : good_files()) folder.put(name, bytes);
  return folder;
}

// `text` with its line of that number (from 1) replaced.
inline std::string with_line(const std::string& text, int number, std::string_view replacement) {
  std::size_t from = 0;
  for (int line = 1; line < number; ++line) from = text.find('\n', from) + 1;
  const std::size_t to = text.find('\n', from);
  return text.substr(0, from) + std::string(replacement) + text.substr(to);
}

// One fault: line `line` of `file` replaced, and the problem that must come of it.
struct Broken {
  std::string_view what;
  std::string_view file;
  int line;
  int problem_line;
  std::string_view replacement;
  std::string_view gist;
};

// The problems of the good folder with that one line changed.
inline knowledge::Loaded load_broken(const Broken& row) {
  auto files = good_files();
  const std::string file(row.file);
  return knowledge::load(good_folder().put(file, with_line(files.at(file), row.line, row.replacement)).path(),
                         kToday);
}

}  // namespace faqbot::tests

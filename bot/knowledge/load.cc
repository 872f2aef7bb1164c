#include "knowledge/load.h"

#include <algorithm>
#include <array>

#include "knowledge/check_links.h"
#include "knowledge/check_wordings.h"
#include "knowledge/folder.h"
#include "knowledge/parsed.h"
#include "knowledge/version.h"

namespace faqbot::knowledge {
namespace {

using Date = std::chrono::year_month_day;

Date today_here() {
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

void check_that_all_is_there(const std::vector<NamedBytes>& files, const Parsed& parsed, Report& report) {
  const auto is_there = [&files](std::string_view name) {
    return std::any_of(files.begin(), files.end(),
                       [name](const NamedBytes& file) { return file.name == name; });
  };
  if (parsed.topic_ids.empty())
    report.error({".", 0},
                 "there are no topics; write the first as <group>/<name>.md, see knowledge/README.md");
  if (!is_there("clinic.yaml"))
    report.error({"clinic.yaml", 0},
                 "the file is missing; copy clinic.example.yaml and write the clinic's own facts");
  struct Missed {
    std::string_view file;
    std::string_view loss;
  };
  constexpr std::array kMissed = {
      Missed{"sources.yaml", "answers cannot name their sources"},
      Missed{"synonyms.yaml", "other words for the same thing are not understood"},
      Missed{"off-topic.yaml", "the assistant has not learnt what it cannot answer"},
      Missed{"emergency-numbers.yaml", "answers name no emergency numbers of their own"},
      Missed{"safety/concepts.yaml", "the rules for red flags have nothing to look for"},
      Missed{"safety/words.yaml", "red flags in words that no example holds are missed more often"},
      Missed{"safety/emergency.yaml", "emergencies are not noticed"},
      Missed{"safety/cauda-equina.yaml", "signs of cauda equina syndrome are not noticed"},
      Missed{"safety/urgent.yaml", "urgent signs are not noticed"},
      Missed{"safety/crisis.yaml", "people in a crisis are not noticed"},
  };
  for (const Missed& missed : kMissed)
    if (!is_there(missed.file))
      report.warning({std::string(missed.file), 0},
                     "the file is missing: " + std::string(missed.loss) + "; put it back");
}

std::shared_ptr<const Knowledge> frozen(Parsed parsed, std::string version) {
  auto knowledge = std::make_shared<Knowledge>();
  knowledge->version = std::move(version);
  for (TopicFile& file : parsed.topics) {
    knowledge->index.emplace(file.topic.id, knowledge->topics.size());
    knowledge->topics.push_back(std::move(file.topic));
  }
  knowledge->sources = std::move(parsed.sources);
  knowledge->synonyms = std::move(parsed.synonyms);
  knowledge->off_topic = std::move(parsed.off_topic);
  knowledge->safety.concepts = std::move(parsed.concepts);
  knowledge->safety.kinds = std::move(parsed.word_kinds);
  for (LevelOfFile& file : parsed.levels) knowledge->safety.levels.push_back(std::move(file.level.level));
  for (PartnerFile& file : parsed.partners) knowledge->partners.push_back(std::move(file.partner));
  knowledge->expectations = std::move(parsed.expectations);
  knowledge->clinic = std::move(parsed.clinic->clinic);
  knowledge->clinic.emergency = texts_for(parsed.numbers, knowledge->clinic.country);
  return knowledge;
}

Loaded loaded_from(std::vector<NamedBytes> files, Date today, Report report) {
  std::sort(files.begin(), files.end(),
            [](const NamedBytes& a, const NamedBytes& b) { return a.name < b.name; });
  Parsed parsed = read_files(files, today, report);
  // "vs-x.md" sorts before "vs.md", but "vs" before "vs-x".
  std::sort(parsed.topics.begin(), parsed.topics.end(),
            [](const TopicFile& a, const TopicFile& b) { return a.topic.id < b.topic.id; });
  check_that_all_is_there(files, parsed, report);
  check_links(parsed, report);
  check_wordings(parsed, report);
  Loaded loaded;
  if (!report.has_errors()) loaded.knowledge = frozen(std::move(parsed), version_of(files));
  loaded.problems = std::move(report).take_sorted();
  return loaded;
}

}  // namespace

Loaded load(const std::filesystem::path& folder) {
  return load(folder, today_here());
}

Loaded load(const std::filesystem::path& folder, Date today) {
  Report report;
  std::vector<NamedBytes> files = read_folder(folder, report);
  if (report.has_errors() && files.empty()) return {nullptr, std::move(report).take_sorted()};
  return loaded_from(std::move(files), today, std::move(report));
}

Loaded load_from(std::vector<NamedBytes> files, Date today) {
  return loaded_from(std::move(files), today, Report());
}

}  // namespace faqbot::knowledge

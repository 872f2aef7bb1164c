// All files read, before they are checked against each other.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "knowledge/clinic_file.h"
#include "knowledge/emergency_numbers.h"
#include "knowledge/knowledge.h"
#include "knowledge/load.h"
#include "knowledge/partners_file.h"
#include "knowledge/report.h"
#include "knowledge/safety_files.h"
#include "knowledge/topic_file.h"

namespace faqbot::knowledge {

struct LevelOfFile {
  std::string file;
  LevelFile level;
};

struct Parsed {
  std::vector<TopicFile> topics;    // in the order of the files
  std::set<std::string> topic_ids;  // those of files with faults too: a link to them is not dangling
  std::map<std::string, Source> sources;
  std::vector<Synonym> synonyms;
  std::vector<Wording> off_topic;
  std::vector<Concept> concepts;
  std::vector<WordKind> word_kinds;
  std::vector<LevelOfFile> levels;
  std::vector<PartnerFile> partners;
  std::optional<ClinicFile> clinic;
  std::vector<CountryNumbers> numbers;
  std::vector<Expectation> expectations;
};

// Reads the files on all processors, for yaml-cpp takes a tenth of a second for
// a full folder; the result is the same as one after the other. REQUIRES: sorted by name.
Parsed read_files(std::span<const NamedBytes> files, std::chrono::year_month_day today, Report& report);

}  // namespace faqbot::knowledge

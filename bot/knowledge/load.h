// A folder -> an immutable Knowledge, strictly.
//
// Each problem names file and line, what is wrong and how to mend it. A folder
// with an error gives no Knowledge; warnings do not stop it.
//
// Thread safety: pure functions over the file system.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "knowledge/knowledge.h"

namespace faqbot::knowledge {

struct Problem {
  enum class Severity { kError, kWarning };
  Place place;
  std::string what;  // what is wrong and how to mend it
  Severity severity = Severity::kError;

  // "mfr/pressure.md:7: what is wrong …" (a warning says so).
  std::string line() const;
};

struct Loaded {
  std::shared_ptr<const Knowledge> knowledge;  // null where a problem is an error
  std::vector<Problem> problems;               // in the order of the files
};

// Cost: O(bytes of the folder); under 100 ms for 150 topics.
Loaded load(const std::filesystem::path& folder);

// The same as of `today`, which decides whether a review is overdue.
Loaded load(const std::filesystem::path& folder, std::chrono::year_month_day today);

// A file of the folder: its name relative to it ("mfr/pressure.md") and its bytes, whatever they are.
struct NamedBytes {
  std::string name;
  std::string bytes;
};

// What load() does once the files are read: no file system, no clock.
Loaded load_from(std::vector<NamedBytes> files, std::chrono::year_month_day today);

}  // namespace faqbot::knowledge

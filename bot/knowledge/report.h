// Collects every problem of the folder, so that an editor mends them in one go.
//
// Thread safety: one Report for one thread.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "knowledge/load.h"

namespace faqbot::knowledge {

class Report {
 public:
  void error(Place place, std::string what);
  void warning(Place place, std::string what);

  // Another report's problems, behind those that are here.
  void add(Report other);

  bool has_errors() const { return has_errors_; }

  // All problems by file, then line; those of one line in the order they were found.
  std::vector<Problem> take_sorted() &&;

 private:
  std::vector<Problem> problems_;
  bool has_errors_ = false;
};

// The same for one file. Keeps a reference to the Report, which must outlive it.
class FileReport {
 public:
  FileReport(Report& report, std::string_view file) : report_(report), file_(file) {}

  void error(int line, std::string what) { report_.error({file_, line}, std::move(what)); }
  void warning(int line, std::string what) { report_.warning({file_, line}, std::move(what)); }
  const std::string& file() const { return file_; }

 private:
  Report& report_;
  std::string file_;
};

}  // namespace faqbot::knowledge

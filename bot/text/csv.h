// Comma- or tab-separated values, read and written.
//
// CSV as RFC 4180 has it: quotes around a field that holds a comma, a quote (doubled) or a line break.
// Lines may end in LF or CRLF; a byte order mark is passed over. TSV has no quoting at all.
//
// Thread safety: pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace faqbot::text {

struct CsvRow {
  int line = 0;  // where the row begins, from 1
  std::vector<std::string> fields;
};

// Errors: a quote that never ends, with its line. Empty lines are passed over. Cost: O(bytes).
Result<std::vector<CsvRow>> read_csv(std::string_view bytes);
std::vector<CsvRow> read_tsv(std::string_view bytes);

// One field as it must stand in a CSV file.
std::string csv_field(std::string_view value);

// One field as it must stand in a TSV file: tabs and line breaks become spaces.
std::string tsv_field(std::string_view value);

}  // namespace faqbot::text

#include "text/csv.h"

#include <algorithm>

namespace faqbot::text {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string_view without_mark(std::string_view bytes) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  return bytes;
}

bool is_empty(const CsvRow& row) {
  return row.fields.size() == 1 && row.fields.front().empty();
}

// Reads one field from `at` on; leaves `at` on the separator or line end behind it.
// False where a quote never ends.
bool read_field(std::string_view bytes, std::size_t& at, int& line, std::string& field) {
  if (at >= bytes.size() || bytes[at] != '"') {
    const std::size_t end = std::min(bytes.find_first_of(",\r\n", at), bytes.size());
    field.assign(bytes.substr(at, end - at));
    at = end;
    return true;
  }
  for (++at; at < bytes.size(); ++at) {
    if (bytes[at] == '"') {
      ++at;
      if (at >= bytes.size() || bytes[at] != '"') return true;
    }
    if (bytes[at] == '\n') ++line;
    field += bytes[at];
  }
  return false;
}

}  // namespace

Result<std::vector<CsvRow>> read_csv(std::string_view bytes) {
  bytes = without_mark(bytes);
  std::vector<CsvRow> rows;
  int line = 1;
  for (std::size_t at = 0; at < bytes.size();) {
    CsvRow row{line, {}};
    while (true) {
      std::string field;
      const int began = line;
      if (!read_field(bytes, at, line, field))
        return Error{"line " + std::to_string(began) +
                     ": a quote is opened here and never closed; close it with \""};
      row.fields.push_back(std::move(field));
      if (at >= bytes.size() || bytes[at] != ',') break;
      ++at;
    }
    // Anything between a closing quote and the line's end is passed over, as spreadsheets do.
    at = std::min(bytes.find('\n', at), bytes.size());
    if (at < bytes.size()) ++at;
    ++line;
    if (!is_empty(row)) rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<CsvRow> read_tsv(std::string_view bytes) {
  bytes = without_mark(bytes);
  std::vector<CsvRow> rows;
  int number = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    std::string_view line = bytes.substr(at, end - at);
    at = end + 1;
    if (line.ends_with('\r')) line.remove_suffix(1);
    CsvRow row{++number, {}};
    for (std::size_t from = 0; from <= line.size();) {
      const std::size_t to = std::min(line.find('\t', from), line.size());
      row.fields.emplace_back(line.substr(from, to - from));
      from = to + 1;
    }
    if (!is_empty(row)) rows.push_back(std::move(row));
  }
  return rows;
}

std::string csv_field(std::string_view value) {
  if (value.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(value);
  std::string quoted = "\"";
  for (const char c : value) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string tsv_field(std::string_view value) {
  std::string field(value);
  std::ranges::replace_if(
      field, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return field;
}

}  // namespace faqbot::text

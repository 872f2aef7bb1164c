#include "knowledge/text_bytes.h"

#include "text/utf8.h"

namespace faqbot::knowledge {
namespace {

std::string with_plain_line_ends(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (bytes[at] != '\r') {
      text += bytes[at];
    } else if (at + 1 == bytes.size() || bytes[at + 1] != '\n') {
      text += '\n';
    }
  }
  return text;
}

// Every line is checked alone, for no UTF-8 sequence spans a line's end.
bool report_bad_lines(std::string_view text, FileReport& report) {
  bool good = true;
  int line = 0;
  for (std::size_t from = 0; from <= text.size();) {
    ++line;
    const std::size_t to = std::min(text.find('\n', from), text.size());
    const std::string_view bytes = text.substr(from, to - from);
    if (bytes.find('\0') != std::string_view::npos) {
      report.error(line, "this line holds a NUL byte; delete it, or save the file as plain UTF-8 text");
      good = false;
    } else if (!text::is_valid_utf8(bytes)) {
      report.error(line, "this line is not UTF-8; save the file with the encoding UTF-8");
      good = false;
    }
    if (!good) return false;
    from = to + 1;
  }
  return true;
}

}  // namespace

std::optional<std::string> text_from(std::string_view bytes, FileKind kind, FileReport& report) {
  if (bytes.size() > largest(kind)) {
    report.error(0, "the file is larger than " + std::to_string(largest(kind) / 1024) +
                        " KiB; split it or shorten it");
    return std::nullopt;
  }
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  std::string text = with_plain_line_ends(bytes);
  const bool whole = text.find('\0') == std::string::npos && text::is_valid_utf8(text);
  if (!whole && !report_bad_lines(text, report)) return std::nullopt;
  return text;
}

}  // namespace faqbot::knowledge

// A file's bytes -> text that every reader may trust: UTF-8, no NUL, "\n" line ends.
#pragma once

#include <optional>
#include <string>

#include "knowledge/file_kind.h"
#include "knowledge/report.h"

namespace faqbot::knowledge {

// Nothing where the bytes are too many or no text; the report then names the
// line. A byte-order mark is dropped. Cost: O(bytes).
std::optional<std::string> text_from(std::string_view bytes, FileKind kind, FileReport& report);

}  // namespace faqbot::knowledge

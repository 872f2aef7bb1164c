// The answer's own rules: a short paragraph first, and facts that exist.
#pragma once

#include "knowledge/report.h"
#include "knowledge/topic_file.h"

namespace faqbot::knowledge {

// Reports an empty answer, a start that is no paragraph, raw HTML, images, links
// that would be cut, placeholders that nobody can fill in, and a short answer
// that a missing fact would leave empty.
void check_answer(const TopicFile& file, FileReport& report);

// Every "{{" in the text that is not a known {{clinic.key}}. `line` is that of the text's first line.
void check_placeholders(std::string_view text, int line, FileReport& report);

}  // namespace faqbot::knowledge

// The same wording in two places: the assistant could learn only one of them.
#pragma once

#include "knowledge/parsed.h"
#include "knowledge/report.h"

namespace faqbot::knowledge {

// Wordings are compared as the assistant reads them: without case, accents and
// punctuation. Cost: O(bytes of all wordings).
void check_wordings(const Parsed& parsed, Report& report);

}  // namespace faqbot::knowledge

// Names in one file that must exist in another: topics, sources, concepts.
#pragma once

#include "knowledge/parsed.h"
#include "knowledge/report.h"

namespace faqbot::knowledge {

void check_links(const Parsed& parsed, Report& report);

}  // namespace faqbot::knowledge

// tests.yaml -> messages that must keep their answers.
//
// Thread safety: pure functions.
#pragma once

#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"
#include "knowledge/report.h"

namespace faqbot::knowledge {

// REQUIRES: text from text_from().
std::vector<Expectation> read_expectations(std::string_view text, FileReport& report);

}  // namespace faqbot::knowledge

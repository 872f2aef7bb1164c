// sources.yaml, synonyms.yaml and off-topic.yaml -> their structs.
//
// Thread safety: pure functions. REQUIRES: text from text_from().
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"
#include "knowledge/report.h"

namespace faqbot::knowledge {

std::map<std::string, Source> read_sources(std::string_view text, FileReport& report);

std::vector<Synonym> read_synonyms(std::string_view text, FileReport& report);

std::vector<Wording> read_off_topic(std::string_view text, FileReport& report);

}  // namespace faqbot::knowledge

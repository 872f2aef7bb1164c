// safety/concepts.yaml, safety/words.yaml and safety/<level>.yaml -> their structs.
//
// Thread safety: pure functions. REQUIRES: text from text_from().
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"
#include "knowledge/report.h"

namespace faqbot::knowledge {

std::vector<Concept> read_concepts(std::string_view text, FileReport& report);

// At most 255 kinds.
std::vector<WordKind> read_word_kinds(std::string_view text, FileReport& report);

struct LevelFile {
  SafetyLevel level;
  int topic_line = 0;
  int sources_line = 0;
};

std::optional<LevelFile> read_level(std::string_view text, FileReport& report);

}  // namespace faqbot::knowledge

// <group>/<name>.md -> a Topic.
//
//   file := "---" yaml "---" short blank detail*
//
// Thread safety: pure functions.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "knowledge/report.h"
#include "knowledge/topic.h"

namespace faqbot::knowledge {

struct TopicFile {
  Topic topic;
  // Lines for problems that only show once all files are read.
  int title_line = 0;
  int see_also_line = 0;
  int sources_line = 0;
  int if_missing_line = 0;
};

// "mfr/pressure" of "mfr/pressure.md".
std::string topic_id(std::string_view file);

// REQUIRES: text from text_from(). Nothing where the file's parts cannot be told
// apart; a topic with other faults comes back with them reported.
std::optional<TopicFile> read_topic(std::string_view text, FileReport& report,
                                    std::chrono::year_month_day today);

}  // namespace faqbot::knowledge

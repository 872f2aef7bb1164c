// partners.yaml -> the pages that may show the assistant, and what differs there.
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

struct PartnerFile {
  Partner partner;
  int without_line = 0;
  std::map<std::string, int> wording_lines;  // by topic
};

std::vector<PartnerFile> read_partners(std::string_view text, FileReport& report);

}  // namespace faqbot::knowledge

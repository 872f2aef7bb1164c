// The table `hours:` of clinic.yaml -> Hours.
#pragma once

#include "knowledge/clinic.h"
#include "knowledge/yaml_tree.h"

namespace faqbot::knowledge {

// A table with no day filled in gives hours that are not known.
Hours read_hours(const YamlNode& table, FileReport& report);

}  // namespace faqbot::knowledge

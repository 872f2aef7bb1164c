// The knowledge folder on disk -> names and bytes.
//
// Symbolic links count where they lead to a file inside the folder (mounted
// configuration does that); others, pipes and devices are passed over with a
// warning and never opened.
#pragma once

#include <filesystem>
#include <vector>

#include "knowledge/load.h"
#include "knowledge/report.h"

namespace faqbot::knowledge {

// Sorted by name. At most one byte more than a file may have is read, so that
// the size check still sees that it is too large. Errors: reported.
std::vector<NamedBytes> read_folder(const std::filesystem::path& folder, Report& report);

}  // namespace faqbot::knowledge

// One short name for exactly these files: what a reply says it was made from.
#pragma once

#include <span>
#include <string>

#include "knowledge/load.h"

namespace faqbot::knowledge {

// 16 hex digits of BLAKE2b over names and bytes. REQUIRES: sorted by name. Cost: O(bytes), about 1 GB/s.
std::string version_of(std::span<const NamedBytes> files);

}  // namespace faqbot::knowledge

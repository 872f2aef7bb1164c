#include "unit/support/source_dir.h"

namespace faqbot::tests {

std::filesystem::path source_dir() {
  return FAQBOT_SOURCE_DIR;
}

}  // namespace faqbot::tests

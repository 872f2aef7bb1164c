#include "app/memory.h"

#include <jemalloc/jemalloc.h>

#include <string>

// Absent where a sanitizer brings its own memory.
#pragma weak mallctl

// jemalloc reads it before main(). Few arenas, since each keeps pages of its own that are used in part; the
// small pieces of a turn come from its thread's own cache.
extern "C" {
const char* malloc_conf = "narenas:4";
}

namespace faqbot::app {

void give_back_memory() {
  if (mallctl == nullptr) return;
  const std::string purge = "arena." + std::to_string(MALLCTL_ARENAS_ALL) + ".purge";
  mallctl(purge.c_str(), nullptr, nullptr, nullptr, 0);
}

}  // namespace faqbot::app

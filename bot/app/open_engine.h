// The engine of a knowledge folder, for commands that answer once and end.
//
// Thread safety: main thread only.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/engine.h"

namespace faqbot::app {

// The repository's own knowledge, or `knowledge` in the current folder where that is gone.
std::string default_knowledge();

// Null where the folder has errors; each is then on standard error. `command` names who asks.
std::shared_ptr<const Engine> open_engine(const std::string& folder, std::string_view command);

}  // namespace faqbot::app

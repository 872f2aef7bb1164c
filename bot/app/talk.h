// `faqbot ask` without a message: a conversation on the terminal.
//
// Thread safety: main thread only.
#pragma once

#include <chrono>

#include "core/explanation.h"
#include "engine/engine.h"

namespace faqbot::app {

// Until the input ends or "/quit" is typed. Returns the exit code.
int talk(const Engine& engine);

// By this machine's clock.
std::chrono::sys_seconds present();

void print(const Reply& reply);
void print(const Explanation& explanation);

}  // namespace faqbot::app

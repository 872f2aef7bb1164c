// The memory of the process: how it is shared out among threads, and how it goes back to the system.
#pragma once

namespace faqbot::app {

// Gives back all that is free. Training needs several times what serving does. Thread safe.
void give_back_memory();

}  // namespace faqbot::app

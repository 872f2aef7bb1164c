// `faqbot serve`: the service, from its first byte to its last.
#pragma once

namespace CLI {
class App;
}

namespace faqbot::app {

// Adds the subcommand; `exit_code` is set when it has run: 0 stopped by a signal, 1 it could not
// start, 2 a setting is wrong.
void add_serve(CLI::App& app, int& exit_code);

}  // namespace faqbot::app

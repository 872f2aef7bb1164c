// Lines typed on a terminal, with editing and a history: the only include of libedit.
//
// Where standard input is no terminal, lines are read as they come.
//
// Thread safety: main thread only.
#pragma once

#include <memory>
#include <optional>
#include <string>

namespace faqbot::app {

class LineEditor {
 public:
  explicit LineEditor(std::string prompt);
  ~LineEditor();

  // The next line without its end; nothing at the end of the input.
  std::optional<std::string> next();

 private:
  struct Terminal;
  std::unique_ptr<Terminal> terminal_;  // null where standard input is no terminal
};

}  // namespace faqbot::app

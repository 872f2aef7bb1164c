#include "app/line_editor.h"

#include <histedit.h>
#include <unistd.h>

#include <cstdio>
#include <iostream>
#include <string_view>
#include <utility>

namespace faqbot::app {
namespace {

constexpr int kRemembered = 200;  // lines of the history

struct EndEditLine {
  void operator()(EditLine* editor) const { el_end(editor); }
};
struct EndHistory {
  void operator()(History* history) const { history_end(history); }
};

}  // namespace

struct LineEditor::Terminal {
  std::string prompt;
  std::unique_ptr<History, EndHistory> history;
  std::unique_ptr<EditLine, EndEditLine> editor;
};

LineEditor::LineEditor(std::string prompt) {
  if (isatty(STDIN_FILENO) == 0) return;
  terminal_ = std::make_unique<Terminal>();
  terminal_->prompt = std::move(prompt);
  terminal_->history.reset(history_init());
  terminal_->editor.reset(el_init("faqbot", stdin, stdout, stderr));
  HistEvent event;
  history(terminal_->history.get(), &event, H_SETSIZE, kRemembered);
  EditLine* const editor = terminal_->editor.get();
  el_set(editor, EL_CLIENTDATA, terminal_.get());
  el_set(
      editor, EL_PROMPT, +[](EditLine* asking) {
        Terminal* terminal = nullptr;
        el_get(asking, EL_CLIENTDATA, &terminal);
        return terminal->prompt.data();
      });
  el_set(editor, EL_EDITOR, "emacs");
  el_set(editor, EL_HIST, history, terminal_->history.get());
}

LineEditor::~LineEditor() = default;

std::optional<std::string> LineEditor::next() {
  if (!terminal_) {
    std::string line;
    if (!std::getline(std::cin, line)) return std::nullopt;
    return line;
  }
  int count = 0;
  const char* const typed = el_gets(terminal_->editor.get(), &count);
  if (typed == nullptr || count <= 0) return std::nullopt;
  std::string line(typed, static_cast<std::size_t>(count));
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.pop_back();
  HistEvent event;
  if (!line.empty()) history(terminal_->history.get(), &event, H_ENTER, line.c_str());
  return line;
}

}  // namespace faqbot::app

// `faqbot eval --dialogues` and `--enquiries`.
//
// Thread safety: main thread only.
#pragma once

#include <string>

namespace faqbot::app {

struct TalkSet {
  std::string path;
  std::string folder;
  std::string predictions;  // TSV to write; empty for none
  bool json = false;
};

// Both return the exit code.
int eval_dialogues(const TalkSet& options);
int eval_enquiries(const TalkSet& options);

}  // namespace faqbot::app

// The knowledge folder as it would be after some edits, and what visitors would then be told.
//
// Nothing is written here: an edit is first looked at, and only then published (publisher.h).
//
// Thread safety: pure functions.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.h"
#include "knowledge/load.h"

namespace faqbot::desk {

// A file as its editor wants it. `seen` is the seal of the bytes that the editor began with, empty for a file
// that is new; so an edit made elsewhere in the meantime is noticed.
struct Edit {
  std::string file;  // relative to the folder, "mfr/pressure.md"
  std::string seen;
  std::optional<std::string> bytes;  // nothing: the file goes
};

// A short name of exactly these bytes; empty for a file that is not there.
std::string seal_of(std::string_view bytes);

// An edit that began from bytes which are no longer there.
struct Stale {
  std::string file;
  std::optional<std::string> now;  // what is there instead; nothing where the file has gone
};

struct Draft {
  std::vector<knowledge::NamedBytes> files;
  std::vector<Stale> stale;  // edits that were not applied
};
// `files`: by name, and so are the draft's.
Draft with_edits(std::vector<knowledge::NamedBytes> files, std::span<const Edit> edits);

// What one message is answered with.
struct Told {
  std::string kind;                 // "answer", "clarify", "unknown", "urgent"
  std::vector<std::string> topics;  // answered, or offered
  std::vector<std::string> titles;  // theirs, in the same order
  std::string text;
};
Told told(const Engine& engine, std::string_view message);

struct Difference {
  std::string message;
  Told before;
  Told after;
};

struct Broken {
  std::string message;
  std::vector<std::string> expected;  // empty: no answer
  Told after;
};

struct Review {
  std::vector<knowledge::Problem> problems;
  // Recorded and expected messages that would be answered otherwise. Other suggestions beside "I don't know"
  // are no other answer.
  std::vector<Difference> changed;
  std::vector<Broken> broken;  // tests.yaml's that hold now and would not, or are new and do not hold
  std::shared_ptr<const Engine> engine;  // null where a problem is an error

  bool may_be_published() const { return engine != nullptr && broken.empty(); }
};

// `recorded`: messages of visitors; `trained`: an engine of an earlier review, used again where it has the
// draft's version, or null. Cost: training, a second or so, and a turn or two for each message.
Review review(const Draft& draft, const Engine& now, std::span<const std::string> recorded,
              std::chrono::year_month_day today, const std::shared_ptr<const Engine>& trained = nullptr);

}  // namespace faqbot::desk

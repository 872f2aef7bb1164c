// The enquiries as the front desk works on them: taken, answered, noted on, drafted for.
//
// Nobody overwrites what they have not seen: an enquiry has a version, which every change of its state names
// and raises, and a change that names an old one is refused with what happened since. A draft has a
// version of its own. A note only adds, so it is never refused.
//
// Lists and search: inbox_list.h. Live: every change raises Counters::inbox, and changed_since() tells which.
// Thread safety: as Database.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "store/audit.h"
#include "store/database.h"
#include "store/store.h"

namespace faqbot::store {

enum class State { kNew, kTaken, kAnswered, kClosed };

std::string_view name_of(State state);
// Nothing for another word.
std::optional<State> state_named(std::string_view name);

struct Change {
  std::int64_t version = 0;  // the enquiry's, from then on
  Time made{};
  std::string who;
  State state = State::kNew;
  std::string taken_by;  // empty where nobody has it
};

struct Note {
  Time made{};
  std::string who;
  std::string words;
};

struct Draft {
  std::int64_t version = 0;
  Time made{};
  std::string who;
  std::string words;
};

// One turn of the conversation that led to an enquiry, as far as it was kept.
struct TurnKept {
  Time asked{};
  std::string kind;  // of the reply: "answer", "clarify", "unknown", "urgent"
  bool none_of_these = false;
  std::string wording;              // masked; empty where it was not kept
  std::vector<std::string> topics;  // answered or offered
};

struct Case {
  KeptEnquiry kept;
  State state = State::kNew;
  std::string taken_by;
  std::int64_t version = 1;
  std::vector<Change> changes;  // oldest first
  std::vector<Note> notes;      // oldest first
  std::optional<Draft> draft;
  std::vector<TurnKept> turns;  // oldest first; at most kMostTurns, the latest
};

inline constexpr std::size_t kMostTurns = 200;

struct Done {
  std::int64_t version = 0;  // to name in the next change
};
struct Stale {
  std::vector<Change> since;  // what was changed since the version named, and by whom; oldest first
};
struct StaleDraft {
  Draft now;
};
struct Gone {};  // erased, or never there

class Inbox {
 public:
  explicit Inbox(Database& database) : database_(database) {}

  // Nothing where there is none. Cost: five small reads.
  Result<std::optional<Case>> read(std::string_view reference);

  // kTaken: by.who has it from then on; kNew: nobody; the others: who had it keeps it, else by.who.
  Result<std::variant<Done, Stale, Gone>> move(std::string_view reference, std::int64_t version, State state,
                                               const By& by);

  Result<std::variant<Done, Gone>> add_note(std::string_view reference, std::string_view words, const By& by);

  // `version`: the draft's that was edited, 0 for a first one. Empty words are a draft too.
  Result<std::variant<Done, StaleDraft, Gone>> save_draft(std::string_view reference, std::int64_t version,
                                                          std::string_view words, const By& by);

 private:
  Database& database_;
};

}  // namespace faqbot::store

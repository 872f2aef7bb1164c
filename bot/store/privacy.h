// What must not stay: deleted by age, and at a visitor's wish.
//
// Deleted from SQLite is overwritten in the file and the search index, and in the log as soon as nobody reads
// it. PostgreSQL reuses the room
// when its autovacuum has passed. Backups keep what they held: let them age out.
//
// Counts (figures.h) and the audit log (audit.h) stay; nobody can be known by them.
// Thread safety: as Database. Others work meanwhile: it goes in small steps.
#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>

#include "store/audit.h"
#include "store/database.h"

namespace faqbot::store {

struct Retention {
  std::chrono::days wordings{90};    // questions, votes' comments, unanswered wordings
  std::chrono::days enquiries{365};  // with their notes and drafts
  // The words of what was answered, where no enquiry came of the conversation: as long as a conversation
  // lives.
  std::chrono::hours answered{24};
};

struct Deleted {
  std::int64_t enquiries = 0;
  std::int64_t questions = 0;
  std::int64_t votes = 0;
  std::int64_t wordings = 0;  // unanswered ones that nobody used since
  std::int64_t answered = 0;  // questions that stay as counts, without their words; not in the audit log
};

class Privacy {
 public:
  explicit Privacy(Database& database) : database_(database) {}

  // Deletes what is older than it may be at `now`. Noted in the audit log where there was something.
  Result<Deleted> expire(Time now, const Retention& retention);

  // Deletes the enquiries that name this contact, an e-mail address or a telephone number however it is
  // spaced or prefixed, and all that was kept of the conversations that led to them. Errors: a contact too
  // short to tell people apart.
  Result<Deleted> erase(std::string_view typed, const By& by);

 private:
  Database& database_;
};

}  // namespace faqbot::store

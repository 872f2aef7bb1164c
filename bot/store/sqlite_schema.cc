#include "store/sqlite_schema.h"

#include <array>
#include <string>

namespace faqbot::store {
namespace {

// Times are milliseconds since 1970, UTC; lists of topics are separated by spaces.
constexpr std::array<const char*, 1> kSteps = {{
    R"sql(
CREATE TABLE enquiry (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE,
  received INTEGER NOT NULL,
  name TEXT NOT NULL,
  contact TEXT NOT NULL,
  message TEXT NOT NULL,
  conversation TEXT NOT NULL,
  key TEXT NOT NULL
) STRICT;
CREATE INDEX enquiry_by_key ON enquiry (key) WHERE key <> '';

CREATE TABLE feedback (
  id INTEGER PRIMARY KEY,
  given INTEGER NOT NULL,
  conversation TEXT NOT NULL,
  topic TEXT NOT NULL,
  helpful INTEGER NOT NULL,
  comment TEXT NOT NULL,
  wording TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX feedback_once ON feedback (conversation, topic) WHERE conversation <> '';
CREATE INDEX feedback_unhelpful ON feedback (given) WHERE helpful = 0;

CREATE TABLE question (
  id INTEGER PRIMARY KEY,
  asked INTEGER NOT NULL,
  kind TEXT NOT NULL,
  none_of_these INTEGER NOT NULL,
  topics TEXT NOT NULL,
  wording TEXT NOT NULL,
  partner TEXT NOT NULL,
  conversation TEXT NOT NULL
) STRICT;
CREATE INDEX question_unanswered ON question (asked) WHERE kind = 'unknown' OR none_of_these = 1;
CREATE INDEX question_clarified ON question (conversation, id) WHERE kind = 'clarify' AND none_of_these = 0;
)sql",
}};

constexpr auto kVersion = static_cast<std::int64_t>(kSteps.size());

}  // namespace

std::optional<Error> migrate(Database& database) {
  auto transaction = Transaction::begin(database);
  if (!transaction) return transaction.error();
  const auto version = database.number("PRAGMA user_version");
  if (!version) return version.error();
  if (*version > kVersion)
    return Error{"the store was written by a newer faqbot (its version is " + std::to_string(*version) +
                 ", this program knows " + std::to_string(kVersion) +
                 "); start that one, or name another file with --store"};
  if (*version == kVersion) return transaction->commit();
  for (auto step = static_cast<std::size_t>(*version); step < kSteps.size(); ++step)
    if (auto error = database.run(kSteps.at(step))) return error;
  if (auto error = database.run("PRAGMA user_version = " + std::to_string(kVersion))) return error;
  return transaction->commit();
}

}  // namespace faqbot::store

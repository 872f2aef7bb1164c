#include "store/privacy.h"

#include <array>
#include <string>
#include <vector>

#include "store/contact.h"
#include "store/counters.h"
#include "store/erasing.h"
#include "store/locks.h"

namespace faqbot::store {
namespace {

// Rows at once: too many, and visitors wait for the lock; too few, and each waits for the disk.
constexpr std::size_t kAtOnce = 1000;

// Of a counter, nothing, or a lock, depending on what is deleted.
using Meet = std::optional<Error> (*)(Transaction&);

std::optional<Error> meet_inbox(Transaction& transaction) {
  if (const auto raised = raise(transaction, "inbox"); !raised) return raised.error();
  return std::nullopt;
}

std::optional<Error> meet_wordings(Transaction& transaction) {
  return transaction.lock(kWordingLock);
}

std::optional<Error> meet_nobody(Transaction&) {
  return std::nullopt;
}

// Deletes in small steps; `sql` takes the time and how many. The number of rows.
Result<std::int64_t> delete_all(Database& database, std::string_view sql, Time before, Meet meet) {
  for (std::int64_t deleted = 0;;) {
    auto transaction = database.begin();
    if (!transaction) return transaction.error();
    if (auto error = meet(*transaction)) return *std::move(error);
    const auto rows = transaction->query(sql, before, kAtOnce);
    if (!rows) return rows.error();
    if (auto error = transaction->commit()) return *std::move(error);
    deleted += static_cast<std::int64_t>(rows->size());
    if (rows->size() < kAtOnce) return deleted;
  }
}

std::string counts_of(const Deleted& deleted) {
  return std::to_string(deleted.enquiries) + " enquiries, " + std::to_string(deleted.questions) +
         " questions, " + std::to_string(deleted.votes) + " votes, " + std::to_string(deleted.wordings) +
         " wordings";
}

struct Found {
  std::int64_t id = 0;
  std::string reference;
  std::string conversation;
};

Result<std::vector<Found>> enquiries_of(Database& database, const Contact& contact) {
  std::vector<Found> found;
  for (std::int64_t last = 0;;) {
    const auto rows = database.query(
        "SELECT id, reference, conversation, contact FROM enquiry WHERE id > $1 ORDER BY id LIMIT $2", last,
        10 * kAtOnce);
    if (!rows) return rows.error();
    if (rows->empty()) return found;
    for (const Row& row : *rows)
      if (contact.stands_in(row.text(3))) found.push_back({row.number(0), row.text(1), row.text(2)});
    last = rows->back().number(0);
  }
}

}  // namespace

Result<Deleted> Privacy::expire(Time now, const Retention& retention) {
  const Time words_before = now - retention.wordings;
  Deleted deleted;
  struct Step {
    std::int64_t Deleted::*count;
    std::string_view sql;
    Time before;
    Meet meet;
  };
  const auto steps = std::to_array<Step>({
      {&Deleted::enquiries,
       "DELETE FROM enquiry WHERE id IN (SELECT id FROM enquiry WHERE received < $1 ORDER BY received LIMIT "
       "$2)"
       " RETURNING id",
       now - retention.enquiries, meet_inbox},
      {&Deleted::questions,
       "DELETE FROM question WHERE id IN (SELECT id FROM question WHERE asked < $1 ORDER BY asked LIMIT $2)"
       " RETURNING id",
       words_before, meet_nobody},
      {&Deleted::votes,
       "DELETE FROM feedback WHERE id IN (SELECT id FROM feedback WHERE given < $1 LIMIT $2) RETURNING id",
       words_before, meet_nobody},
      {&Deleted::wordings,
       "DELETE FROM wording WHERE id IN (SELECT id FROM wording WHERE last_asked < $1 ORDER BY last_asked "
       "LIMIT "
       "$2) RETURNING id",
       words_before, meet_wordings},
      {&Deleted::answered,
       "UPDATE question SET wording = '' WHERE id IN (SELECT id FROM question WHERE asked < $1"
       " AND wording <> '' AND none_of_these = 0 AND kind IN ('answer', 'urgent')"
       " AND NOT EXISTS (SELECT 1 FROM enquiry WHERE enquiry.conversation = question.conversation)"
       " ORDER BY asked LIMIT $2) RETURNING id",
       now - retention.answered, meet_nobody},
  });
  for (const Step& step : steps) {
    const auto rows = delete_all(database_, step.sql, step.before, step.meet);
    if (!rows) return rows.error();
    deleted.*step.count = *rows;
  }
  const auto rows = deleted.enquiries + deleted.questions + deleted.votes + deleted.wordings;
  if (rows + deleted.answered == 0) return deleted;
  if (rows > 0)
    if (auto error = Audit(database_).write({"the program", now}, "deleted by age", {}, counts_of(deleted)))
      return *std::move(error);
  if (auto error = sweep(database_)) return *std::move(error);
  return deleted;
}

Result<Deleted> Privacy::erase(std::string_view typed, const By& by) {
  const auto contact = Contact::parse(typed);
  if (!contact) return contact.error();
  const auto found = enquiries_of(database_, *contact);
  if (!found) return found.error();
  Deleted deleted;
  for (const Found& one : *found) {
    auto transaction = database_.begin();
    if (!transaction) return transaction.error();
    if (auto error = meet_inbox(*transaction)) return *std::move(error);
    if (auto error = erase_enquiry(*transaction, one.id)) return *std::move(error);
    const auto words = erase_conversation(*transaction, one.conversation);
    if (!words) return words.error();
    if (auto error = write_audit(*transaction, by, "enquiry erased", one.reference)) return *std::move(error);
    if (const auto raised = raise(*transaction, "wordings"); !raised) return raised.error();
    if (auto error = transaction->commit()) return *std::move(error);
    ++deleted.enquiries;
    deleted.questions += words->questions;
    deleted.votes += words->votes;
  }
  if (deleted.enquiries > 0)
    if (auto error = sweep(database_)) return *std::move(error);
  return deleted;
}

}  // namespace faqbot::store

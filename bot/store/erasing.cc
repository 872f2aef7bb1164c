#include "store/erasing.h"

#include "store/locks.h"
#include "store/wording_book.h"

namespace faqbot::store {
namespace {

// FTS5 merges so many pages at a time; it is done when a step changes next to nothing.
constexpr int kMostSteps = 1000;
constexpr const char* kMergeAll = "INSERT INTO enquiry_search (enquiry_search, rank) VALUES ('merge', -500)";
constexpr const char* kMergeOn = "INSERT INTO enquiry_search (enquiry_search, rank) VALUES ('merge', 500)";

Unanswered::Why why_of(const Row& question) {
  return question.number(1) != 0 ? Unanswered::Why::kNoneOfThese : Unanswered::Why::kUnknown;
}

Result<std::int64_t> total_changes(Transaction& transaction) {
  const auto rows = transaction.query("SELECT total_changes()");
  if (!rows) return rows.error();
  return rows->front().number(0);
}

// True where there is more to do.
Result<bool> merge_once(Database& database, const char* merge) {
  auto transaction = database.begin();
  if (!transaction) return transaction.error();
  const auto before = total_changes(*transaction);
  if (!before) return before.error();
  if (const auto merged = transaction->query(merge); !merged) return merged.error();
  const auto after = total_changes(*transaction);
  if (!after) return after.error();
  if (auto error = transaction->commit()) return *std::move(error);
  return *after - *before >= 2;
}

}  // namespace

std::optional<Error> erase_enquiry(Transaction& transaction, std::int64_t id) {
  const auto erased = transaction.query("DELETE FROM enquiry WHERE id = $1", id);
  if (!erased) return erased.error();
  return std::nullopt;
}

Result<ErasedWords> erase_conversation(Transaction& transaction, std::string_view conversation) {
  ErasedWords erased;
  if (conversation.empty()) return erased;
  if (auto error = transaction.lock(kWordingLock)) return *std::move(error);
  const auto questions = transaction.query(
      "DELETE FROM question WHERE conversation = $1 RETURNING wording_id, none_of_these, partner",
      conversation);
  if (!questions) return questions.error();
  const auto votes = transaction.query(
      "DELETE FROM feedback WHERE conversation = $1 AND conversation <> '' RETURNING wording_id, partner",
      conversation);
  if (!votes) return votes.error();
  for (const Row& row : *questions)
    if (row.number(0) != 0)
      if (auto error = strike_wording(transaction.connection(), row.number(0), why_of(row), row.text(2), 1))
        return *std::move(error);
  for (const Row& row : *votes)
    if (row.number(0) != 0)
      if (auto error = strike_wording(transaction.connection(), row.number(0), Unanswered::Why::kNotHelpful,
                                      row.text(1), 1))
        return *std::move(error);
  erased.questions = static_cast<std::int64_t>(questions->size());
  erased.votes = static_cast<std::int64_t>(votes->size());
  return erased;
}

std::optional<Error> sweep(Database& database) {
  if (database.dialect() == Dialect::kPostgres) return std::nullopt;
  const char* merge = kMergeAll;
  for (int step = 0; step < kMostSteps; ++step) {
    const auto is_more = merge_once(database, merge);
    if (!is_more) return is_more.error();
    if (!*is_more) break;
    merge = kMergeOn;
  }
  return database.script("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace faqbot::store

#include "store/counters.h"

namespace faqbot::store {

Result<Counters> read_counters(Database& database) {
  const auto rows = database.query("SELECT name, raised FROM counter");
  if (!rows) return rows.error();
  Counters counters;
  for (const Row& row : *rows) {
    const std::string& name = row.text(0);
    if (name == "inbox") counters.inbox = row.number(1);
    if (name == "presence") counters.presence = row.number(1);
    if (name == "wordings") counters.wordings = row.number(1);
    if (name == "knowledge") counters.knowledge = row.number(1);
  }
  return counters;
}

Result<std::int64_t> raise(Transaction& transaction, std::string_view counter) {
  const auto raised =
      transaction.query("UPDATE counter SET raised = raised + 1 WHERE name = $1 RETURNING raised", counter);
  if (!raised) return raised.error();
  if (raised->empty()) return Error{"the store has lost its counters; put a backup in its place"};
  return raised->front().number(0);
}

}  // namespace faqbot::store

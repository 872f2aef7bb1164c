#include "store/presence.h"

#include "store/counters.h"

namespace faqbot::store {
namespace {

constexpr std::string_view kEnquiry = "(SELECT id FROM enquiry WHERE reference = $1)";

}  // namespace

Result<bool> Presence::look(std::string_view reference, std::string_view who, Time now,
                            std::chrono::seconds length) {
  auto transaction = database_.begin();
  if (!transaction) return transaction.error();
  const auto swept = transaction->query("DELETE FROM presence WHERE until <= $1", now);
  if (!swept) return swept.error();
  const auto still =
      transaction->query("UPDATE presence SET until = $3 WHERE enquiry = " + std::string(kEnquiry) +
                             " AND who = $2 RETURNING who",
                         reference, who, Time(now + length));
  if (!still) return still.error();
  bool is_there = !still->empty();
  if (!is_there) {
    const auto began = transaction->query(
        "INSERT INTO presence (enquiry, who, until) SELECT id, $2, $3 FROM enquiry WHERE reference = $1"
        " ON CONFLICT (enquiry, who) DO UPDATE SET until = excluded.until RETURNING who",
        reference, who, Time(now + length));
    if (!began) return began.error();
    is_there = !began->empty();
    if (const auto raised = raise(*transaction, "presence"); !raised) return raised.error();
  }
  if (auto error = transaction->commit()) return *std::move(error);
  return is_there;
}

std::optional<Error> Presence::leave(std::string_view reference, std::string_view who) {
  auto transaction = database_.begin();
  if (!transaction) return transaction.error();
  const auto left = transaction->query(
      "DELETE FROM presence WHERE enquiry = " + std::string(kEnquiry) + " AND who = $2", reference, who);
  if (!left) return left.error();
  if (const auto raised = raise(*transaction, "presence"); !raised) return raised.error();
  return transaction->commit();
}

Result<std::vector<Watcher>> Presence::watchers(Time now) {
  const auto rows = database_.query(
      "SELECT enquiry.reference, presence.who FROM presence JOIN enquiry ON enquiry.id = presence.enquiry"
      " WHERE presence.until > $1 ORDER BY enquiry.reference, presence.who",
      now);
  if (!rows) return rows.error();
  std::vector<Watcher> watchers;
  for (const Row& row : *rows) watchers.push_back({row.text(0), row.text(1)});
  return watchers;
}

}  // namespace faqbot::store

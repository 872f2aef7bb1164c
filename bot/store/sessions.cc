#include "store/sessions.h"

namespace faqbot::store {
namespace {

constexpr std::chrono::minutes kSeenEvery{1};

constexpr std::string_view kFind =
    "SELECT session.token, session.account, account.role, session.created, session.seen, session.expires"
    " FROM session JOIN account ON account.name = session.account"
    " WHERE session.token = $1 AND session.expires > $2 AND session.seen > $3 AND account.disabled = 0";
constexpr std::string_view kOf =
    "SELECT session.token, session.account, account.role, session.created, session.seen, session.expires"
    " FROM session JOIN account ON account.name = session.account"
    " WHERE session.account = $1 AND session.expires > $2 ORDER BY session.created DESC";

Session session_of(const Row& row) {
  return {row.text(0), row.text(1), row.text(2) == name_of(Role::kEditor) ? Role::kEditor : Role::kStaff,
          row.time(3), row.time(4), row.time(5)};
}

}  // namespace

std::optional<Error> Sessions::begin(const Session& session) {
  auto transaction = database_.begin();
  if (!transaction) return transaction.error();
  const auto swept = transaction->query("DELETE FROM session WHERE expires <= $1", session.created);
  if (!swept) return swept.error();
  const auto begun = transaction->query(
      "INSERT INTO session (token, account, created, seen, expires) VALUES ($1, $2, $3, $4, $5)",
      session.token_hash, session.account, session.created, session.seen, session.expires);
  if (!begun) return begun.error();
  return transaction->commit();
}

Result<std::optional<Session>> Sessions::find(std::string_view token_hash, Time now,
                                              std::chrono::minutes idle) {
  const auto rows = database_.query(kFind, token_hash, now, Time(now - idle));
  if (!rows) return rows.error();
  if (rows->empty()) return std::optional<Session>();
  Session session = session_of(rows->front());
  if (now - session.seen < kSeenEvery) return std::optional(session);
  auto transaction = database_.begin();
  if (!transaction) return transaction.error();
  const auto seen = transaction->query("UPDATE session SET seen = $2 WHERE token = $1", token_hash, now);
  if (!seen) return seen.error();
  if (auto error = transaction->commit()) return *std::move(error);
  session.seen = now;
  return std::optional(session);
}

Result<std::vector<Session>> Sessions::of(std::string_view account, Time now) {
  const auto rows = database_.query(kOf, account, now);
  if (!rows) return rows.error();
  std::vector<Session> sessions;
  for (const Row& row : *rows) sessions.push_back(session_of(row));
  return sessions;
}

std::optional<Error> Sessions::end(std::string_view token_hash) {
  auto transaction = database_.begin();
  if (!transaction) return transaction.error();
  const auto ended = transaction->query("DELETE FROM session WHERE token = $1", token_hash);
  if (!ended) return ended.error();
  return transaction->commit();
}

Result<std::size_t> Sessions::end_all(std::string_view account, const By& by) {
  auto transaction = database_.begin();
  if (!transaction) return transaction.error();
  const auto ended = transaction->query("DELETE FROM session WHERE account = $1 RETURNING token", account);
  if (!ended) return ended.error();
  if (auto error = write_audit(*transaction, by, "signed out everywhere", account)) return *std::move(error);
  if (auto error = transaction->commit()) return *std::move(error);
  return ended->size();
}

}  // namespace faqbot::store

#include "store/staff.h"

#include "store/locks.h"

namespace faqbot::store {
namespace {

constexpr std::string_view kColumns = "SELECT name, password, role, disabled, created FROM account";

// A series that is over begins anew; one that reaches its end locks, and each further failure again.
constexpr std::string_view kCountFailure =
    "INSERT INTO attempt (subject, failures, latest, locked_until) VALUES ($1, 1, $2, 0)"
    " ON CONFLICT (subject) DO UPDATE SET latest = excluded.latest,"
    " failures = CASE WHEN attempt.latest < $3 THEN 1 ELSE attempt.failures + 1 END RETURNING failures";

Account account_of(const Row& row) {
  return {row.text(0), row.text(1), row.text(2) == name_of(Role::kEditor) ? Role::kEditor : Role::kStaff,
          row.number(3) != 0, row.time(4)};
}

}  // namespace

std::string_view name_of(Role role) {
  return role == Role::kEditor ? "editor" : "staff";
}

Result<bool> Staff::add(const Account& account, const By& by) {
  auto transaction = database_.begin();
  if (!transaction) return transaction.error();
  const auto added = transaction->query(
      "INSERT INTO account (name, password, role, disabled, created) VALUES ($1, $2, $3, $4, $5)"
      " ON CONFLICT (name) DO NOTHING RETURNING name",
      account.name, account.password, name_of(account.role), account.disabled, account.created);
  if (!added) return added.error();
  if (added->empty()) return false;
  if (auto error = write_audit(*transaction, by, "account added", account.name, name_of(account.role)))
    return *std::move(error);
  if (auto error = transaction->commit()) return *std::move(error);
  return true;
}

Result<std::optional<Account>> Staff::find(std::string_view name) {
  const auto rows = database_.query(std::string(kColumns) + " WHERE name = $1", name);
  if (!rows) return rows.error();
  if (rows->empty()) return std::optional<Account>();
  return std::optional(account_of(rows->front()));
}

Result<std::vector<Account>> Staff::all() {
  const auto rows = database_.query(std::string(kColumns) + " ORDER BY name");
  if (!rows) return rows.error();
  std::vector<Account> accounts;
  for (const Row& row : *rows) accounts.push_back(account_of(row));
  return accounts;
}

Result<bool> Staff::change(std::string_view sql, std::string_view name, const Value& to, const By& by,
                           std::string_view action, std::string_view detail) {
  auto transaction = database_.begin();
  if (!transaction) return transaction.error();
  const auto changed = transaction->query(sql, name, to);
  if (!changed) return changed.error();
  if (changed->empty()) return false;
  const auto ended = transaction->query("DELETE FROM session WHERE account = $1", name);
  if (!ended) return ended.error();
  if (auto error = write_audit(*transaction, by, action, name, detail)) return *std::move(error);
  if (auto error = transaction->commit()) return *std::move(error);
  return true;
}

Result<bool> Staff::set_password(std::string_view name, std::string_view hash, const By& by) {
  return change("UPDATE account SET password = $2 WHERE name = $1 RETURNING name", name, hash, by,
                "password changed", {});
}

Result<bool> Staff::set_role(std::string_view name, Role role, const By& by) {
  return change("UPDATE account SET role = $2 WHERE name = $1 RETURNING name", name, name_of(role), by,
                "role changed", name_of(role));
}

Result<bool> Staff::set_disabled(std::string_view name, bool disabled, const By& by) {
  return change("UPDATE account SET disabled = $2 WHERE name = $1 RETURNING name", name, disabled, by,
                disabled ? "account disabled" : "account enabled", {});
}

Result<std::optional<Time>> Staff::count_failure(std::string_view subject, Time now,
                                                 const LockOut& lock_out) {
  auto transaction = database_.begin();
  if (!transaction) return transaction.error();
  if (auto error = transaction->lock(kAttemptLock)) return *std::move(error);
  const Time forgotten = now - lock_out.forgotten_after;
  // Guessed names are endless: what no longer counts goes.
  const auto tidied =
      transaction->query("DELETE FROM attempt WHERE latest < $1 AND locked_until < $2 AND subject <> $3",
                         forgotten, now, subject);
  if (!tidied) return tidied.error();
  const auto counted = transaction->query(kCountFailure, subject, now, forgotten);
  if (!counted) return counted.error();
  std::optional<Time> until;
  if (counted->front().number(0) >= lock_out.failures) {
    until = now + lock_out.length;
    const auto locked =
        transaction->query("UPDATE attempt SET locked_until = $2 WHERE subject = $1", subject, *until);
    if (!locked) return locked.error();
  }
  if (auto error = transaction->commit()) return *std::move(error);
  return until;
}

Result<std::optional<Time>> Staff::locked_until(std::string_view subject, Time now) {
  const auto rows = database_.query(
      "SELECT locked_until FROM attempt WHERE subject = $1 AND locked_until > $2", subject, now);
  if (!rows) return rows.error();
  if (rows->empty()) return std::optional<Time>();
  return std::optional(rows->front().time(0));
}

std::optional<Error> Staff::forget_failures(std::string_view subject) {
  auto transaction = database_.begin();
  if (!transaction) return transaction.error();
  const auto forgotten = transaction->query("DELETE FROM attempt WHERE subject = $1", subject);
  if (!forgotten) return forgotten.error();
  return transaction->commit();
}

}  // namespace faqbot::store

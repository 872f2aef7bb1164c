#include "store/schema.h"

#include <array>
#include <string>

#include "store/schema_steps.h"

namespace faqbot::store {
namespace {

using Step = std::optional<Error> (*)(Connection&);

std::optional<Error> make_visitors(Connection& connection) {
  return connection.script(visitors_step(connection.dialect()));
}

std::optional<Error> make_desk(Connection& connection) {
  if (auto error = connection.script(desk_step(connection.dialect()))) return error;
  if (auto error = backfill(connection)) return error;
  return connection.script(search_step(connection.dialect()));
}

std::optional<Error> make_partners(Connection& connection) {
  return connection.script(partners_step(connection.dialect()));
}

constexpr std::array<Step, 3> kSteps = {make_visitors, make_desk, make_partners};
constexpr auto kVersion = static_cast<std::int64_t>(kSteps.size());

Result<std::int64_t> version_of(Connection& connection) {
  if (connection.dialect() == Dialect::kSqlite) {
    const auto rows = connection.query("PRAGMA user_version");
    if (!rows) return rows.error();
    return rows->at(0).number(0);
  }
  if (auto error = connection.script("CREATE TABLE IF NOT EXISTS faqbot_version (version BIGINT NOT NULL)"))
    return *std::move(error);
  const auto rows = connection.query("SELECT coalesce(max(version), 0) FROM faqbot_version");
  if (!rows) return rows.error();
  return rows->at(0).number(0);
}

std::optional<Error> set_version(Connection& connection) {
  const std::string version = std::to_string(kVersion);
  if (connection.dialect() == Dialect::kSqlite) return connection.script("PRAGMA user_version = " + version);
  return connection.script("DELETE FROM faqbot_version; INSERT INTO faqbot_version VALUES (" + version + ")");
}

// A replica that starts second waits for the first, however many rows that one has to move.
std::optional<Error> be_patient(Connection& connection) {
  if (connection.dialect() == Dialect::kSqlite) return std::nullopt;
  return connection.script("SET LOCAL lock_timeout = 0; SET LOCAL statement_timeout = 0");
}

}  // namespace

std::optional<Error> migrate(Database& database) {
  auto transaction = database.begin();
  if (!transaction) return transaction.error();
  Connection& connection = transaction->connection();
  if (auto error = be_patient(connection)) return error;
  if (auto error = transaction->lock("migrate")) return error;
  const auto version = version_of(connection);
  if (!version) return version.error();
  if (*version > kVersion)
    return Error{"the store was written by a newer faqbot (its version is " + std::to_string(*version) +
                 ", this program knows " + std::to_string(kVersion) +
                 "); start that one, or name another with --store"};
  if (*version == kVersion) return transaction->commit();
  for (auto step = static_cast<std::size_t>(*version); step < kSteps.size(); ++step)
    if (auto error = kSteps.at(step)(connection)) return error;
  if (auto error = set_version(connection)) return error;
  return transaction->commit();
}

}  // namespace faqbot::store

#include "store/postgres.h"

#include <libpq-fe.h>

#include <array>
#include <utility>

namespace faqbot::store {
namespace {

// PostgreSQL's own numbers for its types (pg_type.dat); they never change.
constexpr Oid kBytea = 17;
constexpr Oid kBigint = 20;
constexpr Oid kText = 25;

// Whoever runs the server may promise more than "on" (a standby's disk too), never less. A plan is made for
// the values at hand, since one for any value knows nothing of how rare they are. A server that has gone
// silent is given up, so that no reply hangs on it.
constexpr const char* kSettings =
    "SET client_min_messages = warning; SET statement_timeout = '30s'; SET lock_timeout = '5s';"
    "SET idle_in_transaction_session_timeout = '60s'; SET plan_cache_mode = force_custom_plan;"
    "SELECT set_config('synchronous_commit', 'on', false)"
    " WHERE current_setting('synchronous_commit') IN ('off', 'local')";

struct Clear {
  void operator()(PGresult* result) const { PQclear(result); }
};
using Outcome = std::unique_ptr<PGresult, Clear>;

std::string one_line(std::string_view message) {
  std::string line(message.substr(0, message.find_last_not_of(" \n") + 1));
  for (char& c : line)
    if (c == '\n') c = ' ';
  return line;
}

// What PostgreSQL says, and how people mend it.
Error failed(pg_conn* server, const PGresult* result) {
  const char* const code = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
  const std::string_view state = code == nullptr ? "" : code;
  const char* const primary =
      result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
  std::string message = "PostgreSQL: " + one_line(primary == nullptr ? PQerrorMessage(server) : primary);
  if (state == "53100")
    message += "; free some space on the server's disk";
  else if (state == "55P03" || state == "40P01" || state == "57014")
    message += "; it was busy, try again";
  else if (state == "42501")
    message += "; the user of --store needs the right to use and create tables in this database";
  else if (message.find("extension \"pg_trgm\"") != std::string::npos)
    message += "; install the contrib package of PostgreSQL on its server";
  else if (PQstatus(server) == CONNECTION_BAD)
    message += "; see that the server runs and can be reached";
  return Error{std::move(message)};
}

bool is_good(const Outcome& outcome) {
  const auto status = PQresultStatus(outcome.get());
  return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK;
}

Oid type_of(const Value& value) {
  switch (value.kind()) {
    case Value::Kind::kNumber:
      return kBigint;
    case Value::Kind::kText:
      return kText;
    case Value::Kind::kBytes:
      return kBytea;
  }
  return kText;
}

std::string cell_of(const PGresult* result, int row, int column) {
  if (PQgetisnull(result, row, column) != 0) return {};
  const char* const bytes = PQgetvalue(result, row, column);
  if (PQftype(result, column) != kBytea)
    return {bytes, static_cast<std::size_t>(PQgetlength(result, row, column))};
  std::size_t size = 0;
  const auto free = [](unsigned char* plain) { PQfreemem(plain); };
  const std::unique_ptr<unsigned char, decltype(free)> plain(
      PQunescapeBytea(reinterpret_cast<const unsigned char*>(bytes), &size), free);
  return {reinterpret_cast<const char*>(plain.get()), size};
}

Rows rows_of(const PGresult* result) {
  const int columns = PQnfields(result);
  Rows rows;
  rows.reserve(static_cast<std::size_t>(PQntuples(result)));
  for (int row = 0; row < PQntuples(result); ++row) {
    std::vector<std::string> cells;
    cells.reserve(static_cast<std::size_t>(columns));
    for (int column = 0; column < columns; ++column) cells.push_back(cell_of(result, row, column));
    rows.emplace_back(std::move(cells));
  }
  return rows;
}

// The arrays that libpq wants: numbers as digits, text and bytes as they are.
struct Parameters {
  explicit Parameters(std::span<const Value> values) {
    digits.reserve(values.size());  // addresses are taken below
    for (const Value& value : values) {
      const bool is_number = value.kind() == Value::Kind::kNumber;
      digits.push_back(is_number ? std::to_string(value.number()) : std::string());
      const std::string_view bytes = is_number ? std::string_view(digits.back()) : value.text();
      addresses.push_back(bytes.data() == nullptr ? "" : bytes.data());
      sizes.push_back(static_cast<int>(bytes.size()));
      formats.push_back(is_number ? 0 : 1);
    }
  }
  std::vector<std::string> digits;
  std::vector<const char*> addresses;
  std::vector<int> sizes;
  std::vector<int> formats;
};

}  // namespace

void PostgresConnection::Close::operator()(pg_conn* server) const {
  PQfinish(server);
}

bool PostgresConnection::is_broken() const {
  return PQstatus(server_.get()) == CONNECTION_BAD;
}

Result<std::unique_ptr<Connection>> PostgresConnection::open(const std::string& url) {
  // The later word wins, so that the URL may say otherwise.
  constexpr std::array<const char*, 8> kNames = {
      "connect_timeout", "tcp_user_timeout", "keepalives_idle", "application_name",
      "client_encoding", "dbname",           nullptr,           nullptr};
  const std::array<const char*, 8> values = {"5",    "15000",     "30",    "faqbot",
                                             "UTF8", url.c_str(), nullptr, nullptr};
  Server server(PQconnectdbParams(kNames.data(), values.data(), 1));
  if (PQstatus(server.get()) != CONNECTION_OK)
    return Error{"PostgreSQL: " + one_line(PQerrorMessage(server.get())) +
                 "; see that the server runs and that the URL names the user, the password and the database"};
  const char* const encoding = PQparameterStatus(server.get(), "server_encoding");
  if (encoding == nullptr || std::string_view(encoding) != "UTF8")
    return Error{
        "PostgreSQL: the database is not encoded in UTF-8; make one with createdb -E UTF8 -T template0"};
  std::unique_ptr<Connection> connection(new PostgresConnection(std::move(server)));
  if (auto error = connection->script(kSettings)) return *std::move(error);
  return connection;
}

std::optional<Error> PostgresConnection::script(const std::string& sql) {
  const Outcome outcome(PQexec(server_.get(), sql.c_str()));
  if (is_good(outcome)) return std::nullopt;
  return failed(server_.get(), outcome.get());
}

Result<std::string> PostgresConnection::prepared(std::string_view sql, std::span<const Value> values) {
  std::string key(sql);
  std::vector<Oid> types;
  for (const Value& value : values) {
    types.push_back(type_of(value));
    key += static_cast<char>(types.back());
  }
  if (const auto known = names_.find(key); known != names_.end()) return known->second;
  const std::string name = "s" + std::to_string(names_.size());
  const Outcome outcome(PQprepare(server_.get(), name.c_str(), std::string(sql).c_str(),
                                  static_cast<int>(types.size()), types.data()));
  if (!is_good(outcome)) return failed(server_.get(), outcome.get());
  names_.emplace(std::move(key), name);
  return name;
}

Result<Rows> PostgresConnection::run(std::string_view sql, std::span<const Value> values) {
  const auto name = prepared(sql, values);
  if (!name) return name.error();
  const Parameters given(values);
  const Outcome outcome(PQexecPrepared(server_.get(), name->c_str(), static_cast<int>(values.size()),
                                       given.addresses.data(), given.sizes.data(), given.formats.data(), 0));
  if (!is_good(outcome)) return failed(server_.get(), outcome.get());
  return rows_of(outcome.get());
}

}  // namespace faqbot::store

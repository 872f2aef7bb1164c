#include "store/sqlite.h"

#include <sqlite3.h>

#include <cassert>
#include <utility>

namespace faqbot::store {
namespace {

// The file's name, what SQLite says, and how people mend it.
Error failed(sqlite3* database, std::string file) {
  std::string message = std::move(file) + ": ";
  message += database == nullptr ? "out of memory" : sqlite3_errmsg(database);
  switch (database == nullptr ? SQLITE_NOMEM : sqlite3_errcode(database) & 0xFF) {
    case SQLITE_FULL:
      message += "; free some space on its disk";
      break;
    case SQLITE_BUSY:
      message += "; another program holds it open for writing";
      break;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      message += "; put a backup in its place, or name another file with --store";
      break;
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
      message += "; it and its folder must be writable for the service";
      break;
    default:
      break;
  }
  return Error{std::move(message)};
}

Error failed(sqlite3* database) {
  return failed(database, sqlite3_db_filename(database, "main"));
}

}  // namespace

void Statement::Finalise::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

void Statement::bind(int place, std::string_view text) {
  // An empty view may have no address, which SQLite would take for NULL.
  const int done = sqlite3_bind_text(statement_.get(), place, text.empty() ? "" : text.data(),
                                     static_cast<int>(text.size()), SQLITE_TRANSIENT);
  assert(done == SQLITE_OK || done == SQLITE_NOMEM);
  static_cast<void>(done);
}

void Statement::bind(int place, std::int64_t number) {
  const int done = sqlite3_bind_int64(statement_.get(), place, number);
  assert(done == SQLITE_OK);
  static_cast<void>(done);
}

Result<bool> Statement::step() {
  const int done = sqlite3_step(statement_.get());
  if (done == SQLITE_ROW) return true;
  if (done == SQLITE_DONE) {
    reset();
    return false;
  }
  Error error = failed(sqlite3_db_handle(statement_.get()));
  reset();
  return error;
}

void Statement::reset() {
  sqlite3_reset(statement_.get());
}

std::string Statement::text(int column) const {
  const auto* const bytes = sqlite3_column_text(statement_.get(), column);
  if (bytes == nullptr) return {};
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return {reinterpret_cast<const char*>(bytes), size};
}

std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

void Database::Close::operator()(sqlite3* database) const {
  sqlite3_close_v2(database);
}

Result<Database> Database::open(const std::filesystem::path& file) {
  sqlite3* raw = nullptr;
  const int opened =
      sqlite3_open_v2(file.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  Database database(raw);
  if (opened != SQLITE_OK) return failed(raw, file.string());
  sqlite3_extended_result_codes(raw, 1);
  return database;
}

std::optional<Error> Database::run(const std::string& sql) {
  if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return std::nullopt;
  return failed(database_.get());
}

Result<Statement> Database::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                         &statement, nullptr) != SQLITE_OK)
    return failed(database_.get());
  return Statement(statement);
}

Result<std::int64_t> Database::number(std::string_view sql) {
  auto statement = prepare(sql);
  if (!statement) return statement.error();
  const auto row = statement->run();
  if (!row) return row.error();
  return *row ? statement->number(0) : std::int64_t{0};
}

Result<Transaction> Transaction::begin(Database& database) {
  // IMMEDIATE: whoever reads first and writes later could not wait for another writer any more.
  if (auto error = database.run("BEGIN IMMEDIATE")) return *std::move(error);
  return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}

Transaction::~Transaction() {
  if (database_ != nullptr) database_->run("ROLLBACK");
}

std::optional<Error> Transaction::commit() {
  assert(database_ != nullptr);
  auto error = database_->run("COMMIT");
  if (!error) database_ = nullptr;
  return error;
}

}  // namespace faqbot::store

#include "store/sqlite.h"

#include <sqlite3.h>

#include <cassert>
#include <chrono>
#include <thread>
#include <utility>

namespace faqbot::store {
namespace {

// FULL: a commit returns when the log is on disk. Other writers are waited for, at most so long.
constexpr const char* kSettings =
    "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
    "PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000";

// Switching to the log needs the file alone, and SQLite does not wait for that: others that open it at the
// same moment are through in milliseconds.
constexpr auto kPatience = std::chrono::seconds(5);
constexpr auto kPause = std::chrono::milliseconds(5);

bool set_up(sqlite3* database) {
  const auto give_up = std::chrono::steady_clock::now() + kPatience;
  for (;;) {
    const int done = sqlite3_exec(database, kSettings, nullptr, nullptr, nullptr);
    const bool is_busy = (done & 0xFF) == SQLITE_BUSY;
    if (!is_busy || std::chrono::steady_clock::now() >= give_up) return done == SQLITE_OK;
    std::this_thread::sleep_for(kPause);
  }
}

constexpr const char* kInMemory = ":memory:";

// The file's name, what SQLite says, and how people mend it.
Error failed(sqlite3* database, std::string file) {
  std::string message = file.empty() ? "the store in memory" : std::move(file);
  message += ": ";
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
  const char* const file = sqlite3_db_filename(database, "main");
  return failed(database, file == nullptr ? "" : file);
}

// An empty view may have no address, which SQLite would take for NULL.
const char* address(std::string_view text) {
  return text.empty() ? "" : text.data();
}

void bind(sqlite3_stmt* statement, int place, const Value& value) {
  int done = SQLITE_OK;
  const auto size = static_cast<int>(value.text().size());
  switch (value.kind()) {
    case Value::Kind::kNumber:
      done = sqlite3_bind_int64(statement, place, value.number());
      break;
    case Value::Kind::kText:
      done = sqlite3_bind_text(statement, place, address(value.text()), size, SQLITE_STATIC);
      break;
    case Value::Kind::kBytes:
      done = sqlite3_bind_blob(statement, place, address(value.text()), size, SQLITE_STATIC);
      break;
  }
  assert(done == SQLITE_OK || done == SQLITE_NOMEM);
  static_cast<void>(done);
}

Row row_of(sqlite3_stmt* statement) {
  std::vector<std::string> cells;
  const int columns = sqlite3_column_count(statement);
  cells.reserve(static_cast<std::size_t>(columns));
  for (int column = 0; column < columns; ++column) {
    const void* const bytes = sqlite3_column_type(statement, column) == SQLITE_BLOB
                                  ? sqlite3_column_blob(statement, column)
                                  : sqlite3_column_text(statement, column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
    cells.emplace_back(bytes == nullptr ? "" : static_cast<const char*>(bytes), size);
  }
  return Row(std::move(cells));
}

// Ends a statement's hold on the database and on the values bound to it, however the run ended.
class Run {
 public:
  explicit Run(sqlite3_stmt* statement) : statement_(statement) {}
  ~Run() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
  }
  Run(const Run&) = delete;  // ended once
  Run& operator=(const Run&) = delete;

 private:
  sqlite3_stmt* statement_;
};

}  // namespace

void SqliteConnection::Close::operator()(sqlite3* database) const {
  sqlite3_close_v2(database);
}

void SqliteConnection::Finalise::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Result<std::unique_ptr<Connection>> SqliteConnection::open(const std::filesystem::path& file) {
  sqlite3* raw = nullptr;
  const int opened =
      sqlite3_open_v2(file.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  Database database(raw);
  if (opened != SQLITE_OK) return failed(raw, file.string());
  sqlite3_extended_result_codes(raw, 1);
  if (!set_up(raw)) return failed(raw);
  return std::unique_ptr<Connection>(new SqliteConnection(std::move(database)));
}

Result<std::unique_ptr<Connection>> SqliteConnection::open_in_memory() {
  return open(kInMemory);
}

std::optional<Error> SqliteConnection::script(const std::string& sql) {
  if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return std::nullopt;
  return failed(database_.get());
}

Result<sqlite3_stmt*> SqliteConnection::prepared(std::string_view sql) {
  if (const auto known = statements_.find(sql); known != statements_.end()) return known->second.get();
  sqlite3_stmt* raw = nullptr;
  if (sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                         &raw, nullptr) != SQLITE_OK)
    return failed(database_.get());
  statements_.emplace(std::string(sql), Statement(raw));
  return raw;
}

Result<Rows> SqliteConnection::run(std::string_view sql, std::span<const Value> values) {
  const auto statement = prepared(sql);
  if (!statement) return statement.error();
  const Run ends(*statement);
  for (std::size_t i = 0; i < values.size(); ++i) {
    // "$7" is a name to SQLite, numbered by where it first stands.
    const int place = sqlite3_bind_parameter_index(*statement, ("$" + std::to_string(i + 1)).c_str());
    if (place > 0) bind(*statement, place, values[i]);
  }
  Rows rows;
  int done = sqlite3_step(*statement);
  for (; done == SQLITE_ROW; done = sqlite3_step(*statement)) rows.push_back(row_of(*statement));
  if (done != SQLITE_DONE) return failed(database_.get());
  return rows;
}

}  // namespace faqbot::store

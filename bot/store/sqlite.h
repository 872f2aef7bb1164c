// A connection to a SQLite file, with the promises that the store makes: write-ahead log, on disk when a
// commit returns, deleted words overwritten, a busy file waited for.
//
// Not for network file systems: the write-ahead log needs shared memory.
// Thread safety: as Connection.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "store/sql.h"

struct sqlite3;
struct sqlite3_stmt;

namespace faqbot::store {

class SqliteConnection final : public Connection {
 public:
  // Opens a file that is there. Errors: with the file's name.
  static Result<std::unique_ptr<Connection>> open(const std::filesystem::path& file);

  // A database that is gone with its connection.
  static Result<std::unique_ptr<Connection>> open_in_memory();

  Dialect dialect() const override { return Dialect::kSqlite; }
  Result<Rows> run(std::string_view sql, std::span<const Value> values) override;
  std::optional<Error> script(const std::string& sql) override;
  bool is_broken() const override { return false; }

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  struct Finalise {
    void operator()(sqlite3_stmt* statement) const;
  };
  using Database = std::unique_ptr<sqlite3, Close>;
  using Statement = std::unique_ptr<sqlite3_stmt, Finalise>;

  explicit SqliteConnection(Database database) : database_(std::move(database)) {}
  Result<sqlite3_stmt*> prepared(std::string_view sql);

  Database database_;
  std::map<std::string, Statement, std::less<>> statements_;  // by their text; gone before the database
};

}  // namespace faqbot::store

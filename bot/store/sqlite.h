// SQLite's C interface with owners and Result: nothing of faqbot in it.
//
// Thread safety: a Database and its Statements belong to one thread at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace faqbot::store {

// A prepared statement. Values are copied in and out.
class Statement {
 public:
  // Forgets what was bound and stepped, binds these values in their order, and takes the first step.
  // True where there is a row.
  template <typename... Values>
  Result<bool> run(const Values&... values) {
    reset();
    int place = 0;
    (bind(++place, values), ...);
    return step();
  }
  Result<bool> step();

  // Ends its hold on the database, so that others may write.
  void reset();

  // Of the row that it stands on; columns count from 0.
  std::string text(int column) const;
  std::int64_t number(int column) const;

 private:
  friend class Database;
  struct Finalise {
    void operator()(sqlite3_stmt* statement) const;
  };
  explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}

  void bind(int place, std::string_view text);
  void bind(int place, std::int64_t number);

  std::unique_ptr<sqlite3_stmt, Finalise> statement_;
};

class Database {
 public:
  // Opens a file that is there. Errors: with the file's name.
  static Result<Database> open(const std::filesystem::path& file);

  // One or more statements without values or rows. Nothing where all is well.
  std::optional<Error> run(const std::string& sql);
  Result<Statement> prepare(std::string_view sql);
  // The one number that a query gives.
  Result<std::int64_t> number(std::string_view sql);

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  explicit Database(sqlite3* database) : database_(database) {}

  std::unique_ptr<sqlite3, Close> database_;
};

// Writes of others wait from here on; all is undone unless it is committed.
class Transaction {
 public:
  static Result<Transaction> begin(Database& database);
  ~Transaction();
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  Transaction(const Transaction&) = delete;  // ended once
  Transaction& operator=(const Transaction&) = delete;

  std::optional<Error> commit();

 private:
  explicit Transaction(Database& database) : database_(&database) {}

  Database* database_;  // null once it has ended
};

}  // namespace faqbot::store

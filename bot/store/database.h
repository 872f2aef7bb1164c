// The connections of one store, handed out and taken back.
//
// Writes go through a Transaction, and all of one store's transactions see each other as if they came one
// after the other where it matters: SQLite has one writer at a time, in PostgreSQL they meet at lock().
// A connection that broke while it lay idle is replaced unseen; one that breaks in the middle of a
// transaction is an error, and nothing of the transaction is kept.
//
// Thread safety: a Database may be used from any thread; a Transaction belongs to one at a time.
// Cost: a call waits for a free connection, ten seconds at most.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/sql.h"

namespace faqbot::store {

class Database;

// Undone unless it is committed.
class Transaction {
 public:
  ~Transaction();
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  Transaction(const Transaction&) = delete;  // ended once
  Transaction& operator=(const Transaction&) = delete;

  template <typename... Values>
  Result<Rows> query(std::string_view sql, const Values&... values) {
    return connection_->query(sql, values...);
  }
  Connection& connection() { return *connection_; }

  // Others that lock the same name wait until this has ended. Locks are taken in one order everywhere:
  // the order of their declaration in locks.h.
  std::optional<Error> lock(std::string_view name);

  // On disk when this returns nothing.
  std::optional<Error> commit();

 private:
  friend class Database;
  Transaction(Database& database, std::unique_ptr<Connection> connection, std::unique_lock<std::mutex> turn);

  Database* database_;  // null once it was moved from
  std::unique_lock<std::mutex> turn_;
  std::unique_ptr<Connection> connection_;
  bool is_open_ = true;
};

class Database {
 public:
  using Connect = std::function<Result<std::unique_ptr<Connection>>()>;

  // The first connection is opened at once. Errors: those of `connect`.
  static Result<std::unique_ptr<Database>> open(Connect connect, std::size_t most_connections);

  Dialect dialect() const { return dialect_; }

  // One statement that changes nothing.
  template <typename... Values>
  Result<Rows> query(std::string_view sql, const Values&... values) {
    const std::vector<Value> all = {Value(values)...};
    return run(sql, all);
  }
  Result<Rows> run(std::string_view sql, std::span<const Value> values);

  // Several statements of which none may run in a transaction.
  std::optional<Error> script(const std::string& sql);

  Result<Transaction> begin();

  // Several reads that see one moment. Others write meanwhile.
  Result<Transaction> begin_reading();

 private:
  friend class Transaction;
  Database(Connect connect, std::size_t most, Dialect dialect)
      : connect_(std::move(connect)), most_(most), dialect_(dialect) {}

  Result<std::unique_ptr<Connection>> take();
  void give_back(std::unique_ptr<Connection> connection);
  Result<Transaction> begin(const char* how, std::unique_lock<std::mutex> turn);
  // Tries again on a new connection where an idle one turns out to be broken.
  template <typename Use>
  auto with_connection(const Use& use) -> decltype(use(std::declval<Connection&>()));

  const Connect connect_;
  const std::size_t most_;
  const Dialect dialect_;
  std::mutex writing_;  // SQLite: writers of this process queue here rather than poll the file's lock
  std::mutex mutex_;
  std::condition_variable freed_;
  std::vector<std::unique_ptr<Connection>> idle_;  // guarded by mutex_
  std::size_t opened_ = 0;                         // guarded by mutex_
};

}  // namespace faqbot::store

#include "store/database.h"

#include <cassert>
#include <utility>

namespace faqbot::store {
namespace {

constexpr std::chrono::seconds kPatience{10};

// IMMEDIATE: whoever reads first and writes later could not wait for another writer any more.
constexpr const char* kBeginSqlite = "BEGIN IMMEDIATE";
constexpr const char* kBeginReadingPostgres = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
constexpr const char* kBegin = "BEGIN";

}  // namespace

Transaction::Transaction(Database& database, std::unique_ptr<Connection> connection,
                         std::unique_lock<std::mutex> turn)
    : database_(&database), turn_(std::move(turn)), connection_(std::move(connection)) {}

Transaction::Transaction(Transaction&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)),
      turn_(std::move(other.turn_)),
      connection_(std::move(other.connection_)),
      is_open_(std::exchange(other.is_open_, false)) {}

Transaction::~Transaction() {
  if (database_ == nullptr) return;
  if (is_open_) connection_->script("ROLLBACK");
  database_->give_back(std::move(connection_));
}

std::optional<Error> Transaction::lock(std::string_view name) {
  if (connection_->dialect() == Dialect::kSqlite) return std::nullopt;  // the transaction is the lock
  const auto locked = query("SELECT pg_advisory_xact_lock(hashtextextended('faqbot ' || $1, 0))", name);
  if (!locked) return locked.error();
  return std::nullopt;
}

std::optional<Error> Transaction::commit() {
  assert(is_open_);
  auto error = connection_->script("COMMIT");
  if (!error) is_open_ = false;
  return error;
}

Result<std::unique_ptr<Database>> Database::open(Connect connect, std::size_t most_connections) {
  auto first = connect();
  if (!first) return first.error();
  std::unique_ptr<Database> database(new Database(std::move(connect), most_connections, (*first)->dialect()));
  database->opened_ = 1;
  database->idle_.push_back(*std::move(first));
  return database;
}

Result<std::unique_ptr<Connection>> Database::take() {
  {
    std::unique_lock lock(mutex_);
    const auto is_free = [&] { return !idle_.empty() || opened_ < most_; };
    if (!freed_.wait_for(lock, kPatience, is_free))
      return Error{"the store is busy: every connection has been in use for ten seconds; try again"};
    if (!idle_.empty()) {
      auto connection = std::move(idle_.back());
      idle_.pop_back();
      return connection;
    }
    ++opened_;
  }
  auto connection = connect_();
  if (!connection) give_back(nullptr);
  return connection;
}

void Database::give_back(std::unique_ptr<Connection> connection) {
  const std::lock_guard lock(mutex_);
  if (connection != nullptr && !connection->is_broken())
    idle_.push_back(std::move(connection));
  else
    --opened_;
  freed_.notify_one();
}

template <typename Use>
auto Database::with_connection(const Use& use) -> decltype(use(std::declval<Connection&>())) {
  for (std::size_t tries = 0;; ++tries) {
    auto connection = take();
    if (!connection) return connection.error();
    auto result = use(**connection);
    const bool is_broken = (*connection)->is_broken();
    give_back(*std::move(connection));
    if (!is_broken || tries > most_) return result;
  }
}

Result<Rows> Database::run(std::string_view sql, std::span<const Value> values) {
  return with_connection([&](Connection& connection) { return connection.run(sql, values); });
}

std::optional<Error> Database::script(const std::string& sql) {
  return with_connection([&](Connection& connection) { return connection.script(sql); });
}

Result<Transaction> Database::begin() {
  if (dialect_ == Dialect::kPostgres) return begin(kBegin, {});
  return begin(kBeginSqlite, std::unique_lock(writing_));
}

Result<Transaction> Database::begin_reading() {
  return begin(dialect_ == Dialect::kPostgres ? kBeginReadingPostgres : kBegin, {});
}

Result<Transaction> Database::begin(const char* how, std::unique_lock<std::mutex> turn) {
  for (std::size_t tries = 0;; ++tries) {
    auto connection = take();
    if (!connection) return connection.error();
    auto error = (*connection)->script(how);
    if (!error) return Transaction(*this, *std::move(connection), std::move(turn));
    const bool is_broken = (*connection)->is_broken();
    give_back(*std::move(connection));
    if (!is_broken || tries > most_) return *std::move(error);
  }
}

}  // namespace faqbot::store

#include "unit/support/stores.h"

#include <doctest/doctest.h>

#include <atomic>
#include <optional>
#include <stdexcept>

#include "unit/support/postgres_server.h"

namespace faqbot::tests {
namespace {

// One for all tests of the process; it stops with the process.
const std::optional<PostgresServer>& server() {
  static const std::optional<PostgresServer> one = PostgresServer::start();
  return one;
}

template <typename T>
T required(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message);
  return *std::move(result);
}

// Migrated once, copied for each test.
const std::string& blank_database() {
  static const std::string name = [] {
    run_sql(server()->url("template1"), "CREATE DATABASE blank");
    open_records(server()->url("blank"));
    return std::string("blank");
  }();
  return name;
}

std::string new_database() {
  static std::atomic<int> made = 0;
  const std::string name = "store" + std::to_string(++made);
  run_sql(server()->url("template1"), "CREATE DATABASE " + name + " TEMPLATE " + blank_database());
  return server()->url(name);
}

}  // namespace

EmptyStore::EmptyStore(Kind kind)
    : url_(kind == Kind::kSqlite ? "sqlite:" + (folder_.path() / "store.db").string() : new_database()) {}

std::vector<EmptyStore::Kind> store_kinds() {
  if (server()) return {EmptyStore::Kind::kSqlite, EmptyStore::Kind::kPostgres};
  static const bool is_said = [] {
    MESSAGE("PostgreSQL is not installed: its half of the store's tests is passed over (bot/setup test)");
    return true;
  }();
  static_cast<void>(is_said);
  return {EmptyStore::Kind::kSqlite};
}

void on_each_url(const std::function<void(const std::string& url)>& test) {
  for (const auto kind : store_kinds()) {
    const EmptyStore store(kind);
    INFO("on ", store.url());
    test(store.url());
  }
}

void on_each_store(const std::function<void(store::Records&)>& test) {
  on_each_url([&](const std::string& url) { test(*open_records(url)); });
}

std::unique_ptr<store::Records> open_records(std::string_view url) {
  return required(store::open(url, store::Missing::kMake));
}

void run_sql(const std::string& url, const std::string& sql) {
  const auto database = required(store::open_database(url, store::Missing::kMake));
  if (const auto error = database->script(sql)) throw std::runtime_error(error->message);
}

store::Time at(std::int64_t milliseconds) {
  return store::Time(std::chrono::milliseconds(1'795'000'000'000 + milliseconds));
}

}  // namespace faqbot::tests

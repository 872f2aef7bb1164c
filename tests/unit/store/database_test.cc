#include "store/database.h"

#include <doctest/doctest.h>

#include <string>
#include <thread>
#include <vector>

#include "unit/support/stores.h"

using namespace faqbot::store;
using faqbot::tests::at;
using faqbot::tests::EmptyStore;
using faqbot::tests::on_each_store;
using faqbot::tests::open_records;
using faqbot::tests::run_sql;
using faqbot::tests::store_kinds;

TEST_CASE("database: numbers, text and bytes come back as they were given") {
  on_each_store([](Records& kept) {
    Database& database = kept.database();
    const std::string bytes("\0\x01\\x\xff'", 6);
    const std::string bytea = database.dialect() == Dialect::kSqlite ? "BLOB" : "BYTEA";
    REQUIRE_FALSE(database.script("CREATE TABLE thing (number BIGINT, words TEXT, raw " + bytea + ")"));
    auto transaction = *database.begin();
    REQUIRE(transaction
                .query("INSERT INTO thing (raw, words, number) VALUES ($3, $2, $1)", INT64_MIN,
                       "'; naïve 🙂 $1", Value::bytes(bytes))
                .ok());
    REQUIRE(transaction.query("INSERT INTO thing VALUES ($1, $2, $3)", INT64_MAX, "", Value::bytes("")).ok());
    REQUIRE_FALSE(transaction.commit());
    const auto rows = *database.query("SELECT number, words, raw FROM thing ORDER BY number");
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].number(0) == INT64_MIN);
    CHECK(rows[0].text(1) == "'; naïve 🙂 $1");
    CHECK(rows[0].text(2) == bytes);
    CHECK(rows[1].number(0) == INT64_MAX);
    CHECK(rows[1].text(1) == "");
    CHECK(rows[1].text(2) == "");
  });
}

TEST_CASE("database: nothing of a transaction that was not committed is kept, and its connection serves on") {
  on_each_store([](Records& kept) {
    for (int i = 0; i < 20; ++i) {
      auto transaction = *kept.database().begin();
      REQUIRE(write_audit(transaction, {"ann", at(1)}, "looked", "a") == std::nullopt);
      CHECK_FALSE(transaction.query("INSERT INTO nowhere VALUES (1)").ok());
    }
    CHECK(kept.audit().page(0, 10)->empty());
  });
}

TEST_CASE("database: more threads than connections wait for each other and all are served") {
  on_each_store([](Records& kept) {
    std::vector<std::string> failures(12);
    {
      std::vector<std::jthread> threads;
      for (auto& failure : failures)
        threads.emplace_back([&] {
          for (int i = 0; i < 5; ++i) {
            if (const auto error = kept.audit().write({"ann", at(1)}, "looked", "a"))
              failure = error->message;
            if (const auto page = kept.audit().page(0, 1); !page) failure = page.error().message;
          }
        });
    }
    for (const auto& failure : failures) CHECK(failure == "");
    CHECK(kept.audit().page(0, 1000)->size() == 60);
  });
}

TEST_CASE("database: readers do not wait for a writer") {
  on_each_store([](Records& kept) {
    auto transaction = *kept.database().begin();
    REQUIRE(write_audit(transaction, {"ann", at(1)}, "looked", "a") == std::nullopt);
    CHECK(kept.audit().page(0, 10)->empty());
    REQUIRE_FALSE(transaction.commit());
    CHECK(kept.audit().page(0, 10)->size() == 1);
  });
}

TEST_CASE("database: connections that the server has dropped are replaced unseen") {
  for (const auto kind : store_kinds()) {
    if (kind != EmptyStore::Kind::kPostgres) continue;
    const EmptyStore place(kind);
    const auto kept = open_records(place.url());
    const auto drop_all = [&] {
      run_sql(place.url(),
              "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              " WHERE datname = current_database() AND pid <> pg_backend_pid()");
    };
    drop_all();
    CHECK_FALSE(kept->audit().write({"ann", at(1)}, "looked", "a"));
    drop_all();
    CHECK(kept->audit().page(0, 10)->size() == 1);
  }
}

TEST_CASE("database: an unreachable server is an error that says what to look at, and never the password") {
  const auto opened = open("postgresql://faqbot:hunter2@127.0.0.1:1/faqbot", Missing::kMake);
  REQUIRE_FALSE(opened.ok());
  CHECK(opened.error().message.find("PostgreSQL") != std::string::npos);
  CHECK(opened.error().message.find("hunter2") == std::string::npos);
}

TEST_CASE("database: what is no store is refused with an example of one") {
  for (const char* url : {"", "sqlite:", "mysql://a/b", "memory", "/var/lib/faqbot.db"}) {
    CAPTURE(url);
    const auto opened = open(url, Missing::kMake);
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().message.find("sqlite:/var") != std::string::npos);
  }
}

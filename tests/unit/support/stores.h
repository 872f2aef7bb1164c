// Stores for tests: a SQLite file, and a database of a real PostgreSQL server where one is installed.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "store/open.h"
#include "unit/support/temporary_folder.h"

namespace faqbot::tests {

// An empty store that is gone at the end of the test. Its URL can be opened several times, as by replicas.
class EmptyStore {
 public:
  enum class Kind { kSqlite, kPostgres };
  explicit EmptyStore(Kind kind);

  const std::string& url() const { return url_; }

 private:
  TemporaryFolder folder_;
  std::string url_;
};

// Those that this machine can have; says once where PostgreSQL is passed over.
std::vector<EmptyStore::Kind> store_kinds();

// Runs the test on an empty store of each kind.
void on_each_store(const std::function<void(store::Records&)>& test);
void on_each_url(const std::function<void(const std::string& url)>& test);

// REQUIRES: that it can be opened.
std::unique_ptr<store::Records> open_records(std::string_view url);

// Changes the store behind the service's back. REQUIRES: that it succeeds.
void run_sql(const std::string& url, const std::string& sql);

store::Time at(std::int64_t milliseconds);  // after an instant in November 2026

}  // namespace faqbot::tests

#include "store/open.h"

#include <string>

#include "store/new_file.h"
#include "store/postgres.h"
#include "store/schema.h"
#include "store/sqlite.h"

namespace faqbot::store {
namespace {

constexpr std::string_view kSqlite = "sqlite:";
constexpr std::string_view kMemory = "memory:";
constexpr std::string_view kPostgres = "postgresql://";
constexpr std::string_view kPostgresShort = "postgres://";

// One writes, the others read beside it.
constexpr std::size_t kMostSqliteConnections = 4;
// Of one replica; a server allows 100 in all unless it is told otherwise.
constexpr std::size_t kMostPostgresConnections = 8;

bool is_postgres(std::string_view url) {
  return url.starts_with(kPostgres) || url.starts_with(kPostgresShort);
}

}  // namespace

bool is_store_url(std::string_view url) {
  return url == kMemory || is_postgres(url) || (url.starts_with(kSqlite) && url.size() > kSqlite.size());
}

Result<std::unique_ptr<Database>> open_database(std::string_view url, Missing missing) {
  if (!is_store_url(url))
    return Error{"\"" + std::string(url) +
                 "\" is no store; write for example sqlite:/var/lib/faqbot/faqbot.db or "
                 "postgresql://faqbot@db.example/faqbot"};
  // A second connection would see a memory of its own.
  if (url == kMemory) return Database::open(SqliteConnection::open_in_memory, 1);
  if (is_postgres(url))
    return Database::open([server = std::string(url)] { return PostgresConnection::open(server); },
                          kMostPostgresConnections);
  const std::filesystem::path file(url.substr(kSqlite.size()));
  if (missing == Missing::kMake)
    if (auto error = make_private_file(file)) return *std::move(error);
  return Database::open([file] { return SqliteConnection::open(file); }, kMostSqliteConnections);
}

Result<std::unique_ptr<Records>> open(std::string_view url, Missing missing) {
  auto database = open_database(url, missing);
  if (!database) return database.error();
  if (auto error = migrate(**database)) return *std::move(error);
  return std::make_unique<Records>(*std::move(database));
}

}  // namespace faqbot::store

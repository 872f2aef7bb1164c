#include "store/open.h"

#include <string>

#include "store/memory_store.h"
#include "store/sqlite_store.h"

namespace faqbot::store {
namespace {

constexpr std::string_view kSqlite = "sqlite:";
constexpr std::string_view kMemory = "memory:";

}  // namespace

bool is_store_url(std::string_view url) {
  return url == kMemory || (url.starts_with(kSqlite) && url.size() > kSqlite.size());
}

Result<std::unique_ptr<Store>> open(std::string_view url, Missing missing) {
  if (!is_store_url(url))
    return Error{"\"" + std::string(url) +
                 "\" is no store; write for example sqlite:/var/lib/faqbot/faqbot.db"};
  if (url == kMemory) return std::unique_ptr<Store>(std::make_unique<MemoryStore>());
  const auto opening =
      missing == Missing::kMake ? SqliteStore::Opening::kMakeIfMissing : SqliteStore::Opening::kExisting;
  auto opened = SqliteStore::open(url.substr(kSqlite.size()), opening);
  if (!opened) return opened.error();
  return std::unique_ptr<Store>(*std::move(opened));
}

}  // namespace faqbot::store

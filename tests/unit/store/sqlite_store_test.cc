#include "store/sqlite.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "unit/support/stores.h"

using namespace faqbot::store;
using faqbot::tests::TemporaryFolder;

namespace {

std::string url_of(const std::filesystem::path& file) {
  return "sqlite:" + file.string();
}

const Enquiry kEnquiry{"Sam", "sam@example.org", "Do you treat knees?", {}, {}, {}};

}  // namespace

TEST_CASE("sqlite store: another process that opens the file finds what was acknowledged") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "deep/er/store.db";
  const auto first = *open(url_of(file), Missing::kMake);
  const auto reference = *first->visitors().save_enquiry(kEnquiry);
  const auto second = *open(url_of(file), Missing::kIsAnError);
  const auto kept = *second->visitors().enquiries(10);
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].reference == reference);
}

TEST_CASE("sqlite store: nobody else may read the file, nor what SQLite lays beside it") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "store.db";
  const auto store = *open(url_of(file), Missing::kMake);
  REQUIRE(store->visitors().save_enquiry(kEnquiry).ok());
  for (const char* suffix : {"", "-wal", "-shm"}) {
    CAPTURE(suffix);
    struct stat status {};
    REQUIRE(::stat((file.string() + suffix).c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
  }
}

TEST_CASE("sqlite store: a file that is not there is an error where it must be there") {
  const TemporaryFolder folder;
  const auto store = open(url_of(folder.path() / "store.db"), Missing::kIsAnError);
  REQUIRE_FALSE(store.ok());
  CHECK(store.error().message.find("store.db") != std::string::npos);
}

TEST_CASE("sqlite store: a file that is no database is left alone and named") {
  TemporaryFolder folder;
  folder.put("store.db",
             "a diary, not a database, and long enough to be read as one: " + std::string(4096, 'x'));
  const auto store = open(url_of(folder.path() / "store.db"), Missing::kMake);
  REQUIRE_FALSE(store.ok());
  CHECK(store.error().message.find("store.db") != std::string::npos);
}

TEST_CASE("sqlite store: replicas may start at once on a new file and write side by side") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "store.db";
  constexpr int kReplicas = 4;
  constexpr int kEach = 10;
  std::vector<std::vector<std::string>> references(kReplicas);
  {
    std::vector<std::jthread> replicas;
    for (auto& mine : references)
      replicas.emplace_back([&] {
        const auto store = open(url_of(file), Missing::kMake);
        if (!store) return mine.push_back(store.error().message);
        for (int i = 0; i < kEach; ++i) {
          const auto reference = (*store)->visitors().save_enquiry(kEnquiry);
          mine.push_back(reference ? *reference : reference.error().message);
        }
      });
  }
  std::set<std::string> acknowledged;
  for (const auto& mine : references) acknowledged.insert(mine.begin(), mine.end());
  std::set<std::string> kept;
  const auto reader = *open(url_of(file), Missing::kIsAnError);
  const auto enquiries = *reader->visitors().enquiries(1000);
  for (const auto& one : enquiries) kept.insert(one.reference);
  CHECK(kept.size() == kReplicas * kEach);
  CHECK(kept == acknowledged);
}

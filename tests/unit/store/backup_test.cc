#include "store/backup.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <atomic>
#include <set>
#include <string>
#include <thread>

#include "unit/support/stores.h"

using namespace faqbot::store;
using faqbot::tests::at;
using faqbot::tests::EmptyStore;
using faqbot::tests::open_records;
using faqbot::tests::store_kinds;
using faqbot::tests::TemporaryFolder;

namespace {

const Enquiry kEnquiry{"Sam", "sam@example.org", "Do you treat knees?", {}, {}, at(1)};

}  // namespace

TEST_CASE(
    "backup: while others write, it holds what was acknowledged before it, whole and readable by us alone") {
  const EmptyStore place(EmptyStore::Kind::kSqlite);
  const TemporaryFolder folder;
  const auto file = folder.path() / "copies/store.db";
  const auto kept = open_records(place.url());
  std::set<std::string> before;
  for (int i = 0; i < 20; ++i) before.insert(*kept->visitors().save_enquiry(kEnquiry));
  {
    const std::jthread visitor([&](const std::stop_token& stop) {
      while (!stop.stop_requested()) static_cast<void>(kept->visitors().save_enquiry(kEnquiry));
    });
    REQUIRE_FALSE(back_up(kept->database(), file));
  }
  struct stat status {};
  REQUIRE(::stat(file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  const auto copy = open_records("sqlite:" + file.string());
  const auto enquiries = *copy->visitors().enquiries(10'000);
  std::set<std::string> found;
  for (const auto& one : enquiries) found.insert(one.reference);
  for (const auto& reference : before) CHECK(found.contains(reference));
  CHECK(copy->database().query("PRAGMA integrity_check")->at(0).text(0) == "ok");
  CHECK(copy->inbox_list().page({.search = "knees"}, {}, 5)->items.size() == 5);
}

TEST_CASE("backup: a file that is there is left alone") {
  const EmptyStore place(EmptyStore::Kind::kSqlite);
  TemporaryFolder folder;
  folder.put("diary", "dear diary");
  const auto error = back_up(open_records(place.url())->database(), folder.path() / "diary");
  REQUIRE(error);
  CHECK(error->message.find("diary") != std::string::npos);
}

TEST_CASE("backup: of PostgreSQL, the message says what to use") {
  for (const auto kind : store_kinds()) {
    if (kind != EmptyStore::Kind::kPostgres) continue;
    const EmptyStore place(kind);
    const auto error = back_up(open_records(place.url())->database(), "/nowhere/at/all");
    REQUIRE(error);
    CHECK(error->message.find("pg_dump") != std::string::npos);
  }
}

#include "store/schema.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <thread>
#include <vector>

#include "store/schema_steps.h"
#include "unit/support/stores.h"

using namespace faqbot::store;
using faqbot::tests::at;
using faqbot::tests::EmptyStore;
using faqbot::tests::on_each_url;
using faqbot::tests::open_records;
using faqbot::tests::run_sql;
using faqbot::tests::store_kinds;

namespace {

void empty(const std::string& url) {
  if (url.starts_with("postgresql:")) run_sql(url, "DROP SCHEMA public CASCADE; CREATE SCHEMA public");
}

// As the first version of the program left it.
void make_old_store(const std::string& url) {
  empty(url);
  const bool is_postgres = url.starts_with("postgresql:");
  run_sql(url, visitors_step(is_postgres ? Dialect::kPostgres : Dialect::kSqlite));
  run_sql(url, is_postgres ? "CREATE TABLE faqbot_version (version BIGINT NOT NULL);"
                             "INSERT INTO faqbot_version VALUES (1)"
                           : "PRAGMA user_version = 1");
}

void make_it_newer(const std::string& url) {
  run_sql(url, url.starts_with("postgresql:") ? "UPDATE faqbot_version SET version = 99"
                                              : "PRAGMA user_version = 99");
}

}  // namespace

TEST_CASE("schema: what an older store holds is there in the newer one, and is counted, grouped and found") {
  on_each_url([](const std::string& url) {
    make_old_store(url);
    run_sql(url,
            "INSERT INTO enquiry (reference, received, name, contact, message, conversation, key)"
            " VALUES ('K7M4-QX2P', 1795000000001, 'José', 'jose@example.org', 'My knee', 'c', 'k');"
            "INSERT INTO question (asked, kind, none_of_these, topics, wording, partner, conversation) VALUES"
            " (1795000000002, 'answer', 0, 'mfr/what-is', '', 'gym', 'c'),"
            " (1795000000003, 'clarify', 0, 'a/b', 'How long?', '', 'd'),"
            " (1795000000004, 'unknown', 1, 'a/b', '', '', 'd'),"
            " (1795000000005, 'unknown', 0, '', 'how long', '', 'e');"
            "INSERT INTO feedback (given, conversation, topic, helpful, comment, wording)"
            " VALUES (1795000000006, 'c', 'mfr/what-is', 0, 'vague', 'what is it')");
    const auto kept = open_records(url);
    const auto enquiries = *kept->visitors().enquiries(10);
    REQUIRE(enquiries.size() == 1);
    CHECK(enquiries[0].reference == "K7M4-QX2P");
    CHECK(enquiries[0].enquiry.name == "José");
    CHECK(enquiries[0].enquiry.received == at(1));
    CHECK((*kept->inbox_list().page({.search = "jose"}, {}, 10)).items.size() == 1);
    CHECK(kept->visitors().unanswered(10)->size() == 3);
    const auto wordings = *kept->wordings().open(10);
    REQUIRE(wordings.size() == 2);
    CHECK(wordings[0].normalised == "how long");
    CHECK(wordings[0].asked == 2);
    CHECK(wordings[1].unhelpful == 1);
    const Day day = local_day(at(2), std::chrono::minutes(0));
    const auto figures = *kept->figures().sheet({day, day}, std::nullopt, 10);
    REQUIRE(figures.days.size() == 1);
    CHECK(figures.days[0].answered == 1);
    CHECK(figures.days[0].clarified == 1);
    CHECK(figures.days[0].unknown == 2);
    REQUIRE(figures.votes.size() == 1);
    CHECK(figures.votes[0].unhelpful == 1);
  });
}

TEST_CASE("schema: a store that was migrated can be opened again and again") {
  on_each_url([](const std::string& url) {
    make_old_store(url);
    for (int i = 0; i < 3; ++i) CHECK(open(url, Missing::kMake).ok());
  });
}

TEST_CASE("schema: a store of a newer program is refused, with what to do") {
  on_each_url([](const std::string& url) {
    open_records(url);
    make_it_newer(url);
    const auto opened = open(url, Missing::kMake);
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().message.find("newer") != std::string::npos);
    CHECK(opened.error().message.find("--store") != std::string::npos);
  });
}

TEST_CASE("schema: two replicas that start at once on an old or an empty store make one of it") {
  for (const bool is_old : {false, true})
    on_each_url([&](const std::string& url) {
      CAPTURE(is_old);
      if (is_old)
        make_old_store(url);
      else
        empty(url);
      std::vector<std::string> failures(4);
      {
        std::vector<std::jthread> replicas;
        for (auto& failure : failures)
          replicas.emplace_back([&] {
            const auto opened = open(url, Missing::kMake);
            if (!opened) {
              failure = opened.error().message;
              return;
            }
            const auto saved =
                (*opened)->visitors().save_enquiry({"Sam", "sam@example.org", "Hi", {}, {}, at(1)});
            if (!saved) failure = saved.error().message;
          });
      }
      for (const auto& failure : failures) CHECK(failure == "");
      CHECK(open_records(url)->visitors().enquiries(10)->size() == 4);
    });
}

TEST_CASE("schema: a replica's writes are seen by another at once, and none overwrites another's") {
  on_each_url([](const std::string& url) {
    constexpr int kReplicas = 4;
    constexpr int kEach = 10;
    std::vector<std::vector<std::string>> references(kReplicas);
    {
      std::vector<std::jthread> replicas;
      for (auto& mine : references)
        replicas.emplace_back([&] {
          const auto kept = open_records(url);
          for (int i = 0; i < kEach; ++i) {
            const auto saved = kept->visitors().save_enquiry({"Sam", "sam@example.org", "Hi", {}, {}, at(1)});
            mine.push_back(saved ? *saved : saved.error().message);
          }
        });
    }
    std::set<std::string> acknowledged;
    for (const auto& mine : references) acknowledged.insert(mine.begin(), mine.end());
    std::set<std::string> found;
    const auto enquiries = *open_records(url)->visitors().enquiries(1000);
    for (const auto& one : enquiries) found.insert(one.reference);
    CHECK(found.size() == kReplicas * kEach);
    CHECK(found == acknowledged);
  });
}

TEST_CASE("schema: a migration that fails leaves the older store as it was") {
  on_each_url([](const std::string& url) {
    make_old_store(url);
    run_sql(url, "CREATE TABLE presence (surprise BIGINT)");
    CHECK_FALSE(open(url, Missing::kMake).ok());
    run_sql(url, "DROP TABLE presence");
    CHECK(open(url, Missing::kMake).ok());
  });
}

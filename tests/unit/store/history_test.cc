#include "store/history.h"

#include <doctest/doctest.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "unit/support/stores.h"

using namespace faqbot::store;
using faqbot::tests::at;
using faqbot::tests::on_each_store;
using faqbot::tests::on_each_url;
using faqbot::tests::open_records;

namespace {

using Files = std::vector<KnowledgeFile>;

const Files kOld = {{"a/one.md", "one"}, {"a/two.md", "two"}, {"a/three.md", std::string("th\0ree\xff", 7)}};
const Files kNew = {{"a/one.md", "one"}, {"a/two.md", "two, mended"}, {"a/four.md", "four"}};

bool is_published(const faqbot::Result<std::variant<Published, Overtaken>>& result) {
  REQUIRE(result.ok());
  return std::holds_alternative<Published>(*result);
}

}  // namespace

TEST_CASE("history: an older version's files are there byte for byte") {
  on_each_store([](Records& kept) {
    REQUIRE_FALSE(kept.history().keep("v1", kOld, at(1)));
    REQUIRE_FALSE(kept.history().keep("v2", kNew, at(2)));
    REQUIRE_FALSE(kept.history().keep("v1", kNew, at(3)));  // as it was kept first
    const auto files = *kept.history().files("v1");
    REQUIRE(files.size() == 3);
    CHECK(files[0].path == "a/one.md");
    CHECK(files[1].bytes == kOld[2].bytes);
    CHECK(*kept.history().file("v1", "a/two.md") == "two");
    CHECK_FALSE(kept.history().file("v1", "a/four.md")->has_value());
    CHECK(kept.history().files("v9")->empty());
  });
}

TEST_CASE("history: a file that stays the same is kept once") {
  on_each_store([](Records& kept) {
    REQUIRE_FALSE(kept.history().keep("v1", kOld, at(1)));
    REQUIRE_FALSE(kept.history().keep("v2", kNew, at(2)));
    CHECK(kept.database().query("SELECT count(*) FROM content")->at(0).number(0) == 5);
  });
}

TEST_CASE("history: a publication tells who changed what, from what to what") {
  on_each_store([](Records& kept) {
    REQUIRE_FALSE(kept.history().keep("v1", kOld, at(1)));
    REQUIRE(is_published(kept.history().publish({"v1", "v2", 0, "tape"}, kNew, {"ann", at(2)})));
    const auto newest = **kept.history().newest();
    CHECK(newest.by.who == "ann");
    CHECK(newest.by.at == at(2));
    CHECK(newest.note == "tape");
    CHECK(newest.base == "v1");
    CHECK(newest.version == "v2");
    CHECK(newest.paths == std::vector<std::string>{"a/four.md", "a/three.md", "a/two.md"});
    CHECK((*kept.counters()).knowledge == newest.id);
    const auto changes = *kept.history().changes(newest.id);
    REQUIRE(changes.size() == 3);
    CHECK_FALSE(changes[0].before);
    CHECK(changes[0].after == "four");
    CHECK(changes[1].before == kOld[2].bytes);
    CHECK_FALSE(changes[1].after);
    CHECK(changes[2].before == "two");
    CHECK(changes[2].after == "two, mended");
  });
}

TEST_CASE("history: whoever has not seen the newest publication is told of it and publishes nothing") {
  on_each_store([](Records& kept) {
    REQUIRE_FALSE(kept.history().keep("v1", kOld, at(1)));
    const auto first = *kept.history().publish({"v1", "v2", 0, {}}, kNew, {"ann", at(2)});
    const auto late = *kept.history().publish({"v1", "v3", 0, {}}, kOld, {"bob", at(3)});
    REQUIRE(std::holds_alternative<Overtaken>(late));
    CHECK(std::get<Overtaken>(late).newest.by.who == "ann");
    CHECK(kept.history().files("v3")->empty());
    const auto seen = std::get<Published>(first).id;
    CHECK((*kept.counters()).knowledge == seen);
    CHECK(is_published(kept.history().publish({"v2", "v3", seen, {}}, kOld, {"bob", at(4)})));
    CHECK(kept.history().page(0, 10)->size() == 2);
    CHECK(kept.history().page(seen + 1, 10)->at(0).by.who == "ann");
  });
}

TEST_CASE("history: of those who publish at the same moment in two replicas, one does") {
  on_each_url([](const std::string& url) {
    const auto first = open_records(url);
    const auto second = open_records(url);
    REQUIRE_FALSE(first->history().keep("v1", kOld, at(1)));
    std::atomic<int> published = 0;
    std::atomic<int> overtaken = 0;
    {
      std::vector<std::jthread> staff;
      for (Records* replica : {first.get(), second.get(), first.get(), second.get()})
        staff.emplace_back([&, replica] {
          const auto outcome = replica->history().publish({"v1", "v2", 0, {}}, kNew, {"somebody", at(2)});
          if (!outcome) return;
          ++(std::holds_alternative<Published>(*outcome) ? published : overtaken);
        });
    }
    CHECK(published == 1);
    CHECK(overtaken == 3);
  });
}

TEST_CASE("history: an unknown base is an error that names it") {
  on_each_store([](Records& kept) {
    const auto outcome = kept.history().publish({"v1", "v2", 0, {}}, kNew, {"ann", at(2)});
    REQUIRE_FALSE(outcome.ok());
    CHECK(outcome.error().message.find("v1") != std::string::npos);
  });
}

TEST_CASE("history: what was served at a time past can be found again") {
  on_each_store([](Records& kept) {
    REQUIRE_FALSE(kept.history().keep("v1", kOld, at(10)));
    REQUIRE_FALSE(kept.history().keep("v2", kNew, at(20)));
    CHECK_FALSE(kept.history().version_at(at(9))->has_value());
    CHECK(*kept.history().version_at(at(19)) == "v1");
    CHECK(*kept.history().version_at(at(20)) == "v2");
  });
}

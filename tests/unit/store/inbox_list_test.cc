#include "store/inbox_list.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "store/searched_text.h"
#include "unit/support/stores.h"

using namespace faqbot::store;
using faqbot::tests::at;
using faqbot::tests::on_each_store;

namespace {

std::string leave(Records& kept, const std::string& name, int when, const std::string& message = "Hello",
                  const std::string& partner = {}) {
  return *kept.visitors().save_enquiry({name, "sam@example.org", message, {}, {}, at(when), partner});
}

std::vector<std::string> names(const InboxPage& page) {
  std::vector<std::string> all;
  for (const InboxItem& item : page.items) all.push_back(item.name);
  return all;
}

std::vector<std::string> found(Records& kept, const InboxFilter& filter) {
  return names(*kept.inbox_list().page(filter, {}, 100));
}

// More than the search looks through before it asks its index.
constexpr int kMany = 2500;

void leave_many(Records& kept, int many = kMany) {
  auto transaction = *kept.database().begin();
  for (int i = 0; i < many; ++i)
    REQUIRE(
        transaction
            .query(
                "INSERT INTO enquiry (reference, received, name, contact, message, conversation, key, search)"
                " VALUES ($1, $2, $3, '', '', '', '', $3)",
                "many-" + std::to_string(i), at(1000 + i), "visitor " + std::to_string(i))
            .ok());
  REQUIRE_FALSE(transaction.commit());
}

}  // namespace

TEST_CASE("inbox list: pages follow each other without gap or overlap, whatever arrives meanwhile") {
  on_each_store([](Records& kept) {
    // Two arrived in the same millisecond.
    for (const auto& [name, when] : {std::pair("a", 1), {"b", 2}, {"c", 2}, {"d", 3}, {"e", 4}})
      leave(kept, name, when);
    const auto first = *kept.inbox_list().page({}, {}, 2);
    CHECK(names(first) == std::vector<std::string>{"e", "d"});
    REQUIRE(first.next);
    leave(kept, "late", 9);
    const auto second = *kept.inbox_list().page({}, *cursor_of(text_of(*first.next)), 2);
    CHECK(names(second) == std::vector<std::string>{"c", "b"});
    const auto third = *kept.inbox_list().page({}, *second.next, 2);
    CHECK(names(third) == std::vector<std::string>{"a"});
    CHECK_FALSE(third.next);
  });
}

TEST_CASE("inbox list: a cursor that was not made here is none") {
  for (const char* text : {"", "-", "1", "1-", "-1", "1-x", "1-2 ", "x-1"}) {
    CAPTURE(text);
    CHECK_FALSE(cursor_of(text));
  }
}

TEST_CASE("inbox list: filters by state, taker, partner and time, and all of them together") {
  on_each_store([](Records& kept) {
    leave(kept, "a", 1, "Hello", "gym");
    const auto taken = leave(kept, "b", 2, "Hello", "gym");
    leave(kept, "c", 3);
    REQUIRE(kept.inbox().move(taken, 1, State::kTaken, {"ann", at(5)}).ok());
    using Names = std::vector<std::string>;
    CHECK(found(kept, {.state = State::kNew}) == Names{"c", "a"});
    CHECK(found(kept, {.taken_by = "ann"}) == Names{"b"});
    CHECK(found(kept, {.partner = "gym"}) == Names{"b", "a"});
    CHECK(found(kept, {.partner = ""}) == Names{"c"});
    CHECK(found(kept, {.from = at(2)}) == Names{"c", "b"});
    CHECK(found(kept, {.until = at(2)}) == Names{"a"});
    CHECK(found(kept, {.state = State::kNew, .partner = "gym", .from = at(1), .search = "hello"}) ==
          Names{"a"});
  });
}

TEST_CASE("inbox list: the counts tell how many wait in each state") {
  on_each_store([](Records& kept) {
    for (int i = 0; i < 3; ++i) leave(kept, "a", i);
    REQUIRE(kept.inbox().move(leave(kept, "b", 4), 1, State::kClosed, {"ann", at(5)}).ok());
    const auto counts = *kept.inbox_list().counts();
    CHECK(counts.fresh == 3);
    CHECK(counts.taken == 0);
    CHECK(counts.closed == 1);
  });
}

TEST_CASE("inbox list: search finds words in name, contact, message and notes, however they are written") {
  on_each_store([](Records& kept) {
    const auto reference = leave(kept, "José Müller", 1, "It's 100% my KNEE_cap \"left\" \\ o'clock");
    leave(kept, "Ann", 2, "shoulder");
    REQUIRE(kept.inbox().add_note(reference, "Rang on Monday", {"ann", at(3)}).ok());
    struct Row {
      const char* typed;
      std::size_t found;
    };
    const Row rows[] = {
        {"jose", 1},        {"MÜLLER", 1},       {"knee", 1},
        {"nee_c", 1},       {"neexc", 0},        {"100%", 1},
        {"1%0", 0},         {"monday", 1},       {"sam@example", 2},
        {"knee monday", 1}, {"knee tuesday", 0}, {"\"left\"", 1},
        {"\\", 1},          {"o'clock", 1},      {"'; DROP TABLE enquiry; --", 0},
        {"jo", 1},          {"  ", 2},           {"nkee", 0},
        {"AND", 0},
    };
    for (const Row& row : rows) {
      CAPTURE(row.typed);
      CHECK(found(kept, {.search = row.typed}).size() == row.found);
    }
  });
}

TEST_CASE("inbox list: a rare word is found among thousands, by its index, and pages on") {
  on_each_store([](Records& kept) {
    for (const auto& [name, when] : {std::pair("Zebedee one", 1), {"Zebedee two", 2}, {"zeb edee", 3}})
      leave(kept, name, when);
    leave_many(kept);
    CHECK(found(kept, {.search = "zebedee"}) == std::vector<std::string>{"Zebedee two", "Zebedee one"});
    CHECK(found(kept, {.search = "zebedee on"}) == std::vector<std::string>{"Zebedee one"});
    CHECK(found(kept, {.state = State::kClosed, .search = "zebedee"}).empty());
    const auto first = *kept.inbox_list().page({.search = "zebedee"}, {}, 1);
    REQUIRE(first.next);
    CHECK(names(*kept.inbox_list().page({.search = "zebedee"}, *first.next, 1)) ==
          std::vector<std::string>{"Zebedee one"});
  });
}

TEST_CASE("inbox list: a page of a search that begins among the newest goes on behind them") {
  on_each_store([](Records& kept) {
    leave(kept, "visitor 7 of old", 1);
    leave_many(kept);
    // Two letters only, so that no index helps.
    std::size_t pages = 0;
    std::vector<std::string> all;
    std::optional<Cursor> cursor = Cursor{};
    for (; cursor; ++pages) {
      const auto page = *kept.inbox_list().page({.search = "99"}, *cursor, 7);
      for (const auto& name : names(page)) all.push_back(name);
      cursor = page.next;
    }
    std::size_t expected = 0;
    for (int i = 0; i < kMany; ++i) expected += std::to_string(i).find("99") != std::string::npos ? 1 : 0;
    CHECK(all.size() == expected);
    CHECK(std::set<std::string>(all.begin(), all.end()).size() == expected);
  });
}

TEST_CASE("inbox list: a search for two letters says where to go on, and comes to the oldest enquiry") {
  on_each_store([](Records& kept) {
    leave(kept, "qz", 1);
    leave_many(kept, 10'500);
    const auto first = *kept.inbox_list().page({.search = "qz"}, {}, 10);
    CHECK(first.items.empty());
    REQUIRE(first.next);
    const auto second = *kept.inbox_list().page({.search = "qz"}, *first.next, 10);
    CHECK(names(second) == std::vector<std::string>{"qz"});
    CHECK_FALSE(second.next);
  });
}

TEST_CASE("inbox list: what has changed since a counter is told, and nothing else") {
  on_each_store([](Records& kept) {
    const auto old = leave(kept, "old", 1);
    leave(kept, "untouched", 2);
    const auto seen = (*kept.counters()).inbox;
    leave(kept, "new", 3);
    REQUIRE(kept.inbox().add_note(old, "rang", {"ann", at(4)}).ok());
    const auto changed = *kept.inbox_list().changed_since(seen, 10);
    REQUIRE(changed.size() == 2);
    CHECK(changed[0].name == "new");
    CHECK(changed[1].name == "old");
  });
}

TEST_CASE("searched text: an index of letters in threes is asked for as few as hold every letter") {
  CHECK(trigrams("kneeca") == "\"kne\" AND \"eca\"");
  CHECK(trigrams("knee") == "\"kne\" AND \"nee\"");
  CHECK(trigrams("ü\"öx") == "\"ü\"\"ö\" AND \"\"\"öx\"");
  CHECK(trigrams("ab").empty());
  CHECK(like_pattern("50%_\\") == "%50\\%\\_\\\\%");
}

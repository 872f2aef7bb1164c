#include "store/privacy.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "store/contact.h"
#include "unit/support/stores.h"

using namespace faqbot::store;
using faqbot::ReplyKind;
using faqbot::tests::at;
using faqbot::tests::EmptyStore;
using faqbot::tests::on_each_store;
using faqbot::tests::open_records;
using faqbot::text::MaskedText;
using std::chrono::days;

namespace {

std::string leave(Records& kept, const std::string& contact, const std::string& conversation,
                  Time when = at(0)) {
  return *kept.visitors().save_enquiry({"Sam", contact, "Xylophone of mine", conversation, {}, when});
}

void ask(Records& kept, const std::string& wording, const std::string& conversation, Time when = at(0)) {
  REQUIRE_FALSE(kept.visitors().record_questions(
      std::vector<Question>{{ReplyKind::kUnknown, false, {}, MaskedText(wording), {}, conversation, when}}));
}

bool is_there(Records& kept, const std::string& reference) {
  return kept.inbox().read(reference)->has_value();
}

std::string bytes_of(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("privacy: what is older than it may be goes, with all that hangs on it; the rest stays") {
  on_each_store([](Records& kept) {
    const Time now = at(0) + days(1000);
    const auto old = leave(kept, "sam@example.org", "c", now - days(366));
    const auto young = leave(kept, "sam@example.org", "d", now - days(364));
    REQUIRE(kept.inbox().add_note(old, "rang", {"ann", at(1)}).ok());
    REQUIRE(kept.inbox().save_draft(old, 0, "Dear Sam", {"ann", at(1)}).ok());
    ask(kept, "old words", "c", now - days(91));
    ask(kept, "young words", "c", now - days(89));
    ask(kept, "words of all times", "c", now - days(91));
    ask(kept, "words of all times", "c", now - days(89));
    REQUIRE_FALSE(
        kept.visitors().save_feedback({"c", "a/b", false, MaskedText("vague"), {}, now - days(91)}));
    const auto deleted = *kept.privacy().expire(now, {});
    CHECK(deleted.enquiries == 1);
    CHECK(deleted.questions == 2);
    CHECK(deleted.votes == 1);
    CHECK(deleted.wordings == 1);
    CHECK_FALSE(is_there(kept, old));
    CHECK(is_there(kept, young));
    CHECK(kept.database().query("SELECT * FROM note")->empty());
    CHECK(kept.database().query("SELECT * FROM draft")->empty());
    CHECK(*kept.wordings().count_open() == 2);
    CHECK(kept.visitors().unanswered(10)->size() == 2);
  });
}

TEST_CASE(
    "privacy: the words of what was answered go after a day, unless an enquiry came of the conversation") {
  on_each_store([](Records& kept) {
    const Time now = at(0) + days(10);
    const auto answered = [&](const std::string& words, const std::string& conversation, Time when) {
      REQUIRE_FALSE(kept.visitors().record_questions(std::vector<Question>{
          {ReplyKind::kAnswer, false, {"a/b"}, MaskedText(words), {}, conversation, when}}));
    };
    answered("yesterday", "c", now - days(2));
    answered("today", "c", now);
    answered("before an enquiry", "d", now - days(2));
    leave(kept, "sam@example.org", "d", now);
    ask(kept, "not known", "c", now - days(2));
    CHECK(kept.privacy().expire(now, {})->answered == 1);
    CHECK(*kept.wordings().recent(10) == std::vector<std::string>{"today", "not known", "before an enquiry"});
    CHECK(kept.audit().page(0, 10)->empty());
  });
}

TEST_CASE(
    "privacy: figures and the audit log outlast what they were counted from, without a visitor in them") {
  on_each_store([](Records& kept) {
    const auto reference = leave(kept, "sam@example.org", "c");
    REQUIRE(kept.inbox().move(reference, 1, State::kTaken, {"ann", at(1)}).ok());
    ask(kept, "words", "c");
    REQUIRE(kept.privacy().expire(at(0) + days(1000), {}).ok());
    const Day day = local_day(at(0), std::chrono::minutes(0));
    CHECK(kept.figures().sheet({day, day}, {}, 10)->days.at(0).unknown == 1);
    const auto audit = *kept.audit().page(0, 10);
    REQUIRE(audit.size() == 2);
    CHECK(audit[0].action == "deleted by age");
    CHECK(audit[1].object == reference);
  });
}

TEST_CASE(
    "privacy: erasing a contact takes its enquiries and the words of their conversations, nobody else's") {
  on_each_store([](Records& kept) {
    const auto mine = leave(kept, "Sam@Example.org, mornings", "c");
    const auto mine_too = leave(kept, "sam@example.org", "");
    const auto other = leave(kept, "notsam@example.org", "d");
    ask(kept, "Only I said so", "c");
    ask(kept, "Many Say So", "c");
    ask(kept, "many say so", "d");
    REQUIRE_FALSE(kept.visitors().save_feedback(
        {"c", "a/b", false, MaskedText("vague"), MaskedText("my vote"), at(1)}));
    const auto erased = *kept.privacy().erase("SAM@example.org", {"ann", at(5)});
    CHECK(erased.enquiries == 2);
    CHECK(erased.questions == 2);
    CHECK(erased.votes == 1);
    CHECK_FALSE(is_there(kept, mine));
    CHECK_FALSE(is_there(kept, mine_too));
    CHECK(is_there(kept, other));
    const auto open = *kept.wordings().open(10);
    REQUIRE(open.size() == 1);
    CHECK(open[0].asked == 1);
    CHECK(open[0].sample == "many say so");
    CHECK(kept.inbox_list().page({.search = "mornings"}, {}, 10)->items.empty());
    const auto audit = *kept.audit().page(0, 1);
    CHECK(audit.at(0).action == "enquiry erased");
    CHECK(audit.at(0).who == "ann");
  });
}

TEST_CASE("privacy: a contact too short to tell people apart erases nobody") {
  on_each_store([](Records& kept) {
    const auto reference = leave(kept, "07700 900123", "");
    for (const char* contact : {"", "0770", "@", "sam", "%", "@example.org", "900"}) {
      CAPTURE(contact);
      CHECK_FALSE(kept.privacy().erase(contact, {"ann", at(1)}).ok());
    }
    CHECK(is_there(kept, reference));
  });
}

TEST_CASE("privacy: what was erased is in no byte of the SQLite files") {
  const EmptyStore place(EmptyStore::Kind::kSqlite);
  const std::string file = place.url().substr(std::string("sqlite:").size());
  const auto kept = open_records(place.url());
  const auto reference = leave(*kept, "sam@example.org", "c");
  ask(*kept, "Xylophone words", "c");
  for (int i = 0; i < 50; ++i) leave(*kept, "ann@example.org", "");
  REQUIRE(kept->inbox().add_note(reference, "Quixotic note", {"ann", at(1)}).ok());
  // The index of letters in threes holds these three.
  for (const char* words : {"Quixotic", "xot"}) {
    CAPTURE(words);
    REQUIRE(bytes_of(file + "-wal").find(words) != std::string::npos);
  }
  REQUIRE(kept->privacy().erase("sam@example.org", {"ann", at(2)}).ok());
  for (const char* suffix : {"", "-wal"})
    for (const char* words : {"Quixotic", "quixotic", "sam@example.org", "Xylophone words", "xot"}) {
      CAPTURE(suffix);
      CAPTURE(words);
      CHECK(bytes_of(file + suffix).find(words) == std::string::npos);
    }
}

TEST_CASE("contact: an address as a whole in any case, a number however it is written") {
  struct Row {
    const char* wanted;
    const char* kept;
    bool same;
  };
  const Row rows[] = {
      {"sam@example.org", "SAM@EXAMPLE.ORG", true},
      {"<sam@example.org>", "write to sam@example.org.", true},
      {"sam@example.org", "sam@example.org or 07700 900123", true},
      {"sam@example.org", "sam@example.org.uk", false},
      {"sam@example.org", "notsam@example.org", false},
      {"sam@example.org", "not.sam@example.org", false},
      {"07700 900123", "+44 7700 900123", true},
      {"+44 (0)7700-900123", "07700900123", true},
      {"07700 900123", "07700 900124", false},
      {"07700 900123", "sam@example.org, 07700.900.123 or 01632 960001", true},
      {"01632 960001", "07700 900123, 01632 960001", true},
      {"900123", "07700 900123", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.wanted);
    CAPTURE(row.kept);
    const auto contact = Contact::parse(row.wanted);
    CHECK((contact.ok() && contact->stands_in(row.kept)) == row.same);
  }
}

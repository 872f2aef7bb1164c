#include "store/store.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "store/memory_store.h"
#include "store/sqlite_store.h"
#include "unit/support/temporary_folder.h"

using namespace faqbot::store;
using faqbot::ReplyKind;
using faqbot::text::MaskedText;

namespace {

template <typename S>
class Opened;

template <>
class Opened<MemoryStore> {
 public:
  Store& store() { return store_; }

 private:
  MemoryStore store_;
};

template <>
class Opened<SqliteStore> {
 public:
  Store& store() { return *store_; }

 private:
  faqbot::tests::TemporaryFolder folder_;
  std::unique_ptr<SqliteStore> store_ =
      *SqliteStore::open(folder_.path() / "store.db", SqliteStore::Opening::kMakeIfMissing);
};

Time at(int milliseconds) {
  return Time(std::chrono::milliseconds(1'795'000'000'000 + milliseconds));
}

Enquiry enquiry(std::string message = "Do you treat knees?", std::string key = {}) {
  return {"Sam O'Neill", "sam@example.org", std::move(message), "conversation-1", std::move(key), at(1)};
}

Question question(ReplyKind kind, const std::string& wording, int when, std::string conversation = "c") {
  return {
      kind,    false, {"mfr/what-is", "mfr/duration"}, MaskedText(wording), "gym", std::move(conversation),
      at(when)};
}

Feedback vote(bool helpful, const std::string& comment = {}, std::string conversation = "c") {
  return {std::move(conversation), "mfr/what-is", helpful, MaskedText(comment), {}, at(5)};
}

}  // namespace

TEST_CASE_TEMPLATE("store: a saved enquiry comes back as it was left", S, MemoryStore, SqliteStore) {
  Opened<S> opened;
  Enquiry left = enquiry("naïve 🙂\n'; DROP TABLE enquiry; --");
  left.name = "<b>Sam</b>";
  const auto reference = opened.store().save_enquiry(left);
  REQUIRE(reference.ok());
  const auto kept = *opened.store().enquiries(10);
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].reference == *reference);
  CHECK(kept[0].enquiry.name == left.name);
  CHECK(kept[0].enquiry.contact == left.contact);
  CHECK(kept[0].enquiry.message == left.message);
  CHECK(kept[0].enquiry.conversation == left.conversation);
  CHECK(kept[0].enquiry.received == left.received);
}

TEST_CASE_TEMPLATE("store: the newest enquiries come first, and no more than were wanted", S, MemoryStore,
                   SqliteStore) {
  Opened<S> opened;
  for (const char* message : {"first", "second", "third"})
    REQUIRE(opened.store().save_enquiry(enquiry(message)).ok());
  const auto kept = *opened.store().enquiries(2);
  REQUIRE(kept.size() == 2);
  CHECK(kept[0].enquiry.message == "third");
  CHECK(kept[1].enquiry.message == "second");
}

TEST_CASE_TEMPLATE("store: an enquiry sent again with its key is kept once", S, MemoryStore, SqliteStore) {
  Opened<S> opened;
  const auto first = *opened.store().save_enquiry(enquiry("a", "key-1"));
  CHECK(*opened.store().save_enquiry(enquiry("a", "key-1")) == first);
  CHECK(opened.store().enquiries(10)->size() == 1);
}

TEST_CASE_TEMPLATE("store: another enquiry with a key used before is kept too, so that none is lost", S,
                   MemoryStore, SqliteStore) {
  Opened<S> opened;
  const auto first = *opened.store().save_enquiry(enquiry("a", "key-1"));
  CHECK(*opened.store().save_enquiry(enquiry("b", "key-1")) != first);
  CHECK(opened.store().enquiries(10)->size() == 2);
}

TEST_CASE_TEMPLATE("store: without a key, the same words are two enquiries", S, MemoryStore, SqliteStore) {
  Opened<S> opened;
  CHECK(*opened.store().save_enquiry(enquiry()) != *opened.store().save_enquiry(enquiry()));
}

TEST_CASE_TEMPLATE("store: what was not understood is owed an answer; what was answered is not", S,
                   MemoryStore, SqliteStore) {
  Opened<S> opened;
  const std::vector<Question> asked = {
      question(ReplyKind::kAnswer, "", 1), question(ReplyKind::kUnknown, "do you sell tape", 2),
      question(ReplyKind::kClarify, "how long", 3), question(ReplyKind::kUrgent, "", 4)};
  REQUIRE_FALSE(opened.store().record_questions(asked));
  const auto owed = *opened.store().unanswered(10);
  REQUIRE(owed.size() == 1);
  CHECK(owed[0].why == Unanswered::Why::kUnknown);
  CHECK(owed[0].wording.text() == "do you sell tape");
  CHECK(owed[0].topics == asked[1].topics);
  CHECK(owed[0].partner == "gym");
  CHECK(owed[0].asked == at(2));
}

TEST_CASE_TEMPLATE("store: none of these keeps the choices and finds the wording they were for", S,
                   MemoryStore, SqliteStore) {
  Opened<S> opened;
  Question none = question(ReplyKind::kUnknown, "", 4);
  none.none_of_these = true;
  REQUIRE_FALSE(opened.store().record_questions(std::vector<Question>{
      question(ReplyKind::kClarify, "an older one", 1), question(ReplyKind::kClarify, "how long", 2),
      question(ReplyKind::kClarify, "somebody else's", 3, "d"), none}));
  const auto owed = *opened.store().unanswered(10);
  REQUIRE(owed.size() == 1);
  CHECK(owed[0].why == Unanswered::Why::kNoneOfThese);
  CHECK(owed[0].wording.text() == "how long");
  CHECK(owed[0].topics == none.topics);
}

TEST_CASE_TEMPLATE("store: a thumbs-down is owed a better answer, a thumbs-up is not", S, MemoryStore,
                   SqliteStore) {
  Opened<S> opened;
  Feedback down = vote(false, "too vague", "c1");
  down.wording = MaskedText("what is it");
  REQUIRE_FALSE(opened.store().save_feedback(down));
  REQUIRE_FALSE(opened.store().save_feedback(vote(true, "", "c2")));
  const auto owed = *opened.store().unanswered(10);
  REQUIRE(owed.size() == 1);
  CHECK(owed[0].why == Unanswered::Why::kNotHelpful);
  CHECK(owed[0].topics == std::vector<std::string>{"mfr/what-is"});
  CHECK(owed[0].comment.text() == "too vague");
  CHECK(owed[0].wording.text() == "what is it");
}

TEST_CASE_TEMPLATE("store: a visitor who votes again has changed their mind, and keeps their comment", S,
                   MemoryStore, SqliteStore) {
  Opened<S> opened;
  REQUIRE_FALSE(opened.store().save_feedback(vote(false, "too vague")));
  REQUIRE_FALSE(opened.store().save_feedback(vote(true)));
  CHECK(opened.store().unanswered(10)->empty());
  REQUIRE_FALSE(opened.store().save_feedback(vote(false)));
  const auto owed = *opened.store().unanswered(10);
  REQUIRE(owed.size() == 1);
  CHECK(owed[0].comment.text() == "too vague");
}

TEST_CASE_TEMPLATE("store: votes without a conversation are votes of different visitors", S, MemoryStore,
                   SqliteStore) {
  Opened<S> opened;
  for (int i = 0; i < 2; ++i) REQUIRE_FALSE(opened.store().save_feedback(vote(false, "", "")));
  CHECK(opened.store().unanswered(10)->size() == 2);
}

TEST_CASE_TEMPLATE("store: the newest of what is owed comes first, whatever its kind", S, MemoryStore,
                   SqliteStore) {
  Opened<S> opened;
  REQUIRE_FALSE(opened.store().record_questions(std::vector<Question>{
      question(ReplyKind::kUnknown, "early", 1), question(ReplyKind::kUnknown, "late", 9)}));
  REQUIRE_FALSE(opened.store().save_feedback(vote(false)));
  const auto owed = *opened.store().unanswered(2);
  REQUIRE(owed.size() == 2);
  CHECK(owed[0].wording.text() == "late");
  CHECK(owed[1].why == Unanswered::Why::kNotHelpful);
}

#include "store/store.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "unit/support/stores.h"

using namespace faqbot::store;
using faqbot::ReplyKind;
using faqbot::tests::at;
using faqbot::tests::on_each_store;
using faqbot::text::MaskedText;

namespace {

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

TEST_CASE("store: a saved enquiry comes back as it was left") {
  on_each_store([](Records& kept) {
    Enquiry left = enquiry("naïve 🙂\n'; DROP TABLE enquiry; --");
    left.name = "<b>Sam</b>";
    const auto reference = kept.visitors().save_enquiry(left);
    REQUIRE(reference.ok());
    const auto enquiries = *kept.visitors().enquiries(10);
    REQUIRE(enquiries.size() == 1);
    CHECK(enquiries[0].reference == *reference);
    CHECK(enquiries[0].enquiry.name == left.name);
    CHECK(enquiries[0].enquiry.contact == left.contact);
    CHECK(enquiries[0].enquiry.message == left.message);
    CHECK(enquiries[0].enquiry.conversation == left.conversation);
    CHECK(enquiries[0].enquiry.received == left.received);
  });
}

TEST_CASE("store: the newest enquiries come first, and no more than were wanted") {
  on_each_store([](Records& kept) {
    for (const char* message : {"first", "second", "third"})
      REQUIRE(kept.visitors().save_enquiry(enquiry(message)).ok());
    const auto enquiries = *kept.visitors().enquiries(2);
    REQUIRE(enquiries.size() == 2);
    CHECK(enquiries[0].enquiry.message == "third");
    CHECK(enquiries[1].enquiry.message == "second");
  });
}

TEST_CASE("store: an enquiry sent again with its key is kept once") {
  on_each_store([](Records& kept) {
    const auto first = *kept.visitors().save_enquiry(enquiry("a", "key-1"));
    CHECK(*kept.visitors().save_enquiry(enquiry("a", "key-1")) == first);
    CHECK(kept.visitors().enquiries(10)->size() == 1);
  });
}

TEST_CASE("store: another enquiry with a key used before is kept too, so that none is lost") {
  on_each_store([](Records& kept) {
    const auto first = *kept.visitors().save_enquiry(enquiry("a", "key-1"));
    CHECK(*kept.visitors().save_enquiry(enquiry("b", "key-1")) != first);
    CHECK(kept.visitors().enquiries(10)->size() == 2);
  });
}

TEST_CASE("store: without a key, the same words are two enquiries") {
  on_each_store([](Records& kept) {
    CHECK(*kept.visitors().save_enquiry(enquiry()) != *kept.visitors().save_enquiry(enquiry()));
  });
}

TEST_CASE("store: what was not understood is owed an answer; what was answered is not") {
  on_each_store([](Records& kept) {
    const std::vector<Question> asked = {
        question(ReplyKind::kAnswer, "", 1), question(ReplyKind::kUnknown, "do you sell tape", 2),
        question(ReplyKind::kClarify, "how long", 3), question(ReplyKind::kUrgent, "", 4)};
    REQUIRE_FALSE(kept.visitors().record_questions(asked));
    const auto owed = *kept.visitors().unanswered(10);
    REQUIRE(owed.size() == 1);
    CHECK(owed[0].why == Unanswered::Why::kUnknown);
    CHECK(owed[0].wording.text() == "do you sell tape");
    CHECK(owed[0].topics == asked[1].topics);
    CHECK(owed[0].partner == "gym");
    CHECK(owed[0].asked == at(2));
  });
}

TEST_CASE("store: none of these keeps the choices and finds the wording they were for") {
  on_each_store([](Records& kept) {
    Question none = question(ReplyKind::kUnknown, "", 4);
    none.none_of_these = true;
    REQUIRE_FALSE(kept.visitors().record_questions(std::vector<Question>{
        question(ReplyKind::kClarify, "an older one", 1), question(ReplyKind::kClarify, "how long", 2),
        question(ReplyKind::kClarify, "somebody else's", 3, "d"), none}));
    const auto owed = *kept.visitors().unanswered(10);
    REQUIRE(owed.size() == 1);
    CHECK(owed[0].why == Unanswered::Why::kNoneOfThese);
    CHECK(owed[0].wording.text() == "how long");
    CHECK(owed[0].topics == none.topics);
  });
}

TEST_CASE("store: a thumbs-down is owed a better answer, a thumbs-up is not") {
  on_each_store([](Records& kept) {
    Feedback down = vote(false, "too vague", "c1");
    down.wording = MaskedText("what is it");
    REQUIRE_FALSE(kept.visitors().save_feedback(down));
    REQUIRE_FALSE(kept.visitors().save_feedback(vote(true, "", "c2")));
    const auto owed = *kept.visitors().unanswered(10);
    REQUIRE(owed.size() == 1);
    CHECK(owed[0].why == Unanswered::Why::kNotHelpful);
    CHECK(owed[0].topics == std::vector<std::string>{"mfr/what-is"});
    CHECK(owed[0].comment.text() == "too vague");
    CHECK(owed[0].wording.text() == "what is it");
  });
}

TEST_CASE("store: a visitor who votes again has changed their mind, and keeps their comment") {
  on_each_store([](Records& kept) {
    REQUIRE_FALSE(kept.visitors().save_feedback(vote(false, "too vague")));
    REQUIRE_FALSE(kept.visitors().save_feedback(vote(true)));
    CHECK(kept.visitors().unanswered(10)->empty());
    REQUIRE_FALSE(kept.visitors().save_feedback(vote(false)));
    const auto owed = *kept.visitors().unanswered(10);
    REQUIRE(owed.size() == 1);
    CHECK(owed[0].comment.text() == "too vague");
  });
}

TEST_CASE("store: votes without a conversation are votes of different visitors") {
  on_each_store([](Records& kept) {
    for (int i = 0; i < 2; ++i) REQUIRE_FALSE(kept.visitors().save_feedback(vote(false, "", "")));
    CHECK(kept.visitors().unanswered(10)->size() == 2);
  });
}

TEST_CASE("store: the newest of what is owed comes first, whatever its kind") {
  on_each_store([](Records& kept) {
    REQUIRE_FALSE(kept.visitors().record_questions(std::vector<Question>{
        question(ReplyKind::kUnknown, "early", 1), question(ReplyKind::kUnknown, "late", 9)}));
    REQUIRE_FALSE(kept.visitors().save_feedback(vote(false)));
    const auto owed = *kept.visitors().unanswered(2);
    REQUIRE(owed.size() == 2);
    CHECK(owed[0].wording.text() == "late");
    CHECK(owed[1].why == Unanswered::Why::kNotHelpful);
  });
}

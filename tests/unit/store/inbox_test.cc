#include "store/inbox.h"

#include <doctest/doctest.h>

#include <algorithm>
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

std::string leave(Records& kept, std::string conversation = {}) {
  return *kept.visitors().save_enquiry(
      {"Sam", "sam@example.org", "Do you treat knees?", std::move(conversation), {}, at(1)});
}

Question turn(faqbot::ReplyKind kind, const std::string& wording, int when) {
  return {kind, false, {"mfr/what-is"}, faqbot::text::MaskedText(wording), "gym", "c", at(when)};
}

template <typename T, typename Variant>
const T& the(const faqbot::Result<Variant>& result) {
  REQUIRE(result.ok());
  REQUIRE(std::holds_alternative<T>(*result));
  return std::get<T>(*result);
}

}  // namespace

TEST_CASE("inbox: an enquiry is new until somebody takes it, and theirs until it is given back") {
  on_each_store([](Records& kept) {
    const auto reference = leave(kept);
    CHECK((*kept.inbox().read(reference))->state == State::kNew);
    const auto taken = the<Done>(kept.inbox().move(reference, 1, State::kTaken, {"ann", at(2)}));
    const auto read = **kept.inbox().read(reference);
    CHECK(read.state == State::kTaken);
    CHECK(read.taken_by == "ann");
    CHECK(read.version == taken.version);
    the<Done>(kept.inbox().move(reference, taken.version, State::kNew, {"ann", at(3)}));
    CHECK((*kept.inbox().read(reference))->taken_by == "");
  });
}

TEST_CASE("inbox: who answers an enquiry that nobody took has it; who closes another's does not") {
  on_each_store([](Records& kept) {
    const auto reference = leave(kept);
    the<Done>(kept.inbox().move(reference, 1, State::kAnswered, {"ann", at(2)}));
    CHECK((*kept.inbox().read(reference))->taken_by == "ann");
    the<Done>(kept.inbox().move(reference, 2, State::kClosed, {"bob", at(3)}));
    CHECK((*kept.inbox().read(reference))->taken_by == "ann");
  });
}

TEST_CASE("inbox: a change of what was changed meanwhile is refused, with what and by whom") {
  on_each_store([](Records& kept) {
    const auto reference = leave(kept);
    the<Done>(kept.inbox().move(reference, 1, State::kTaken, {"ann", at(2)}));
    the<Done>(kept.inbox().move(reference, 2, State::kAnswered, {"ann", at(3)}));
    const auto stale = the<Stale>(kept.inbox().move(reference, 1, State::kTaken, {"bob", at(4)}));
    REQUIRE(stale.since.size() == 2);
    CHECK(stale.since[0].who == "ann");
    CHECK(stale.since[0].state == State::kTaken);
    CHECK(stale.since[1].state == State::kAnswered);
    CHECK(stale.since[1].made == at(3));
    const auto read = **kept.inbox().read(reference);
    CHECK(read.state == State::kAnswered);
    CHECK(read.taken_by == "ann");
    CHECK(read.changes.size() == 2);
  });
}

TEST_CASE("inbox: of those who take an enquiry at the same moment in two replicas, one gets it") {
  on_each_url([](const std::string& url) {
    const auto first = open_records(url);
    const auto second = open_records(url);
    for (int round = 0; round < 5; ++round) {
      const auto reference = leave(*first);
      std::atomic<int> done = 0;
      std::atomic<int> stale = 0;
      {
        std::vector<std::jthread> staff;
        for (Records* replica : {first.get(), second.get(), first.get(), second.get()})
          staff.emplace_back([&, replica] {
            const auto moved = replica->inbox().move(reference, 1, State::kTaken, {"somebody", at(2)});
            if (!moved) return;
            done += std::holds_alternative<Done>(*moved) ? 1 : 0;
            stale += std::holds_alternative<Stale>(*moved) ? 1 : 0;
          });
      }
      CHECK(done == 1);
      CHECK(stale == 3);
    }
  });
}

TEST_CASE("inbox: what is not there can be neither read nor changed") {
  on_each_store([](Records& kept) {
    CHECK_FALSE((*kept.inbox().read("K7M4-QX2P")).has_value());
    the<Gone>(kept.inbox().move("K7M4-QX2P", 1, State::kTaken, {"ann", at(2)}));
    the<Gone>(kept.inbox().add_note("K7M4-QX2P", "hello", {"ann", at(2)}));
    the<Gone>(kept.inbox().save_draft("K7M4-QX2P", 0, "hello", {"ann", at(2)}));
  });
}

TEST_CASE("inbox: notes add up and refuse nobody's change") {
  on_each_store([](Records& kept) {
    const auto reference = leave(kept);
    the<Done>(kept.inbox().add_note(reference, "rang, no answer", {"ann", at(2)}));
    the<Done>(kept.inbox().add_note(reference, "'; DROP TABLE note; --", {"bob", at(3)}));
    the<Done>(kept.inbox().move(reference, 1, State::kTaken, {"cat", at(4)}));
    const auto notes = (*kept.inbox().read(reference))->notes;
    REQUIRE(notes.size() == 2);
    CHECK(notes[0].words == "rang, no answer");
    CHECK(notes[0].who == "ann");
    CHECK(notes[1].words == "'; DROP TABLE note; --");
    CHECK(notes[1].made == at(3));
  });
}

TEST_CASE("inbox: a draft is kept, and nobody overwrites one they have not seen") {
  on_each_store([](Records& kept) {
    const auto reference = leave(kept);
    CHECK_FALSE((*kept.inbox().read(reference))->draft.has_value());
    const auto first = the<Done>(kept.inbox().save_draft(reference, 0, "Dear Sam", {"ann", at(2)}));
    the<Done>(kept.inbox().save_draft(reference, first.version, "Dear Sam,", {"ann", at(3)}));
    const auto stale =
        the<StaleDraft>(kept.inbox().save_draft(reference, first.version, "Hello", {"bob", at(4)}));
    CHECK(stale.now.words == "Dear Sam,");
    CHECK(stale.now.who == "ann");
    the<StaleDraft>(kept.inbox().save_draft(reference, 0, "Hello", {"bob", at(4)}));
    CHECK((*kept.inbox().read(reference))->draft->words == "Dear Sam,");
  });
}

TEST_CASE("inbox: an enquiry comes with the conversation that led to it, in order, and its partner") {
  on_each_store([](Records& kept) {
    REQUIRE_FALSE(kept.visitors().record_questions(std::vector<Question>{
        turn(faqbot::ReplyKind::kAnswer, "", 1), turn(faqbot::ReplyKind::kUnknown, "do you sell tape", 2)}));
    const auto read = **kept.inbox().read(leave(kept, "c"));
    REQUIRE(read.turns.size() == 2);
    CHECK(read.turns[0].kind == "answer");
    CHECK(read.turns[0].topics == std::vector<std::string>{"mfr/what-is"});
    CHECK(read.turns[1].wording == "do you sell tape");
    CHECK(read.turns[1].asked == at(2));
    CHECK(read.kept.enquiry.partner == "gym");
    CHECK((*kept.inbox().read(leave(kept)))->turns.empty());
  });
}

TEST_CASE("inbox: what staff did is in the audit log by reference, without the visitor's name") {
  on_each_store([](Records& kept) {
    const auto reference = leave(kept);
    the<Done>(kept.inbox().move(reference, 1, State::kTaken, {"ann", at(2)}));
    const auto audit = *kept.audit().page(0, 10);
    REQUIRE(audit.size() == 1);
    CHECK(audit[0].who == "ann");
    CHECK(audit[0].action == "enquiry taken");
    CHECK(audit[0].object == reference);
    CHECK(audit[0].made == at(2));
  });
}

TEST_CASE("inbox: every change raises the counter that pages watch, in another replica too") {
  on_each_url([](const std::string& url) {
    const auto here = open_records(url);
    const auto there = open_records(url);
    auto seen = (*there->counters()).inbox;
    const auto has_risen = [&] {
      const auto now = (*there->counters()).inbox;
      return now > std::exchange(seen, now);
    };
    const auto reference = leave(*here);
    CHECK(has_risen());
    the<Done>(here->inbox().move(reference, 1, State::kTaken, {"ann", at(2)}));
    CHECK(has_risen());
    the<Stale>(here->inbox().move(reference, 1, State::kTaken, {"bob", at(2)}));
    CHECK_FALSE(has_risen());
    the<Done>(here->inbox().add_note(reference, "rang", {"ann", at(2)}));
    CHECK(has_risen());
    the<Done>(here->inbox().save_draft(reference, 0, "Dear Sam", {"ann", at(2)}));
    CHECK(has_risen());
  });
}

#include "store/wordings.h"

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

constexpr int kHour = 3'600'000;

Question unknown(const std::string& wording, int when, const std::string& partner = {}) {
  return {ReplyKind::kUnknown, false, {"a/offered"}, MaskedText(wording), partner, "c", at(when)};
}

void ask(Records& kept, const std::vector<Question>& questions) {
  REQUIRE_FALSE(kept.visitors().record_questions(questions));
}

Feedback vote(bool helpful, const std::string& wording, int when) {
  return {"c", "mfr/what-is", helpful, {}, MaskedText(wording), at(when), "gym"};
}

}  // namespace

TEST_CASE(
    "wordings: the same words however written are one, the most frequent first, with all that is known") {
  on_each_store([](Records& kept) {
    ask(kept, {unknown("Do you sell tape?", 1), unknown("opening hours at christmas", 2),
               unknown("do you SELL tape", 5, "gym"), unknown("do you sell tápe!!", 3, "gym")});
    const auto open = *kept.wordings().open(10);
    REQUIRE(open.size() == 2);
    const Wording& tape = open[0];
    CHECK(tape.normalised == "do you sell tape");
    CHECK(tape.asked == 3);
    CHECK(tape.unknown == 3);
    CHECK(tape.first == at(1));
    CHECK(tape.last == at(5));
    CHECK(tape.sample == "do you SELL tape");
    CHECK(tape.offered == std::vector<std::string>{"a/offered"});
    CHECK(tape.partners == std::vector<std::pair<std::string, std::int64_t>>{{"gym", 2}, {"", 1}});
    CHECK(*kept.wordings().count_open() == 2);
    CHECK(kept.wordings().open(1)->size() == 1);
  });
}

TEST_CASE("wordings: choices all turned down count for the wording that they were for") {
  on_each_store([](Records& kept) {
    Question clarify = unknown("how long", 1);
    clarify.kind = ReplyKind::kClarify;
    Question none = unknown("", 2);
    none.none_of_these = true;
    ask(kept, {clarify, none});
    const auto open = *kept.wordings().open(10);
    REQUIRE(open.size() == 1);
    CHECK(open[0].normalised == "how long");
    CHECK(open[0].refused == 1);
  });
}

TEST_CASE("wordings: a thumbs-down counts once however often it is given, and not once it is taken back") {
  on_each_store([](Records& kept) {
    for (int i = 0; i < 2; ++i) REQUIRE_FALSE(kept.visitors().save_feedback(vote(false, "What is it?", i)));
    const auto open = *kept.wordings().open(10);
    REQUIRE(open.size() == 1);
    CHECK(open[0].unhelpful == 1);
    CHECK(open[0].sample == "What is it?");
    REQUIRE_FALSE(kept.visitors().save_feedback(vote(true, "", 3)));
    CHECK(kept.wordings().open(10)->empty());
  });
}

TEST_CASE("wordings: without words there is nothing to teach") {
  on_each_store([](Records& kept) {
    ask(kept, {unknown("", 1)});
    REQUIRE_FALSE(kept.visitors().save_feedback(vote(false, "", 1)));
    CHECK(kept.wordings().open(10)->empty());
  });
}

TEST_CASE("wordings: what is handled is no longer open, and it is known what came of it and by whom") {
  on_each_store([](Records& kept) {
    ask(kept, {unknown("do you sell tape", 1), unknown("the weather", 2)});
    std::vector<std::int64_t> ids;
    const auto open = *kept.wordings().open(10);
    for (const auto& one : open)
      if (one.normalised == "do you sell tape") ids.push_back(one.id);
    CHECK(*kept.wordings().handle(ids, Handling::kTaught, "shop/tape", {"ann", at(3)}) == 1);
    CHECK(*kept.wordings().handle(ids, Handling::kDismissed, "", {"bob", at(4)}) == 0);
    CHECK(*kept.wordings().count_open() == 1);
    const auto handled = *kept.wordings().handled(10);
    REQUIRE(handled.size() == 1);
    CHECK(handled[0].handling == Handling::kTaught);
    CHECK(handled[0].topic == "shop/tape");
    CHECK(handled[0].by.who == "ann");
    CHECK(handled[0].by.at == at(3));
    CHECK(*kept.wordings().reopen(ids, {"bob", at(5)}) == 1);
    CHECK(*kept.wordings().count_open() == 2);
  });
}

TEST_CASE("wordings: what was taught and is asked in vain again comes back; what was dismissed does not") {
  on_each_store([](Records& kept) {
    struct Row {
      Handling handling;
      int asked;
      std::int64_t open;
    };
    // A replica may answer with the older knowledge for a moment.
    const Row rows[] = {{Handling::kTaught, kHour, 1},
                        {Handling::kTaught, 1000, 0},
                        {Handling::kNewTopic, kHour, 0},
                        {Handling::kDismissed, kHour, 0}};
    for (const Row& row : rows) {
      CAPTURE(name_of(row.handling));
      CAPTURE(row.asked);
      ask(kept, {unknown("do you sell tape", 0)});
      const std::vector<std::int64_t> id = {(*kept.wordings().open(1))[0].id};
      REQUIRE(*kept.wordings().handle(id, row.handling, "a/b", {"ann", at(1)}) == 1);
      ask(kept, {unknown("do you sell tape", row.asked)});
      CHECK(*kept.wordings().count_open() == row.open);
      REQUIRE(kept.wordings().reopen(id, {"ann", at(2)}).ok());
    }
  });
}

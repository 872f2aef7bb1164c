#include "store/figures.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "unit/support/stores.h"

using namespace faqbot::store;
using namespace std::chrono_literals;
using faqbot::ReplyKind;
using faqbot::tests::on_each_store;
using std::chrono::January;
using std::chrono::year;

namespace {

constexpr Day kFirst = year(2026) / January / 1;

Question asked(Day day, std::chrono::minutes into_day, ReplyKind kind = ReplyKind::kAnswer,
               const std::string& topic = "mfr/what-is", const std::string& partner = {}) {
  return {kind, false, {topic}, {}, partner, "c", Time(day) + into_day};
}

void ask(Records& kept, const std::vector<Question>& questions) {
  REQUIRE_FALSE(kept.visitors().record_questions(questions));
}

FiguresSheet sheet(Records& kept, Day from, Day to, const std::optional<std::string>& partner = {}) {
  return *kept.figures().sheet({from, to}, partner, 100);
}

}  // namespace

TEST_CASE("figures: a day's questions by kind, its topics, its hours, its partners") {
  on_each_store([](Records& kept) {
    ask(kept,
        {asked(kFirst, 9h), asked(kFirst, 9h + 59min), asked(kFirst, 10h, ReplyKind::kClarify, "a/b", "gym"),
         asked(kFirst, 23h, ReplyKind::kUrgent, "safety/999"), asked(kFirst, 0h, ReplyKind::kUnknown)});
    const auto figures = sheet(kept, kFirst, kFirst);
    REQUIRE(figures.days.size() == 1);
    CHECK(figures.days[0].day == kFirst);
    CHECK(figures.days[0].answered == 2);
    CHECK(figures.days[0].clarified == 1);
    CHECK(figures.days[0].urgent == 1);
    CHECK(figures.days[0].unknown == 1);
    REQUIRE(figures.topics.size() == 2);  // what was offered or not known is no topic answered
    CHECK(figures.topics[0].topic == "mfr/what-is");
    CHECK(figures.topics[0].times == 2);
    CHECK(figures.topics[1].topic == "safety/999");
    CHECK(figures.hours[9] == 2);
    CHECK(figures.hours[0] == 1);
    CHECK(figures.partners == std::map<std::string, std::int64_t>{{"", 4}, {"gym", 1}});
  });
}

TEST_CASE("figures: a question belongs to the day and the hour of the clinic's own clock") {
  on_each_store([](Records& kept) {
    Question late = asked(kFirst, 23h + 30min);
    late.utc_offset = 60min;
    ask(kept, {late});
    CHECK(sheet(kept, kFirst, kFirst).days.empty());
    CHECK(sheet(kept, kFirst + std::chrono::days(1), kFirst + std::chrono::days(1)).hours[0] == 1);
  });
}

TEST_CASE("figures: every range counts its own days, whether whole months lie in it or not") {
  on_each_store([](Records& kept) {
    constexpr int kDays = 120;
    std::vector<Question> questions;
    for (int day = 0; day < kDays; ++day) questions.push_back(asked(kFirst + std::chrono::days(day), 12h));
    ask(kept, questions);
    for (const int from : {0, 1, 30, 31, 58, 59, 90})
      for (const int length : {1, 2, 27, 28, 29, 31, 32, 59, 60, 90}) {
        const auto figures =
            sheet(kept, kFirst + std::chrono::days(from), kFirst + std::chrono::days(from + length - 1));
        const auto expected = std::min(length, kDays - from);
        CAPTURE(from);
        CAPTURE(length);
        CHECK(figures.days.size() == static_cast<std::size_t>(expected));
        CHECK(figures.hours[12] == expected);
        REQUIRE(figures.topics.size() == 1);
        CHECK(figures.topics[0].times == expected);
      }
  });
}

TEST_CASE("figures: of one partner, or of the clinic's own page alone") {
  on_each_store([](Records& kept) {
    ask(kept, {asked(kFirst, 9h), asked(kFirst, 9h, ReplyKind::kAnswer, "a/b", "gym")});
    CHECK(sheet(kept, kFirst, kFirst, "gym").topics.at(0).topic == "a/b");
    CHECK(sheet(kept, kFirst, kFirst, "").topics.at(0).topic == "mfr/what-is");
    CHECK(sheet(kept, kFirst, kFirst, "gym").days.at(0).answered == 1);
  });
}

TEST_CASE("figures: a vote changed is counted as it was changed to, on the day of the change") {
  on_each_store([](Records& kept) {
    const auto vote = [&](bool helpful, Day day) {
      return kept.visitors().save_feedback({"c", "a/b", helpful, {}, {}, Time(day) + 1h});
    };
    REQUIRE_FALSE(vote(true, kFirst));
    REQUIRE_FALSE(vote(false, kFirst + std::chrono::days(1)));
    CHECK(sheet(kept, kFirst, kFirst).votes.empty());
    const auto votes = sheet(kept, kFirst, kFirst + std::chrono::days(1)).votes;
    REQUIRE(votes.size() == 1);
    CHECK(votes[0].topic == "a/b");
    CHECK(votes[0].helpful == 0);
    CHECK(votes[0].unhelpful == 1);
  });
}

TEST_CASE("figures: a partner is told of no topic that fewer than five asked for in the month") {
  on_each_store([](Records& kept) {
    std::vector<Question> questions(5, asked(kFirst, 9h, ReplyKind::kAnswer, "a/five", "gym"));
    questions.insert(questions.end(), 4, asked(kFirst, 9h, ReplyKind::kAnswer, "a/four", "gym"));
    questions.insert(questions.end(), 9, asked(kFirst, 9h, ReplyKind::kAnswer, "a/other", "school"));
    questions.push_back(asked(kFirst + std::chrono::days(31), 9h, ReplyKind::kAnswer, "a/four", "gym"));
    ask(kept, questions);
    const auto topics = *kept.figures().partner_month("gym", year(2026) / January);
    REQUIRE(topics.size() == 1);
    CHECK(topics[0].topic == "a/five");
    CHECK(topics[0].times == 5);
  });
}

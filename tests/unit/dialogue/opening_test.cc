#include "dialogue/opening.h"

#include <doctest/doctest.h>

namespace faqbot::dialogue {
namespace {

using namespace std::chrono;

// Monday to Friday with a lunch break, Saturday mornings, a holiday.
knowledge::Hours hours() {
  knowledge::Hours made;
  made.timezone = "Europe/London";
  made.known = true;
  for (std::size_t day = 0; day < 5; ++day) made.week[day] = {{540, 780}, {840, 1080}};
  made.week[5] = {{540, 780}};
  made.special.push_back({2026y / December / 25, {}, "Christmas Day"});
  made.special.push_back({2027y / January / 1, {}, "New Year"});
  return made;
}

// Wednesday, 2026-11-25, at that hour.
Moment wednesday(int hour) {
  return {local_days(2026y / November / 25), hour * 60};
}

TEST_CASE("opening: a day that is named is told by its date") {
  struct Row {
    std::string_view message;
    std::string_view sentence;
  };
  const Row rows[] = {
      {"are you open on saturday?", "On Saturday 28 November we are open from 09:00 to 13:00."},
      {"and sunday", "On Sunday 29 November we are closed. We next open on Monday 30 November at 09:00."},
      {"what time do you open tomorrow",
       "On Thursday 26 November we are open from 09:00 to 13:00 and from 14:00 to 18:00."},
      {"open today?",
       "Today, Wednesday 25 November, we are open from 09:00 to 13:00 and from 14:00 to 18:00."},
      {"open on christmas day",
       "On Friday 25 December (Christmas Day) we are closed. We next open on Saturday 26 December at 09:00."},
      {"open on the 25th of december",
       "On Friday 25 December (Christmas Day) we are closed. We next open on Saturday 26 December at 09:00."},
      {"and over christmas?",
       "On Friday 25 December (Christmas Day) we are closed. We next open on Saturday 26 December at 09:00."},
      {"do you close on bank holidays",
       "On Friday 25 December (Christmas Day) we are closed. We next open on Saturday 26 December at 09:00. "
       "On Friday 1 January (New Year) we are closed. We next open on Saturday 2 January at 09:00."},
      {"are you open 5 january",
       "On Tuesday 5 January we are open from 09:00 to 13:00 and from 14:00 to 18:00."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    CHECK(opening_sentence(row.message, hours(), wednesday(10)) == row.sentence);
  }
}

TEST_CASE("opening: now, in the lunch break, after closing, at the very minute of closing") {
  CHECK(opening_sentence("are you open now", hours(), wednesday(10)) == "We are open now, until 13:00.");
  CHECK(opening_sentence("are you open now", hours(), wednesday(13)) ==
        "We are closed now. We next open today at 14:00.");
  CHECK(opening_sentence("are you open now", hours(), wednesday(18)) ==
        "We are closed now. We next open tomorrow at 09:00.");
}

TEST_CASE("opening: the next opening passes over closed days and holidays") {
  const Moment saturday_afternoon{local_days(2026y / November / 28), 15 * 60};
  CHECK(opening_sentence("when do you open next", hours(), saturday_afternoon) ==
        "We next open on Monday 30 November at 09:00.");
  const Moment christmas_eve{local_days(2026y / December / 24), 20 * 60};
  CHECK(opening_sentence("when do you open again", hours(), christmas_eve) ==
        "We next open on Saturday 26 December at 09:00.");
}

TEST_CASE("opening: nothing is said where no day was named or the hours are not known") {
  CHECK(opening_sentence("what are your opening hours", hours(), wednesday(10)).empty());
  CHECK(opening_sentence("are you open on saturday", {}, wednesday(10)).empty());
}

TEST_CASE("opening: the clinic's clocks, on either side of both changes") {
  const auto zone = knowledge::TimeZone::load("Europe/London");
  REQUIRE(zone);
  struct Row {
    sys_seconds now;
    int minute;
  };
  const Row rows[] = {
      {sys_days(2027y / March / 28) + 59min, 59},     // still winter
      {sys_days(2027y / March / 28) + 1h, 120},       // summer begins
      {sys_days(2027y / October / 31) + 59min, 119},  // still summer
      {sys_days(2027y / October / 31) + 1h, 60},      // winter begins
  };
  for (const Row& row : rows) {
    const Moment moment = moment_at(row.now, *zone);
    CHECK(moment.minute == row.minute);
  }
}

TEST_CASE("opening: a clinic on the other side of the date line has another day") {
  const auto zone = knowledge::TimeZone::load("Pacific/Auckland");
  REQUIRE(zone);
  const Moment moment = moment_at(sys_days(2026y / November / 25) + 12h, *zone);
  CHECK(moment.day == local_days(2026y / November / 26));
  CHECK(moment.minute == 60);
}

TEST_CASE("opening: which messages name a time") {
  CHECK(names_a_time("and on sunday?"));
  CHECK(names_a_time("open at the moment?"));
  CHECK_FALSE(names_a_time("does it hurt"));
}

}  // namespace
}  // namespace faqbot::dialogue

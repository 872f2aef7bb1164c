#include <doctest/doctest.h>

#include <array>

#include "knowledge/clinic.h"
#include "unit/knowledge/good_folder.h"

namespace faqbot::tests {
namespace {

using knowledge::Hours;
using knowledge::hours_sentence;
using knowledge::OpenInterval;

const OpenInterval kMorning{9 * 60, 13 * 60};
const OpenInterval kAfternoon{14 * 60, 18 * 60 + 30};
using Day = std::vector<OpenInterval>;
const Day kClosed;

struct Row {
  std::array<Day, 7> week;
  std::string_view sentence;
};

const auto kRows = std::to_array<Row>({
    {{Day{{540, 1080}}, {{540, 1080}}, {{540, 1080}}, {{540, 1080}}, {{540, 1080}}, {kMorning}, kClosed},
     "Monday to Friday 09:00 to 18:00, Saturday 09:00 to 13:00, closed on Sunday"},
    {{Day{kMorning, kAfternoon},
      kClosed,
      {kMorning, kAfternoon},
      kClosed,
      {kMorning, kAfternoon},
      kClosed,
      kClosed},
     "Monday, Wednesday and Friday 09:00 to 13:00 and 14:00 to 18:30, closed on Tuesday, Thursday, Saturday "
     "and Sunday"},
    {{Day{{0, 1440}}, {{0, 1440}}, {{0, 1440}}, {{0, 1440}}, {{0, 1440}}, {{0, 1440}}, {{0, 1440}}},
     "every day 00:00 to 24:00"},
    {{kClosed, kClosed, kClosed, kClosed, kClosed, {kMorning}, {kMorning}},
     "Saturday and Sunday 09:00 to 13:00, closed on Monday to Friday"},
    {{kClosed, kClosed, kClosed, kClosed, kClosed, kClosed, kClosed}, "closed every day"},
});

TEST_CASE("hours: days with the same times stand together in one sentence") {
  for (const Row& row : kRows) {
    Hours hours;
    hours.week = row.week;
    hours.known = true;
    CHECK(hours_sentence(hours) == row.sentence);
  }
}

TEST_CASE("hours: a table that is not filled in says nothing") {
  CHECK(hours_sentence(Hours{}).empty());
}

TEST_CASE("hours: the table is read with its special days in order") {
  auto files = good_files();
  const std::string clinic =
      with_line(files.at("clinic.yaml"), 14,
                "    - {date: 2026-12-26, open: [\"14:00-16:00\", \"09:00-12:00\"], note: Boxing Day}\n"
                "    - {date: 2026-12-25, closed: true, note: Christmas Day}");
  const auto loaded = knowledge::load(good_folder().put("clinic.yaml", clinic).path(), kToday);
  REQUIRE(loaded.knowledge != nullptr);
  const Hours& hours = loaded.knowledge->clinic.hours;
  CHECK(hours.known);
  CHECK(hours.timezone == "Europe/London");
  REQUIRE(hours.week[0].size() == 2);
  CHECK(hours.week[0][1].to == 18 * 60);
  CHECK(hours.week[6].empty());
  REQUIRE(hours.special.size() == 2);
  CHECK(hours.special[0].note == "Christmas Day");
  CHECK(hours.special[0].open.empty());
  CHECK(hours.special[1].open.front().from == 9 * 60);
}

TEST_CASE("hours: a table with empty days only is not filled in") {
  const auto loaded = knowledge::load(
      good_folder()
          .put("clinic.yaml", "name: X\nhours:\n  timezone:\n  monday:\n  sunday:\n  special:\n")
          .path(),
      kToday);
  REQUIRE(loaded.knowledge != nullptr);
  CHECK_FALSE(loaded.knowledge->clinic.hours.known);
}

}  // namespace
}  // namespace faqbot::tests

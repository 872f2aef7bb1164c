#include "knowledge/time_zone.h"

#include <doctest/doctest.h>

namespace faqbot::knowledge {
namespace {

using namespace std::chrono;

TEST_CASE("time zone: summer and winter, north and south, half hours") {
  struct Row {
    const char* name;
    sys_seconds at;
    seconds offset;
  };
  const Row rows[] = {
      {"Europe/London", sys_days(2027y / January / 1), 0h},
      {"Europe/London", sys_days(2027y / July / 1), 1h},
      {"Europe/London", sys_days(1970y / January / 1), 1h},  // British Standard Time, 1968 to 1971
      {"Pacific/Auckland", sys_days(2027y / January / 1), 13h},
      {"Pacific/Auckland", sys_days(2027y / July / 1), 12h},
      {"Asia/Kolkata", sys_days(2027y / July / 1), 5h + 30min},
      {"America/New_York", sys_days(2036y / July / 1), -4h},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto zone = TimeZone::load(row.name);
    REQUIRE(zone);
    CHECK(zone->offset(row.at) == row.offset);
  }
}

TEST_CASE("time zone: what is none is refused") {
  for (const char* name : {"", "Europe/Atlantis", "../../etc/passwd", "/etc/passwd"}) {
    CAPTURE(name);
    CHECK_FALSE(TimeZone::load(name));
  }
}

}  // namespace
}  // namespace faqbot::knowledge

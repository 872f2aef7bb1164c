#include "knowledge/time_zone.h"

#include <doctest/doctest.h>

#include <string>

namespace faqbot::knowledge {
namespace {

using namespace std::chrono;

// A file with one kind of time and no transition, as "slim" zone files have it: the rule says all.
std::string slim_file(std::string_view rule) {
  const auto header = [](std::string& to, char types) {
    to += "TZif2";
    to.append(15, '\0');
    for (const char count : {'\0', '\0', '\0', '\0', types, types}) to += std::string("\0\0\0", 3) + count;
  };
  std::string bytes;
  header(bytes, 1);
  const std::string body("\0\0\0\0\0\0\0", 7);  // offset 0, standard, name "" with its NUL
  bytes += body;
  header(bytes, 1);
  return bytes + body + '\n' + std::string(rule) + '\n';
}

TEST_CASE("time zone: a rule alone tells summer from winter, north and south") {
  const auto london = TimeZone::parse(slim_file("GMT0BST,M3.5.0/1,M10.5.0"));
  REQUIRE(london);
  CHECK(london->offset(sys_days(2027y / January / 1)) == 0h);
  CHECK(london->offset(sys_days(2027y / July / 1)) == 1h);
  const auto auckland = TimeZone::parse(slim_file("NZST-12NZDT,M9.5.0,M4.1.0/3"));
  REQUIRE(auckland);
  CHECK(auckland->offset(sys_days(2027y / January / 1)) == 13h);
  CHECK(auckland->offset(sys_days(2027y / July / 1)) == 12h);
}

TEST_CASE("time zone: names in brackets and half hours") {
  const auto kolkata = TimeZone::parse(slim_file("<+0530>-5:30"));
  REQUIRE(kolkata);
  CHECK(kolkata->offset(sys_days(2027y / July / 1)) == 5h + 30min);
}

TEST_CASE("time zone: listed transitions hold where there are any") {
  const auto london = TimeZone::load("Europe/London");
  REQUIRE(london);
  CHECK(london->offset(sys_days(1970y / January / 1)) == 1h);  // British Standard Time, 1968 to 1971
  CHECK(london->offset(sys_days(1975y / January / 1)) == 0h);
}

TEST_CASE("time zone: what is none is refused") {
  CHECK_FALSE(TimeZone::load("Europe/Atlantis"));
  CHECK_FALSE(TimeZone::load("../../etc/passwd"));
  CHECK_FALSE(TimeZone::parse(""));
  CHECK_FALSE(TimeZone::parse("TZif2"));
  const std::string whole = slim_file("GMT0");
  for (std::size_t size = 0; size < 95; ++size) CHECK_FALSE(TimeZone::parse(whole.substr(0, size)));
}

}  // namespace
}  // namespace faqbot::knowledge

// How far a place's clocks are from UTC, daylight saving included.
//
// The only door to the date library, which reads the system's IANA files; C++20's own
// time zones come with GCC 14. Debian's files list the changes until 2037; after
// the last one listed, its offset stays.
//
// Thread safety: immutable once loaded.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "knowledge/clinic.h"

namespace date {
class time_zone;
}

namespace faqbot::knowledge {

class TimeZone {
 public:
  // By its IANA name, "Europe/London"; nothing where the system has no such zone. Cost: the first call
  // lists the system's zones, some 20 ms.
  static std::optional<TimeZone> load(std::string_view name);

  // What to add to UTC at that moment. Cost: O(log changes).
  std::chrono::seconds offset(std::chrono::sys_seconds at) const;

 private:
  explicit TimeZone(const date::time_zone& zone) : zone_(&zone) {}

  const date::time_zone* zone_;  // the library's, kept for as long as the program runs
};

// What the clinic's clock is ahead of UTC at that moment; none where its time zone is not filled in or not
// known.
std::chrono::minutes clock_offset(const Clinic& clinic, std::chrono::system_clock::time_point at);

}  // namespace faqbot::knowledge

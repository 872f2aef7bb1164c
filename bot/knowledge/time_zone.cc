#include "knowledge/time_zone.h"

#include <date/tz.h>

#include <exception>

namespace faqbot::knowledge {

std::optional<TimeZone> TimeZone::load(std::string_view name) {
  try {
    return TimeZone(*date::locate_zone(name));
  } catch (const std::exception&) {  // how the library says that there is none
    return std::nullopt;
  }
}

std::chrono::seconds TimeZone::offset(std::chrono::sys_seconds at) const {
  return zone_->get_info(at).offset;
}

std::chrono::minutes clock_offset(const Clinic& clinic, std::chrono::system_clock::time_point at) {
  if (clinic.hours.timezone.empty()) return std::chrono::minutes(0);
  const auto zone = TimeZone::load(clinic.hours.timezone);
  if (!zone) return std::chrono::minutes(0);
  using std::chrono::floor;
  return floor<std::chrono::minutes>(zone->offset(floor<std::chrono::seconds>(at)));
}

}  // namespace faqbot::knowledge

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

}  // namespace faqbot::knowledge

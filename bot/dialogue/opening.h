// "are you open on Saturday?", "are you open now?", "when do you open next?"
//
// Thread safety: pure functions. The clock is a parameter: nothing here asks what time it is.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "knowledge/clinic.h"
#include "knowledge/time_zone.h"

namespace faqbot::dialogue {

// A moment by the clinic's own clocks.
struct Moment {
  std::chrono::local_days day;
  int minute = 0;  // since midnight
};

Moment moment_at(std::chrono::sys_seconds now, const knowledge::TimeZone& zone);

// Does the message name a day or a time that the table of hours can tell of?
bool names_a_time(std::string_view message);

// "On Saturday 28 November we are open from 09:00 to 13:00." Empty where the message names no
// time, or the hours are not known. `now`: when the message came.
std::string opening_sentence(std::string_view message, const knowledge::Hours& hours, Moment now);

}  // namespace faqbot::dialogue

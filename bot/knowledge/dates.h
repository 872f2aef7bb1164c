// "2026-11-22" and nothing else.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace faqbot::knowledge {

// Nothing where the text is no date of the calendar in the form YYYY-MM-DD.
std::optional<std::chrono::year_month_day> date_from(std::string_view text);

}  // namespace faqbot::knowledge

#include <algorithm>

#include "knowledge/clinic.h"

namespace faqbot::knowledge {
namespace {

constexpr std::array<std::string_view, 7> kDays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                   "Friday", "Saturday", "Sunday"};

bool same(const std::vector<OpenInterval>& a, const std::vector<OpenInterval>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const OpenInterval& x, const OpenInterval& y) {
    return x.from == y.from && x.to == y.to;
  });
}

std::string two_digits(int number) {
  const std::string digits = std::to_string(number);
  return digits.size() < 2 ? '0' + digits : digits;
}

std::string clock(int minutes) {
  return two_digits(minutes / 60) + ':' + two_digits(minutes % 60);
}

// "a", "a and b", "a, b and c"
std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 == parts.size() ? " and " : ", ";
    text += parts[i];
  }
  return text;
}

std::string times(const std::vector<OpenInterval>& open) {
  std::vector<std::string> parts;
  parts.reserve(open.size());
  for (const OpenInterval& interval : open)
    parts.push_back(clock(interval.from) + " to " + clock(interval.to));
  return joined(parts);
}

// Three days in a row or more become "Monday to Wednesday". REQUIRES: days ascending.
std::string day_names(const std::vector<std::size_t>& days) {
  if (days.size() == kDays.size()) return "every day";
  std::vector<std::string> parts;
  for (std::size_t from = 0; from < days.size();) {
    std::size_t to = from;
    while (to + 1 < days.size() && days[to + 1] == days[to] + 1) ++to;
    if (to - from >= 2) {
      parts.push_back(std::string(kDays[days[from]]) + " to " + std::string(kDays[days[to]]));
    } else {
      for (std::size_t at = from; at <= to; ++at) parts.emplace_back(kDays[days[at]]);
    }
    from = to + 1;
  }
  return joined(parts);
}

std::string closed_text(const std::vector<std::size_t>& days) {
  return days.size() == kDays.size() ? "closed every day" : "closed on " + day_names(days);
}

}  // namespace

std::string hours_sentence(const Hours& hours) {
  if (!hours.known) return {};
  std::string sentence;
  const auto say = [&sentence](const std::string& part) {
    sentence += (sentence.empty() ? "" : ", ") + part;
  };
  std::vector<std::size_t> closed;
  std::array<bool, 7> told{};
  for (std::size_t day = 0; day < hours.week.size(); ++day) {
    if (told[day]) continue;
    std::vector<std::size_t> alike;
    for (std::size_t other = day; other < hours.week.size(); ++other) {
      if (!same(hours.week[day], hours.week[other])) continue;
      told[other] = true;
      alike.push_back(other);
    }
    if (hours.week[day].empty()) {
      closed = std::move(alike);
    } else {
      say(day_names(alike) + ' ' + times(hours.week[day]));
    }
  }
  if (!closed.empty()) say(closed_text(closed));
  return sentence;
}

}  // namespace faqbot::knowledge

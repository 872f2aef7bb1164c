#include "knowledge/hours_file.h"

#include <algorithm>
#include <optional>

#include "knowledge/dates.h"
#include "knowledge/time_zone.h"
#include "knowledge/yaml_fields.h"

namespace faqbot::knowledge {
namespace {

constexpr std::array<std::string_view, 7> kDays = {"monday", "tuesday",  "wednesday", "thursday",
                                                   "friday", "saturday", "sunday"};
constexpr int kMinutesOfDay = 24 * 60;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "09:00" -> 540; "24:00" is the day's end.
std::optional<int> minutes_from(std::string_view clock) {
  const bool shaped = clock.size() == 5 && clock[2] == ':' && is_digit(clock[0]) && is_digit(clock[1]) &&
                      is_digit(clock[3]) && is_digit(clock[4]);
  if (!shaped) return std::nullopt;
  const int minute = (clock[3] - '0') * 10 + (clock[4] - '0');
  const int minutes = ((clock[0] - '0') * 10 + (clock[1] - '0')) * 60 + minute;
  if (minute >= 60 || minutes > kMinutesOfDay) return std::nullopt;
  return minutes;
}

std::optional<OpenInterval> interval_from(const Wording& wording, FileReport& report) {
  const std::string_view text = wording.text;
  const std::size_t dash = text.find('-');
  const auto from = minutes_from(trimmed(text.substr(0, dash)));
  const auto to =
      dash == std::string_view::npos ? std::nullopt : minutes_from(trimmed(text.substr(dash + 1)));
  if (!from || !to) {
    report.error(wording.line, "\"" + wording.text +
                                   "\" is no opening time; write it with four digits each, such as "
                                   "\"09:00-17:30\"");
    return std::nullopt;
  }
  if (*from >= *to) {
    report.error(wording.line, "\"" + wording.text +
                                   "\" ends before it begins; write the earlier time first, and split "
                                   "a time past midnight at \"24:00\"");
    return std::nullopt;
  }
  return OpenInterval{*from, *to};
}

std::vector<OpenInterval> intervals_of(const std::vector<Wording>& wordings, FileReport& report) {
  std::vector<OpenInterval> open;
  int line = 0;
  for (const Wording& wording : wordings) {
    if (const auto interval = interval_from(wording, report)) open.push_back(*interval);
    line = wording.line;
  }
  std::sort(open.begin(), open.end(),
            [](const OpenInterval& a, const OpenInterval& b) { return a.from < b.from; });
  for (std::size_t i = 1; i < open.size(); ++i)
    if (open[i].from < open[i - 1].to)
      report.error(line, "two opening times of this day overlap; write each time once");
  return open;
}

// A day is a list of times, one time, or "closed".
std::vector<OpenInterval> read_day(const YamlNode& day, FileReport& report) {
  if (day.kind == YamlNode::Kind::kText && trimmed(day.text) == "closed") return {};
  if (day.kind == YamlNode::Kind::kText)
    return intervals_of({{std::string(trimmed(day.text)), day.line}}, report);
  return intervals_of(texts_of(day, day.key, report), report);
}

void read_week(const Fields& fields, Hours& hours, FileReport& report) {
  hours.known = std::any_of(kDays.begin(), kDays.end(),
                            [&fields](std::string_view day) { return fields.filled(day) != nullptr; });
  if (!hours.known) return;
  for (std::size_t day = 0; day < kDays.size(); ++day) {
    const YamlNode* node = fields.filled(kDays[day]);
    if (node == nullptr)
      report.error(fields.line(kDays[day]), "the hours of " + std::string(kDays[day]) +
                                                " are missing; write them, or: " + std::string(kDays[day]) +
                                                ": closed");
    else
      hours.week[day] = read_day(*node, report);
  }
}

std::optional<SpecialDay> read_special_day(const YamlNode& node, FileReport& report) {
  const Fields fields(node, {"date", "open", "closed", "note"}, report);
  SpecialDay special;
  special.note = fields.text("note");
  const std::string date = fields.required_text("date", "the day, such as 2026-12-25");
  const bool closed = fields.flag("closed");
  const YamlNode* open = fields.filled("open");
  if (closed == (open != nullptr))
    report.error(node.line,
                 "a special day is either open or closed; write open: [\"09:00-12:00\"] or closed: true");
  if (open != nullptr) special.open = read_day(*open, report);
  const auto day = date_from(date);
  if (!day) {
    if (!date.empty())
      report.error(fields.line("date"),
                   "\"" + date + "\" is no date; write year-month-day, such as 2026-12-25");
    return std::nullopt;
  }
  special.day = *day;
  return special;
}

void read_special_days(const Fields& fields, Hours& hours, FileReport& report) {
  const YamlNode* list = fields.filled("special");
  if (list == nullptr) return;
  if (list->kind != YamlNode::Kind::kList) {
    report.error(list->line, R"("special" must be a list; begin each day with "- date:")");
    return;
  }
  for (const YamlNode& item : list->items) {
    std::optional<SpecialDay> special = read_special_day(item, report);
    if (!special) continue;
    const bool twice = std::any_of(hours.special.begin(), hours.special.end(),
                                   [&](const SpecialDay& other) { return other.day == special->day; });
    if (twice) report.error(item.line, "this date stands in the list of special days twice; keep one entry");
    hours.special.push_back(std::move(*special));
  }
  std::sort(hours.special.begin(), hours.special.end(),
            [](const SpecialDay& a, const SpecialDay& b) { return a.day < b.day; });
}

void read_timezone(const Fields& fields, Hours& hours, FileReport& report) {
  hours.timezone = fields.text("timezone");
  if (hours.timezone.empty()) {
    if (hours.known)
      report.error(fields.line("timezone"),
                   "\"timezone\" is missing; the hours need it, such as timezone: "
                   "Europe/London");
    return;
  }
  if (!TimeZone::load(hours.timezone))
    report.error(fields.line("timezone"), "\"" + hours.timezone +
                                              "\" is no time zone; write its IANA name, such as "
                                              "Europe/London or Asia/Singapore");
}

}  // namespace

Hours read_hours(const YamlNode& table, FileReport& report) {
  const Fields fields(
      table,
      {"timezone", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "special"},
      report);
  Hours hours;
  read_week(fields, hours, report);
  read_special_days(fields, hours, report);
  read_timezone(fields, hours, report);
  return hours;
}

}  // namespace faqbot::knowledge

#include "dialogue/opening.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "text/normalise.h"

namespace faqbot::dialogue {
namespace {

using namespace std::chrono;
using knowledge::Hours;
using knowledge::OpenInterval;

constexpr std::array<std::string_view, 7> kDays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                   "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
constexpr int kDayEnd = 24 * 60;
// How far ahead the next opening is looked for: no clinic closes for longer without saying so.
constexpr int kLookAhead = 60;  // days

struct DayName {
  std::string_view word;
  unsigned number;  // from Monday, 0
};
constexpr auto kDayNames = std::to_array<DayName>(
    {{"monday", 0},     {"mon", 0},       {"mondays", 0},   {"tuesday", 1}, {"tue", 1},
     {"tues", 1},       {"tuesdays", 1},  {"wednesday", 2}, {"wed", 2},     {"weds", 2},
     {"wednesdays", 2}, {"thursday", 3},  {"thu", 3},       {"thur", 3},    {"thurs", 3},
     {"thursdays", 3},  {"friday", 4},    {"fri", 4},       {"fridays", 4}, {"saturday", 5},
     {"sat", 5},        {"saturdays", 5}, {"sunday", 6},    {"sun", 6},     {"sundays", 6}});

unsigned weekday_of(local_days day) {
  return weekday(day).iso_encoding() - 1;
}

std::string lower(std::string_view word) {
  std::string text(word);
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

std::string clock(int minute) {
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return two(minute / 60) + ':' + two(minute % 60);
}

std::string name_of_day(local_days day) {
  const year_month_day date(day);
  return std::string(kDays[weekday_of(day)]) + ' ' + std::to_string(static_cast<unsigned>(date.day())) + ' ' +
         std::string(kMonths[static_cast<unsigned>(date.month()) - 1]);
}

const knowledge::SpecialDay* special(const Hours& hours, local_days day) {
  const auto found = std::ranges::find(hours.special, year_month_day(day), &knowledge::SpecialDay::day);
  return found == hours.special.end() ? nullptr : &*found;
}

const std::vector<OpenInterval>& open_on(const Hours& hours, local_days day) {
  const knowledge::SpecialDay* const exception = special(hours, day);
  return exception != nullptr ? exception->open : hours.week[weekday_of(day)];
}

std::string times(const std::vector<OpenInterval>& open) {
  std::string text;
  for (std::size_t i = 0; i < open.size(); ++i) {
    if (i > 0) text += i + 1 == open.size() ? " and " : ", ";
    text += "from " + clock(open[i].from) + " to " + clock(open[i].to);
  }
  return text;
}

// "today at 14:00", "tomorrow at 09:00", "on Monday 30 November at 09:00"; empty where nothing is near.
std::string next_opening(const Hours& hours, Moment after, local_days today) {
  for (int ahead = 0; ahead <= kLookAhead; ++ahead) {
    const local_days day = after.day + days(ahead);
    for (const OpenInterval& interval : open_on(hours, day)) {
      if (ahead == 0 && interval.from <= after.minute) continue;
      const std::string when = day == today             ? "today"
                               : day == today + days(1) ? "tomorrow"
                                                        : "on " + name_of_day(day);
      return when + " at " + clock(interval.from);
    }
  }
  return {};
}

std::string with_next(std::string sentence, const Hours& hours, Moment after, local_days today) {
  const std::string next = next_opening(hours, after, today);
  if (!next.empty()) sentence += " We next open " + next + '.';
  return sentence;
}

std::string about_now(const Hours& hours, Moment now) {
  for (const OpenInterval& interval : open_on(hours, now.day))
    if (interval.from <= now.minute && now.minute < interval.to)
      return "We are open now, until " + clock(interval.to) + '.';
  return with_next("We are closed now.", hours, now, now.day);
}

std::string about_day(const Hours& hours, local_days day, Moment now) {
  const std::string name = day == now.day ? "Today, " + name_of_day(day) + ',' : "On " + name_of_day(day);
  const knowledge::SpecialDay* const exception = special(hours, day);
  const std::string note =
      exception != nullptr && !exception->note.empty() ? " (" + exception->note + ')' : "";
  const auto& open = open_on(hours, day);
  if (open.empty()) return with_next(name + note + " we are closed.", hours, {day, kDayEnd}, now.day);
  return name + note + " we are open " + times(open) + '.';
}

// What a message asks about.
struct Asked {
  bool now = false;
  bool next = false;
  std::vector<local_days> days;
  bool any() const { return now || next || !days.empty(); }
};

bool holds(std::string_view words, std::string_view phrase) {
  return words.find(' ' + std::string(phrase) + ' ') != std::string_view::npos;
}

bool holds_any(std::string_view words, std::initializer_list<std::string_view> phrases) {
  return std::ranges::any_of(phrases, [&](std::string_view phrase) { return holds(words, phrase); });
}

local_days coming(unsigned number, local_days today) {
  return today + days((number + 7 - weekday_of(today)) % 7);
}

// "25", "25th"
std::optional<unsigned> day_number(std::string_view word) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || value < 1 || value > 31) return std::nullopt;
  const std::string_view rest(end, static_cast<std::size_t>(word.data() + word.size() - end));
  const bool ordinal = rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
  return ordinal ? std::optional(value) : std::nullopt;
}

std::optional<unsigned> month_number(std::string_view word) {
  for (unsigned i = 0; i < kMonths.size(); ++i) {
    const std::string name = lower(kMonths[i]);
    if (word == name || (word.size() == 3 && name.starts_with(word))) return i + 1;
  }
  return std::nullopt;
}

// The next such date from today on; nothing for the 31st of February.
std::optional<local_days> date(unsigned day_of_month, unsigned month_of_year, local_days today) {
  const year this_year = year_month_day(today).year();
  for (const year candidate : {this_year, this_year + years(1)}) {
    const year_month_day found = candidate / month(month_of_year) / day(day_of_month);
    if (found.ok() && local_days(found) >= today) return local_days(found);
  }
  return std::nullopt;
}

// "25 december", "25th of december", "december 25th"
void add_dates(const std::vector<std::string>& words, local_days today, Asked& asked) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto month_named = month_number(words[i]);
    if (!month_named) continue;
    std::optional<unsigned> day_named;
    if (i > 0) day_named = day_number(words[i - 1]);
    if (!day_named && i > 1 && words[i - 1] == "of") day_named = day_number(words[i - 2]);
    if (!day_named && i + 1 < words.size()) day_named = day_number(words[i + 1]);
    if (!day_named) continue;
    if (const auto found = date(*day_named, *month_named, today)) asked.days.push_back(*found);
  }
}

void add_named_days(const std::vector<std::string>& words, std::string_view plain, local_days today,
                    Asked& asked) {
  if (holds_any(plain, {"today", "tonight", "this evening", "this afternoon", "this morning"}))
    asked.days.push_back(today);
  if (holds(plain, "day after tomorrow")) {
    asked.days.push_back(today + days(2));
  } else if (holds_any(plain, {"tomorrow", "tomoz", "tmrw", "2moro", "tmr", "tomorow"})) {
    asked.days.push_back(today + days(1));
  }
  if (holds_any(plain, {"weekend", "weekends"}))
    for (const unsigned number : {5U, 6U}) asked.days.push_back(coming(number, today));
  for (const std::string& word : words) {
    const auto* const named = std::ranges::find(kDayNames, word, &DayName::word);
    if (named != kDayNames.end()) asked.days.push_back(coming(named->number, today));
  }
}

bool names_all_feasts(std::string_view plain) {
  return holds_any(plain, {"bank holiday", "bank holidays", "public holiday", "public holidays", "holidays"});
}

bool names_a_feast(std::string_view plain) {
  return holds_any(plain,
                   {"christmas", "xmas", "boxing day", "new year", "new years", "easter", "good friday"});
}

// One word for several days: those whose note begins with it.
constexpr auto kFeasts = std::to_array<std::string_view>({"christmas", "new year", "easter"});
constexpr std::size_t kMostSpecialDays = 5;

// "on christmas day", "over christmas", "on bank holidays": by the notes of dated exceptions.
void add_special_days(std::string_view plain, const Hours& hours, local_days today, Asked& asked) {
  std::vector<local_days> named;
  std::vector<local_days> meant;
  const bool all = names_all_feasts(plain);
  for (const knowledge::SpecialDay& exception : hours.special) {
    if (exception.note.empty() || local_days(exception.day) < today) continue;
    const std::string note = text::normalise(exception.note).joined();
    const auto is_feast = [&](std::string_view feast) {
      return note.starts_with(feast) && holds(plain, feast);
    };
    if (holds(plain, note)) named.push_back(local_days(exception.day));
    if (all || std::ranges::any_of(kFeasts, is_feast)) meant.push_back(local_days(exception.day));
  }
  std::vector<local_days>& days = named.empty() ? meant : named;
  std::ranges::sort(days);
  if (days.size() > kMostSpecialDays) days.resize(kMostSpecialDays);
  asked.days.insert(asked.days.end(), days.begin(), days.end());
}

Asked asked_in(std::string_view message, const Hours& hours, local_days today) {
  const text::Utterance utterance = text::normalise(message);
  const std::string plain = ' ' + utterance.joined() + ' ';
  Asked asked;
  asked.now = holds_any(plain, {"now", "at the moment", "currently", "still open", "open yet", "right away"});
  asked.next =
      holds_any(plain, {"open next", "next open", "open again", "next opening", "open up next", "you back"});
  add_dates(utterance.words, today, asked);
  if (asked.days.empty()) add_named_days(utterance.words, plain, today, asked);
  add_special_days(plain, hours, today, asked);
  std::ranges::sort(asked.days);
  const auto repeated = std::unique(asked.days.begin(), asked.days.end());
  asked.days.erase(repeated, asked.days.end());
  return asked;
}

}  // namespace

Moment moment_at(sys_seconds now, const knowledge::TimeZone& zone) {
  const local_seconds local((now + zone.offset(now)).time_since_epoch());
  const local_days day = floor<days>(local);
  return {day, static_cast<int>(floor<minutes>(local - day).count())};
}

bool names_a_time(std::string_view message) {
  const std::string plain = ' ' + text::normalise(message).joined() + ' ';
  return names_all_feasts(plain) || names_a_feast(plain) || asked_in(message, {}, local_days(days(0))).any();
}

std::string opening_sentence(std::string_view message, const Hours& hours, Moment now) {
  if (!hours.known) return {};
  const Asked asked = asked_in(message, hours, now.day);
  if (asked.next) {
    const std::string next = next_opening(hours, now, now.day);
    return next.empty() ? std::string() : "We next open " + next + '.';
  }
  if (asked.days.empty()) return asked.now ? about_now(hours, now) : std::string();
  std::string text;
  for (const local_days day : asked.days) text += (text.empty() ? "" : " ") + about_day(hours, day, now);
  return text;
}

}  // namespace faqbot::dialogue

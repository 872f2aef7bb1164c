#include "store/tally.h"

namespace faqbot::store {
namespace {

constexpr std::string_view kAdd =
    "INSERT INTO figure (what, scale, partner, period, label, counted) VALUES ($1, $2, $3, $4, $5, $6)"
    " ON CONFLICT (what, scale, partner, period, label) DO UPDATE SET counted = figure.counted + "
    "excluded.counted";

std::string two_digits(std::int64_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

Day local_day(Time when, std::chrono::minutes utc_offset) {
  return std::chrono::floor<std::chrono::days>(when + utc_offset);
}

std::int64_t number(Day day) {
  return day.time_since_epoch().count();
}

std::int64_t month_number(Day day) {
  const std::chrono::year_month_day date(day);
  return static_cast<int>(date.year()) * std::int64_t{12} + static_cast<unsigned>(date.month()) - 1;
}

void Tally::add_one(const char* what, Day day, const std::string& partner, const std::string& label,
                    std::int64_t times) {
  counts_[{what, "d", partner, number(day), label}] += times;
  counts_[{what, "m", partner, month_number(day), label}] += times;
}

void Tally::add(const char* what, Day day, const std::string& partner, const std::string& label,
                std::int64_t times) {
  add_one(what, day, partner, label, times);
  add_one(what, day, kEverybody, label, times);
}

void Tally::count(const Question& question) {
  const Day day = local_day(question.asked, question.utc_offset);
  const auto into_day = question.asked + question.utc_offset - day;
  add("kind", day, question.partner, std::string(name_of(question.kind)), 1);
  add("hour", day, question.partner,
      two_digits(std::chrono::duration_cast<std::chrono::hours>(into_day).count()), 1);
  add("partner", day, question.partner, question.partner, 1);
  if (question.kind != ReplyKind::kAnswer && question.kind != ReplyKind::kUrgent) return;
  for (const std::string& topic : question.topics) add("topic", day, question.partner, topic, 1);
}

void Tally::count_vote(Day day, const std::string& partner, const std::string& topic, bool is_helpful,
                       std::int64_t times) {
  add(is_helpful ? "helpful" : "unhelpful", day, partner, topic, times);
}

std::optional<Error> Tally::write(Connection& connection) const {
  for (const auto& [key, times] : counts_) {
    if (times == 0) continue;
    const auto& [what, scale, partner, period, label] = key;
    const auto added = connection.query(kAdd, what, scale, partner, period, label, times);
    if (!added) return added.error();
  }
  return std::nullopt;
}

}  // namespace faqbot::store

#include "store/figures.h"

#include <algorithm>
#include <cassert>
#include <charconv>

namespace faqbot::store {
namespace {

using Counts = std::map<std::string, std::int64_t>;

// A range as few rows: whole months where they lie in it, days at its edges.
struct Parts {
  explicit Parts(const DayRange& range) {
    using std::chrono::months;
    using std::chrono::year_month_day;
    const year_month_day begin(range.from);
    auto first = begin.year() / begin.month() / 1;
    if (begin.day() != std::chrono::day(1)) first += months(1);
    const year_month_day end(range.to + std::chrono::days(1));  // the first day behind it
    const auto last = end.year() / end.month() / 1;
    if (Day(first) >= Day(last)) {
      days_from = number(range.from);
      days_to = number(range.to);
      return;
    }
    days_from = number(range.from);
    days_to = number(Day(first)) - 1;
    months_from = month_number(Day(first));
    months_to = month_number(Day(last)) - 1;
    rest_from = number(Day(last));
    rest_to = number(range.to);
  }
  // Empty where to < from.
  std::int64_t days_from = 0, days_to = -1;
  std::int64_t months_from = 0, months_to = -1;
  std::int64_t rest_from = 0, rest_to = -1;
};

constexpr std::string_view kSums =
    "SELECT label, sum(counted) FROM ("
    "SELECT label, counted FROM figure WHERE what = $1 AND scale = 'd' AND partner = $2 AND period BETWEEN "
    "$3 AND $4"
    " UNION ALL SELECT label, counted FROM figure"
    " WHERE what = $1 AND scale = 'm' AND partner = $2 AND period BETWEEN $5 AND $6"
    " UNION ALL SELECT label, counted FROM figure"
    " WHERE what = $1 AND scale = 'd' AND partner = $2 AND period BETWEEN $7 AND $8) AS parts GROUP BY label";
constexpr std::string_view kDays =
    "SELECT period, label, counted FROM figure WHERE what = 'kind' AND scale = 'd' AND partner = $1"
    " AND period BETWEEN $2 AND $3 ORDER BY period";

Result<Counts> sums(Database& database, std::string_view what, const DayRange& range,
                    const std::string& partner) {
  const Parts parts(range);
  const auto rows = database.query(kSums, what, partner, parts.days_from, parts.days_to, parts.months_from,
                                   parts.months_to, parts.rest_from, parts.rest_to);
  if (!rows) return rows.error();
  Counts counts;
  for (const Row& row : *rows)
    if (row.number(1) != 0) counts[row.text(0)] = row.number(1);
  return counts;
}

std::vector<TopicFigure> most_frequent(const Counts& counts, std::size_t most) {
  std::vector<TopicFigure> topics;
  for (const auto& [topic, times] : counts) topics.push_back({topic, times});
  std::ranges::stable_sort(topics, std::ranges::greater(), &TopicFigure::times);
  if (topics.size() > most) topics.resize(most);
  return topics;
}

Result<std::vector<DayFigures>> days_of(Database& database, const DayRange& range,
                                        const std::string& partner) {
  const auto rows = database.query(kDays, partner, number(range.from), number(range.to));
  if (!rows) return rows.error();
  std::vector<DayFigures> days;
  for (const Row& row : *rows) {
    const Day day{std::chrono::days(row.number(0))};
    if (days.empty() || days.back().day != day) days.push_back({day});
    const std::string& kind = row.text(1);
    DayFigures& to = days.back();
    auto& count = kind == "answer"    ? to.answered
                  : kind == "clarify" ? to.clarified
                  : kind == "urgent"  ? to.urgent
                                      : to.unknown;
    count += row.number(2);
  }
  return days;
}

std::array<std::int64_t, 24> by_hour(const Counts& counts) {
  std::array<std::int64_t, 24> hours{};
  for (const auto& [label, times] : counts) {
    std::size_t hour = 0;
    std::from_chars(label.data(), label.data() + label.size(), hour);
    if (hour < hours.size()) hours.at(hour) = times;
  }
  return hours;
}

std::vector<TopicVotes> votes_of(const Counts& helpful, const Counts& unhelpful) {
  std::map<std::string, TopicVotes> votes;
  for (const auto& [topic, times] : helpful) votes[topic].helpful = times;
  for (const auto& [topic, times] : unhelpful) votes[topic].unhelpful = times;
  std::vector<TopicVotes> all;
  for (auto& [topic, vote] : votes) {
    vote.topic = topic;
    all.push_back(vote);
  }
  return all;
}

}  // namespace

Result<FiguresSheet> Figures::sheet(const DayRange& range, const std::optional<std::string>& partner,
                                    std::size_t most_topics) {
  assert(range.from <= range.to);
  const std::string whose = partner.value_or(kEverybody);
  const auto label = [&](std::string_view what) { return sums(database_, what, range, whose); };
  auto days = days_of(database_, range, whose);
  if (!days) return days.error();
  const auto topics = label("topic");
  if (!topics) return topics.error();
  const auto hours = label("hour");
  if (!hours) return hours.error();
  const auto helpful = label("helpful");
  if (!helpful) return helpful.error();
  const auto unhelpful = label("unhelpful");
  if (!unhelpful) return unhelpful.error();
  const auto partners = label("partner");
  if (!partners) return partners.error();
  return FiguresSheet{*std::move(days), most_frequent(*topics, most_topics), votes_of(*helpful, *unhelpful),
                      by_hour(*hours), *partners};
}

Result<std::vector<TopicFigure>> Figures::partner_month(std::string_view partner,
                                                        std::chrono::year_month month) {
  const auto rows = database_.query(
      "SELECT label, counted FROM figure WHERE what = 'topic' AND scale = 'm' AND period = $1 AND partner = "
      "$2"
      " AND counted >= $3 ORDER BY counted DESC, label",
      month_number(Day(month / 1)), partner, kLeastShown);
  if (!rows) return rows.error();
  std::vector<TopicFigure> topics;
  for (const Row& row : *rows) topics.push_back({row.text(0), row.number(1)});
  return topics;
}

}  // namespace faqbot::store

// How much is asked, and what: a page's figures and the same as a table for a spreadsheet.
#include <string>

#include "http/csv_cell.h"
#include "http/desk_json.h"
#include "http/desk_routes.h"
#include "http/problem.h"
#include "knowledge/time_zone.h"

namespace faqbot::http {
namespace {

constexpr std::size_t kMostTopics = 200;
constexpr std::chrono::days kUsualSpan{29};
constexpr std::chrono::days kLongestSpan{3660};

struct Asked {
  store::DayRange range;
  std::optional<std::string> partner;
};

std::optional<Asked> asked_for(const Request& request, store::Day today) {
  Asked asked{{today - kUsualSpan, today}, std::nullopt};
  if (const auto from = request.parameter("from"); from && !from->empty()) {
    const auto day = day_of(*from);
    if (!day) return std::nullopt;
    asked.range.from = *day;
  }
  if (const auto to = request.parameter("to"); to && !to->empty()) {
    const auto day = day_of(*to);
    if (!day) return std::nullopt;
    asked.range.to = *day;
  }
  if (asked.range.to < asked.range.from || asked.range.to - asked.range.from > kLongestSpan)
    return std::nullopt;
  if (const auto partner = request.parameter("partner"); partner && !partner->empty())
    asked.partner = std::string(*partner);
  return asked;
}

// By the clinic's own clock, as questions are counted.
store::Day today(const knowledge::Clinic& clinic, store::Time now) {
  return store::local_day(now, knowledge::clock_offset(clinic, now));
}

constexpr std::string_view kNoRange = "Give from and to as days, such as 2026-11-22, from not after to.";

Json weekdays_of(const store::FiguresSheet& sheet) {
  std::array<std::int64_t, 7> counts{};
  for (const store::DayFigures& day : sheet.days) {
    const unsigned weekday = std::chrono::weekday(day.day).iso_encoding() - 1;  // Monday first
    counts.at(weekday) += day.answered + day.clarified + day.unknown + day.urgent;
  }
  return counts;
}

}  // namespace

Response DeskRoutes::figures(const Call& call) {
  const auto asked = asked_for(call.request, today(parts_.engine.current()->knowledge().clinic, call.now));
  if (!asked) return problem(400, kNoRange);
  const auto sheet = parts_.records.figures().sheet(asked->range, asked->partner, kMostTopics);
  if (!sheet) return failed(sheet.error());
  const auto serving = parts_.engine.current();
  std::map<std::string, store::TopicVotes> votes;
  for (const store::TopicVotes& vote : sheet->votes) votes[vote.topic] = vote;
  Json days = Json::array();
  store::DayFigures total{};
  for (const store::DayFigures& day : sheet->days) {
    days.push_back({{"day", iso(day.day)},
                    {"answer", day.answered},
                    {"clarify", day.clarified},
                    {"unknown", day.unknown},
                    {"urgent", day.urgent}});
    total.answered += day.answered;
    total.clarified += day.clarified;
    total.unknown += day.unknown;
    total.urgent += day.urgent;
  }
  Json topics = Json::array();
  for (const store::TopicFigure& topic : sheet->topics) {
    Json one = link_of(serving->knowledge(), topic.topic);
    one["times"] = topic.times;
    one["helpful"] = votes[topic.topic].helpful;
    one["unhelpful"] = votes[topic.topic].unhelpful;
    topics.push_back(std::move(one));
  }
  Json partners = Json::array();
  for (const auto& [partner, times] : sheet->partners)
    partners.push_back({{"partner", partner}, {"times", times}});
  return say({{"from", iso(asked->range.from)},
              {"to", iso(asked->range.to)},
              {"days", std::move(days)},
              {"topics", std::move(topics)},
              {"hours", sheet->hours},
              {"weekdays", weekdays_of(*sheet)},
              {"partners", std::move(partners)},
              {"total",
               {{"answer", total.answered},
                {"clarify", total.clarified},
                {"unknown", total.unknown},
                {"urgent", total.urgent}}}});
}

Response DeskRoutes::figures_csv(const Call& call) {
  const auto asked = asked_for(call.request, today(parts_.engine.current()->knowledge().clinic, call.now));
  if (!asked) return problem(400, kNoRange);
  const auto sheet = parts_.records.figures().sheet(asked->range, asked->partner, kMostTopics);
  if (!sheet) return failed(sheet.error());
  std::string csv = "what,name,answered,clarified,unknown,urgent,times\r\n";
  for (const store::DayFigures& day : sheet->days)
    csv += "day," + iso(day.day) + ',' + std::to_string(day.answered) + ',' + std::to_string(day.clarified) +
           ',' + std::to_string(day.unknown) + ',' + std::to_string(day.urgent) + ",\r\n";
  for (const store::TopicFigure& topic : sheet->topics)
    csv += "topic," + csv_cell(topic.topic) + ",,,,," + std::to_string(topic.times) + "\r\n";
  for (std::size_t hour = 0; hour < sheet->hours.size(); ++hour)
    csv += "hour," + std::to_string(hour) + ",,,,," + std::to_string(sheet->hours.at(hour)) + "\r\n";
  for (const auto& [partner, times] : sheet->partners)
    csv += "partner," + csv_cell(partner) + ",,,,," + std::to_string(times) + "\r\n";
  Response response;
  response.type = "text/csv; charset=utf-8";
  response.body = std::move(csv);
  response.set("Content-Disposition", "attachment; filename=\"faqbot-" + iso(asked->range.from) + "-" +
                                          iso(asked->range.to) + ".csv\"");
  response.set("Cache-Control", "no-store");
  return response;
}

}  // namespace faqbot::http

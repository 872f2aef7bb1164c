#include "http/partner_routes.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <stdexcept>
#include <utility>

#include "desk/session.h"
#include "http/assets.h"
#include "http/csv_cell.h"
#include "http/path_pattern.h"
#include "http/problem.h"
#include "knowledge/time_zone.h"

namespace faqbot::http {
namespace {

using Json = nlohmann::json;
using std::chrono::months;
using std::chrono::year_month;

constexpr int kMonthsShown = 12;
constexpr std::chrono::seconds kTryAgain{5};
constexpr auto kMonthNames =
    std::to_array<std::string_view>({"January", "February", "March", "April", "May", "June", "July", "August",
                                     "September", "October", "November", "December"});

Template embedded() {
  const Asset* const asset = find_asset("templates/partner.html");
  if (asset == nullptr) throw std::logic_error("the page template partner.html is not in the program");
  auto parsed = Template::parse(asset->bytes);
  if (!parsed) throw std::logic_error("partner.html: " + parsed.error().message);
  return *std::move(parsed);
}

year_month month_at(const knowledge::Clinic& clinic, std::chrono::system_clock::time_point now) {
  const auto day = std::chrono::floor<std::chrono::days>(now + knowledge::clock_offset(clinic, now));
  const std::chrono::year_month_day date(day);
  return date.year() / date.month();
}

// "2026-10"
std::string number_of(year_month month) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u", static_cast<int>(month.year()),
                static_cast<unsigned>(month.month()));
  return text.data();
}

std::string name_of(year_month month) {
  return std::string(kMonthNames[static_cast<unsigned>(month.month()) - 1]) + ' ' +
         std::to_string(static_cast<int>(month.year()));
}

// One of those that the page leads to; the last whole one where nothing else is asked for.
year_month chosen(const Request& request, year_month now) {
  const auto wanted = request.parameter("month").value_or("");
  for (int back = 0; back < kMonthsShown; ++back)
    if (number_of(now - months(back)) == wanted) return now - months(back);
  return now - months(1);
}

std::string title_of(const knowledge::Knowledge& knowledge, const std::string& topic) {
  const knowledge::Topic* const found = knowledge.find(topic);
  return found == nullptr ? topic : found->title;
}

bool is_about_something(const store::TopicFigure& figure) {
  return !figure.topic.starts_with("chat/");
}

std::string at_least(const PartnerMonth& shown, std::int64_t times) {
  return std::to_string(times) + (shown.is_running ? "+" : "");
}

Response csv_of(const knowledge::Knowledge& knowledge, const knowledge::Partner& partner,
                const PartnerMonth& shown) {
  std::string csv = "month,topic,title,times\r\n";
  for (const store::TopicFigure& topic : shown.topics)
    csv += number_of(shown.month) + ',' + csv_cell(topic.topic) + ',' +
           csv_cell(title_of(knowledge, topic.topic)) + ',' + at_least(shown, topic.times) + "\r\n";
  Response response;
  response.type = "text/csv; charset=utf-8";
  response.body = std::move(csv);
  response.set("Content-Disposition",
               "attachment; filename=\"" + partner.id + "-" + number_of(shown.month) + ".csv\"");
  return response;
}

const knowledge::Partner* partner_named(const knowledge::Knowledge& knowledge, const std::string& id) {
  const auto at = std::ranges::find(knowledge.partners, id, &knowledge::Partner::id);
  return at == knowledge.partners.end() ? nullptr : &*at;
}

Response failed_for_now(const Error& error) {
  spdlog::error("the store failed: {}", error.message);
  return problem_for_now(503, "The figures cannot be read just now; please try again.", kTryAgain);
}

}  // namespace

PartnerMonth partner_month(std::vector<store::TopicFigure> topics, year_month month, year_month now) {
  PartnerMonth shown{month, month == now, {}};
  for (store::TopicFigure& topic : topics) {
    if (!is_about_something(topic)) continue;
    if (shown.is_running) topic.times -= topic.times % store::kLeastShown;
    if (topic.times >= store::kLeastShown) shown.topics.push_back(std::move(topic));
  }
  std::ranges::stable_sort(shown.topics, std::ranges::greater(), &store::TopicFigure::times);
  return shown;
}

PartnerRoutes::PartnerRoutes(store::Records& records) : records_(records), page_(embedded()) {}

std::optional<Response> PartnerRoutes::answer(const Engine& engine, const Request& request) const {
  const bool is_table = request.path.ends_with("/figures.csv");
  const auto parts = match_path(is_table ? "/partner/{key}/figures.csv" : "/partner/{key}", request.path);
  if (!parts) return std::nullopt;
  const auto id = records_.partner_links().partner_of(desk::hash_of_token(parts->front()));
  if (!id) return failed_for_now(id.error());
  const knowledge::Knowledge& knowledge = engine.knowledge();
  const knowledge::Partner* const partner = *id ? partner_named(knowledge, **id) : nullptr;
  if (partner == nullptr) return std::nullopt;
  const year_month now = month_at(knowledge.clinic, std::chrono::system_clock::now());
  const year_month month = chosen(request, now);
  auto topics = records_.figures().partner_month(partner->id, month);
  if (!topics) return failed_for_now(topics.error());
  const PartnerMonth shown = partner_month(*std::move(topics), month, now);
  Response response =
      is_table ? csv_of(knowledge, *partner, shown) : page(engine, *partner, parts->front(), shown, now);
  response.set("Cache-Control", "no-store");
  return response;
}

Response PartnerRoutes::page(const Engine& engine, const knowledge::Partner& partner, std::string_view key,
                             const PartnerMonth& shown, year_month now) const {
  const std::string address = std::string(kPath) + std::string(key);
  Json all = Json::array();
  for (int back = 0; back < kMonthsShown; ++back) {
    const year_month month = now - months(back);
    all.push_back({{"address", address + "?month=" + number_of(month)},
                   {"name", name_of(month) + (back == 0 ? " so far" : "")},
                   {"chosen", month == shown.month}});
  }
  Json topics = Json::array();
  for (const store::TopicFigure& topic : shown.topics) {
    const auto share = 100 * topic.times / shown.topics.front().times;
    topics.push_back({{"title", title_of(engine.knowledge(), topic.topic)},
                      {"times", at_least(shown, topic.times)},
                      {"share", std::to_string(share)}});
  }
  const Json data = {{"clinic", engine.knowledge().clinic.name},
                     {"partner", partner.name},
                     {"month", name_of(shown.month)},
                     {"running", shown.is_running},
                     {"least", std::to_string(store::kLeastShown)},
                     {"months", std::move(all)},
                     {"empty", topics.empty()},
                     {"topics", std::move(topics)},
                     {"csv", address + "/figures.csv?month=" + number_of(shown.month)}};
  Response response;
  response.type = "text/html; charset=utf-8";
  response.body = page_.render(data);
  return response;
}

}  // namespace faqbot::http

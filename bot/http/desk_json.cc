#include "http/desk_json.h"

#include <spdlog/spdlog.h>

#include <charconv>
#include <iomanip>
#include <sstream>

#include "http/problem.h"
#include "http/template.h"
#include "knowledge/render.h"

namespace faqbot::http {
namespace {

std::string html_of(const std::vector<desk::Paragraph>& paragraphs) {
  std::string html;
  for (const desk::Paragraph& paragraph : paragraphs) {
    std::string text = escaped(paragraph.text);
    for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n', at))
      text.replace(at, 1, "<br>");
    html += paragraph.is_gap ? "<p><mark>" + text + "</mark></p>" : "<p>" + text + "</p>";
  }
  return html;
}

std::string first_characters(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end)) + "…";
}

}  // namespace

Json iso(store::Time time) {
  if (time == store::Time{}) return nullptr;
  const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
  const auto day = std::chrono::floor<std::chrono::days>(seconds);
  const std::chrono::hh_mm_ss clock(seconds - day);
  std::ostringstream text;
  text << iso(day) << 'T' << std::setfill('0') << std::setw(2) << clock.hours().count() << ':' << std::setw(2)
       << clock.minutes().count() << ':' << std::setw(2) << clock.seconds().count() << 'Z';
  return text.str();
}

std::string iso(store::Day day) {
  const std::chrono::year_month_day date(day);
  std::ostringstream text;
  text << std::setfill('0') << std::setw(4) << static_cast<int>(date.year()) << '-' << std::setw(2)
       << static_cast<unsigned>(date.month()) << '-' << std::setw(2) << static_cast<unsigned>(date.day());
  return text.str();
}

Json link_of(const knowledge::Knowledge& knowledge, std::string_view topic) {
  const knowledge::Topic* const found = knowledge.find(topic);
  return {{"topic", topic}, {"title", found == nullptr ? std::string(topic) : found->title}};
}

Json match_of(const knowledge::Knowledge& knowledge, const knowledge::Topic& topic, double confidence) {
  const knowledge::Clinic& clinic = knowledge.clinic;
  const knowledge::Rendered answer = knowledge::render(topic, clinic);
  Json sources = Json::array();
  for (const std::string& id : topic.sources) {
    const auto source = knowledge.sources.find(id);
    if (source != knowledge.sources.end())
      sources.push_back({{"title", source->second.title}, {"url", source->second.url}});
  }
  return {{"topic", topic.id},
          {"title", topic.title},
          {"short", answer.short_text},
          {"text", answer.text},
          {"html", answer.html},
          {"confidence", confidence},
          {"staff",
           {{"phone", knowledge::staff_text(topic.staff.phone, clinic)},
            {"email", knowledge::staff_text(topic.staff.email, clinic)},
            {"hint", knowledge::staff_text(topic.staff.hint, clinic)}}},
          {"sources", std::move(sources)},
          {"reviewed", topic.reviewed}};
}

std::optional<store::Day> day_of(std::string_view text) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto read = [](std::string_view digits, auto& to) {
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), to);
    return result.ec == std::errc() && result.ptr == digits.data() + digits.size();
  };
  if (!read(text.substr(0, 4), year) || !read(text.substr(5, 2), month) || !read(text.substr(8, 2), day))
    return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  if (!date.ok()) return std::nullopt;
  return store::Day(date);
}

Json urgent_of(const knowledge::Knowledge& knowledge, std::span<const RankedTopic> found) {
  Json urgent = Json::array();
  for (const RankedTopic& one : found) {
    const knowledge::Topic* const topic =
        one.topic.starts_with("safety/") ? knowledge.find(one.topic) : nullptr;
    if (topic == nullptr) continue;
    const std::string phone = knowledge::staff_text(topic->staff.phone, knowledge.clinic);
    urgent.push_back({{"topic", topic->id},
                      {"title", topic->title},
                      {"say", phone.empty() ? knowledge::render(*topic, knowledge.clinic).text : phone}});
  }
  return urgent;
}

Json letter_of(const knowledge::Knowledge& knowledge, const desk::LetterReply& reply) {
  Json questions = Json::array();
  for (const LetterQuestion& question : reply.questions) {
    Json one = {{"text", question.text}, {"topic", nullptr}, {"title", nullptr}};
    if (!question.topic.empty()) {
      one["topic"] = question.topic;
      one["title"] = link_of(knowledge, question.topic)["title"];
    }
    questions.push_back(std::move(one));
  }
  return {{"greeting_name", reply.writer},
          {"questions", std::move(questions)},
          {"draft", desk::text_of(reply)},
          {"draft_html", html_of(reply.paragraphs)},
          {"unanswered", reply.unanswered}};
}

Json readability_of(const desk::Readability& ease) {
  Json hard = Json::array();
  for (const desk::HardSentence& sentence : ease.hard)
    hard.push_back({{"text", sentence.text},
                    {"words", sentence.words},
                    {"grade", sentence.grade},
                    {"is_long", sentence.is_long},
                    {"is_hard", sentence.is_hard}});
  return {{"grade", ease.grade}, {"words", ease.words}, {"hard", std::move(hard)}};
}

Json told_of(const desk::Told& told) {
  return {{"kind", told.kind}, {"topics", told.topics}, {"titles", told.titles}, {"text", told.text}};
}

Json problems_of(std::span<const knowledge::Problem> problems) {
  Json all = Json::array();
  for (const knowledge::Problem& problem : problems)
    all.push_back(
        {{"file", problem.place.file},
         {"line", problem.place.line},
         {"what", problem.what},
         {"severity", problem.severity == knowledge::Problem::Severity::kError ? "error" : "warning"}});
  return all;
}

Json review_of(const desk::Refused& looked) {
  Json stale = Json::array();
  for (const desk::Stale& file : looked.stale) {
    Json one = {{"file", file.file}, {"now", nullptr}, {"seal", ""}};
    if (file.now) {
      one["now"] = *file.now;
      one["seal"] = desk::seal_of(*file.now);
    }
    stale.push_back(std::move(one));
  }
  Json changed = Json::array();
  for (const desk::Difference& difference : looked.review.changed)
    changed.push_back({{"message", difference.message},
                       {"before", told_of(difference.before)},
                       {"after", told_of(difference.after)}});
  Json broken = Json::array();
  for (const desk::Broken& test : looked.review.broken)
    broken.push_back(
        {{"message", test.message}, {"expected", test.expected}, {"after", told_of(test.after)}});
  return {{"problems", problems_of(looked.review.problems)},
          {"stale", std::move(stale)},
          {"changed", std::move(changed)},
          {"broken", std::move(broken)},
          {"may_be_published", looked.stale.empty() && looked.review.may_be_published()}};
}

Json row_of(const store::InboxItem& item) {
  return {
      {"reference", item.reference}, {"received", iso(item.received)}, {"name", item.name},
      {"contact", item.contact},     {"message", item.beginning},      {"state", store::name_of(item.state)},
      {"taken_by", item.taken_by},   {"version", item.version},        {"partner", item.partner}};
}

Json row_of(const store::Case& enquiry) {
  constexpr std::size_t kBeginning = 280;
  const store::Enquiry& sent = enquiry.kept.enquiry;
  return {{"reference", enquiry.kept.reference},
          {"received", iso(sent.received)},
          {"name", sent.name},
          {"contact", sent.contact},
          {"message", first_characters(sent.message, kBeginning)},
          {"state", store::name_of(enquiry.state)},
          {"taken_by", enquiry.taken_by},
          {"version", enquiry.version},
          {"partner", sent.partner}};
}

Response say(const Json& body, int status) {
  Response response;
  response.status = status;
  response.type = "application/json";
  response.body = body.dump(-1, ' ', false, Json::error_handler_t::replace);
  response.set("Cache-Control", "no-store");
  return response;
}

Response done() {
  Response response;
  response.status = 204;
  response.set("Cache-Control", "no-store");
  return response;
}

Response failed(const Error& error) {
  spdlog::error("front desk: {}", error.message);
  return problem_for_now(503, "It could not be done just now; please try again. The service's log says why.",
                         std::chrono::seconds(5));
}

}  // namespace faqbot::http

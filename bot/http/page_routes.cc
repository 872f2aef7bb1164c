#include "http/page_routes.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "http/assets.h"
#include "http/form_body.h"
#include "http/token.h"
#include "text/utf8.h"

namespace faqbot::http {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostSearchedCharacters = 200;
// While the knowledge is still being read.
constexpr std::string_view kNoName = "Questions and answers";

Template embedded(const std::string& name) {
  const Asset* const asset = find_asset("templates/" + name + ".html");
  if (asset == nullptr) throw std::logic_error("the page template " + name + ".html is not in the program");
  auto parsed = Template::parse(asset->bytes);
  if (!parsed) throw std::logic_error(name + ".html: " + parsed.error().message);
  return *std::move(parsed);
}

Response page(int status, std::string html, std::string_view caching) {
  Response response;
  response.status = status;
  response.type = "text/html; charset=utf-8";
  response.body = std::move(html);
  response.set("Cache-Control", std::string(caching));
  return response;
}

std::string counted(std::size_t answers) {
  if (answers == 0) return "No answers";
  return answers == 1 ? "1 answer" : std::to_string(answers) + " answers";
}

// What came from outside and goes into the page again: text, and no more of it than we would take.
std::string kept(std::string_view text, std::size_t most_bytes) {
  return text.size() <= most_bytes && text::is_valid_utf8(text) ? std::string(text) : std::string();
}

Json form_view(const Engine& engine, const AskBody& typed) {
  return {{"clinic", engine.knowledge().clinic.name},
          {"partner", kept(typed.partner, kMostIdBytes)},
          {"conversation", kept(typed.conversation, Sealer::kMostBytes)},
          {"draft", ""},
          {"error", ""},
          {"question", ""},
          {"reply", false}};
}

std::string question_of(const Engine& engine, const AskBody& asked) {
  if (!asked.message.empty()) return asked.message;
  if (asked.choice == "none") return "None of these";
  const auto* const topic = engine.knowledge().find(asked.choice);
  return topic == nullptr ? std::string() : topic->title;
}

bool is_host_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == ':' || c == '[' || c == ']';
}

}  // namespace

Pages::Pages()
    : faq_(embedded("faq")),
      topic_(embedded("topic")),
      ask_(embedded("ask")),
      message_(embedded("message")) {}

Response Pages::faq(const Serving& engine, std::string_view site, std::string_view query) const {
  const auto shown = content(engine);
  const bool is_search = query.find_first_not_of(" \t\r\n") != std::string_view::npos;
  std::vector<std::string> hits;
  if (is_search && text::length(query) <= kMostSearchedCharacters) hits = found(*engine, *shown, query);
  const auto& ids = is_search ? hits : shown->listed();
  const Json data = {{"clinic", engine->knowledge().clinic.name},
                     {"canonical", std::string(site) + "/faq"},
                     {"jsonld", is_search ? std::string() : shown->structured(ids, site)},
                     {"query", is_search ? std::string(query) : std::string()},
                     {"query_encoded", query_encoded(query)},
                     {"count", counted(ids.size())},
                     {"empty", is_search && ids.empty()},
                     {"contents", !is_search},
                     {"groups", shown->groups(ids)}};
  return page(200, faq_.render(data), is_search ? "no-store" : "no-cache");
}

std::optional<Response> Pages::topic(const Serving& engine, std::string_view site,
                                     std::string_view id) const {
  const auto shown = content(engine);
  const Json* const topic = shown->find(id);
  if (topic == nullptr) return std::nullopt;
  Json data = *topic;
  data["clinic"] = engine->knowledge().clinic.name;
  data["canonical"] = std::string(site) + topic->at("path").get<std::string>();
  const std::array<std::string, 1> ids = {std::string(id)};
  data["jsonld"] = shown->structured(ids, site);
  return page(200, topic_.render(data), "no-cache");
}

Response Pages::form(const Engine& engine, const AskBody& typed, int status, std::string_view error) const {
  Json data = form_view(engine, typed);
  data["draft"] = kept(typed.message, 4 * kMostMessageCharacters);
  data["error"] = error;
  return page(status, ask_.render(data), "no-store");
}

Response Pages::reply(const Engine& engine, const AskBody& asked, const Reply& reply,
                      std::string_view conversation) const {
  Json data = form_view(engine, asked);
  data["conversation"] = conversation;
  data["question"] = question_of(engine, asked);
  data["reply"] = reply_view(reply);
  return page(200, ask_.render(data), "no-store");
}

Response Pages::message(const Engine* engine, int status, std::string_view title,
                        std::string_view text) const {
  const Json data = {{"clinic", engine == nullptr ? std::string(kNoName) : engine->knowledge().clinic.name},
                     {"status", status},
                     {"title", title},
                     {"text", text}};
  return page(status, message_.render(data), "no-store");
}

// A reload brings another engine, midnight another day of review.
std::shared_ptr<const PageContent> Pages::content(const Serving& engine) const {
  const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  const std::lock_guard lock(mutex_);
  if (cached_.engine != engine || cached_.day != today)
    cached_ = {engine, today,
               std::make_shared<const PageContent>(engine->knowledge(), std::chrono::year_month_day(today))};
  return cached_.content;
}

std::string site_of(const Request& request, bool is_proxied) {
  const auto host = request.field("host");
  if (host.empty() || !std::all_of(host.begin(), host.end(), is_host_character)) return {};
  const bool is_secure = is_proxied && equal_ignoring_case(request.field("x-forwarded-proto"), "https");
  return (is_secure ? "https://" : "http://") + std::string(host);
}

}  // namespace faqbot::http

#include "http/routes.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <exception>
#include <memory>
#include <optional>
#include <utility>
#include <variant>

#include "http/assets.h"
#include "http/codec.h"
#include "http/embed_check.h"
#include "http/flat_json.h"
#include "http/form_body.h"
#include "http/problem.h"
#include "http/security_headers.h"
#include "text/utf8.h"

namespace faqbot::http {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::size_t kMostSuggestions = 5;
constexpr std::size_t kMostTypedCharacters = 200;
constexpr std::chrono::seconds kStartingUp{1};

constexpr std::string_view kNotFoundPage =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Page not found</title>"
    "<h1>There is no page here</h1><p><a href=\"/\">Ask your question from the start page.</a></p></html>";
constexpr std::string_view kFaultPage =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Something went wrong</title>"
    "<h1>Something went wrong on our side</h1><p>Please try again in a moment.</p></html>";

Response json(std::string body) {
  Response response;
  response.type = "application/json";
  response.body = std::move(body);
  response.set("Cache-Control", "no-store");
  return response;
}

Response plain(int status, std::string body) {
  Response response;
  response.status = status;
  response.type = "text/plain; charset=utf-8";
  response.body = std::move(body);
  response.set("Cache-Control", "no-store");
  return response;
}

// The build's page of that name, or one that needs no build.
Response page(int status, std::string_view file, std::string_view plainest) {
  const Asset* const asset = find_asset(file);
  Response response = plain(status, std::string(asset == nullptr ? plainest : asset->bytes));
  response.type = "text/html; charset=utf-8";
  return response;
}

Response starting_up() {
  return problem_for_now(503, "The service is starting; it answers in a moment.", kStartingUp);
}

bool is_of_type(std::string_view content_type, std::string_view wanted) {
  return equal_ignoring_case(content_type.substr(0, content_type.find_first_of("; \t")), wanted);
}

constexpr std::string_view kTopicPages = "/faq/";

bool is_for_a_reader(const Request& request) {
  return !request.path.starts_with("/api/") &&
         request.field("accept").find("text/html") != std::string_view::npos;
}

bool allows(std::string_view methods, std::string_view method) {
  const auto items = list_items(methods);
  return std::find(items.begin(), items.end(), method) != items.end();
}

}  // namespace

struct Routes::Route {
  std::string_view path;
  std::string_view methods;
  Response (Routes::*answer)(const Request&);
  double cost;  // of the visitor's bucket; 0: not limited
};

std::span<const Routes::Route> Routes::table() {
  static constexpr std::array<Route, 14> kTable = {{
      {"/api/ask", "POST, OPTIONS", &Routes::ask, 1.0},
      {"/api/feedback", "POST, OPTIONS", &Routes::feedback, 1.0},
      // Each waits for the disk, and somebody reads it.
      {"/api/enquiries", "POST, OPTIONS", &Routes::enquiries, 5.0},
      // One for each key pressed.
      {"/api/suggest", "GET, HEAD, OPTIONS", &Routes::suggest, 0.2},
      {"/api/widget", "GET, HEAD, OPTIONS", &Routes::widget, 0.2},
      {"/faq", "GET, HEAD", &Routes::faq, 0.5},
      {"/faq/{group}/{name}", "GET, HEAD", &Routes::topic, 0.2},
      {"/ask", "GET, HEAD, POST", &Routes::ask_page,
       0.0},  // a question costs as much as /api/ask; the form nothing
      {"/embed-check", "GET, HEAD", &Routes::embed_check, 0.2},
      {"/partner/{key}", "GET, HEAD", &Routes::partner, 1.0},
      {"/partner/{key}/figures.csv", "GET, HEAD", &Routes::partner, 1.0},
      {"/healthz", "GET, HEAD", &Routes::healthz, 0.0},
      {"/readyz", "GET, HEAD", &Routes::readyz, 0.0},
      {"/metrics", "GET, HEAD", &Routes::metrics, 0.0},
  }};
  return kTable;
}

const Routes::Route* Routes::find(std::string_view path) {
  const auto routes = table();
  if (path.starts_with(kTopicPages)) path = "/faq/{group}/{name}";
  if (path.starts_with(PartnerRoutes::kPath))
    path = path.ends_with("/figures.csv") ? "/partner/{key}/figures.csv" : "/partner/{key}";
  const auto at =
      std::find_if(routes.begin(), routes.end(), [&](const Route& route) { return route.path == path; });
  return at == routes.end() ? nullptr : &*at;
}

std::vector<Routes::Address> Routes::addresses() {
  std::vector<Address> all;
  for (const Route& route : table()) all.push_back({route.path, route.methods});
  return all;
}

Routes::Routes(RouteOptions options)
    : options_(std::move(options)), sealer_(options_.keys), rate_limit_(options_.rate) {}

void Routes::serve(const LiveEngine& engine) {
  live_.store(&engine, std::memory_order_release);
}

Response Routes::handle(const Request& request) {
  Response response = guarded(request);
  add_security_headers(request.path, response);
  metrics_.count_response(response.status);
  return response;
}

// A fault of ours is logged, without the visitor's words, and said in the way that the client reads best.
Response Routes::guarded(const Request& request) {
  try {
    return dispatch(request);
  } catch (const std::exception& error) {
    spdlog::error("{} {}: {}", request.method, request.path, error.what());
  }
  if (is_for_a_reader(request)) return page(500, "500.html", kFaultPage);
  return problem(500, "Something went wrong here. Please try again.");
}

// Guessing at passwords costs more than anything else here.
Response Routes::desk(const Request& request) {
  constexpr double kGuess = 5.0;
  constexpr double kLook = 0.2;
  DeskRoutes* const open = desk_.load(std::memory_order_acquire);
  if (open == nullptr) return for_reader(request, starting_up());
  const bool is_guess = request.method == "POST" && request.path == "/api/desk/sign-in";
  if (auto refused = over_limit(request, is_guess ? kGuess : kLook))
    return for_reader(request, *std::move(refused));
  return open->handle(request);
}

Response Routes::dispatch(const Request& request) {
  if (DeskRoutes::owns(request.path)) return desk(request);
  const Route* const route = find(request.path);
  if (route == nullptr && !is_for_other_sites(request.path)) return file(request);
  const auto serving = engine();
  if (route != nullptr && request.method == "OPTIONS" && allows(route->methods, "OPTIONS"))
    return preflight(request, origins(serving.get()), route->methods);
  Response response = route == nullptr ? file(request) : run(*route, request);
  if (is_for_other_sites(request.path)) allow_reading(request, origins(serving.get()), response);
  return response;
}

Response Routes::run(const Route& route, const Request& request) {
  if (!allows(route.methods, request.method)) return method_not_allowed(route.methods);
  if (auto refused = over_limit(request, route.cost)) return for_reader(request, *std::move(refused));
  return (this->*route.answer)(request);
}

Response Routes::ask(const Request& request) {
  const auto serving = engine();
  if (!serving) return starting_up();
  if (!is_json(request.field("content-type")))
    return problem(415, "Send the body with Content-Type: application/json.");
  auto decoded = decode_ask(request.body);
  if (const auto* refused = std::get_if<Refusal>(&decoded)) return problem(*refused);
  const auto begun = Steady::now();
  const Turned turned = turn(*serving, std::get<AskBody>(std::move(decoded)));
  Response response = json(encode(turned.reply, turned.conversation));
  metrics_.count_reply(turned.reply.kind, Steady::now() - begun);
  return response;
}

Routes::Turned Routes::turn(const Engine& serving, AskBody body) {
  const auto now = std::chrono::system_clock::now();
  Turn turn;
  turn.conversation = sealer_.open(body.conversation, now).value_or(new_conversation());
  turn.message = std::move(body.message);
  turn.choice = std::move(body.choice);
  turn.partner = std::move(body.partner);
  turn.now = std::chrono::floor<std::chrono::seconds>(now);
  Outcome outcome = serving.answer(turn);
  record(serving, turn, outcome);
  return {std::move(outcome.reply), sealer_.seal(outcome.conversation, now)};
}

Response Routes::suggest(const Request& request) {
  const auto serving = engine();
  if (!serving) return starting_up();
  const auto typed = request.parameter("q");
  if (!typed) return problem(400, "Name what was typed: /api/suggest?q=…");
  if (!text::is_valid_utf8(*typed)) return problem(400, "q is not UTF-8.");
  if (text::length(*typed) > kMostTypedCharacters) return json(encode_suggestions({}));
  const auto partner = request.parameter("partner").value_or("");
  return json(encode_suggestions(serving->suggest(*typed, kMostSuggestions, partner)));
}

Response Routes::widget(const Request& request) {
  const auto serving = engine();
  if (!serving) return starting_up();
  return json(encode_widget(serving->knowledge(), request.parameter("partner").value_or("")));
}

Response Routes::faq(const Request& request) {
  const auto serving = engine();
  if (!serving) return for_reader(request, starting_up());
  const auto query = request.parameter("q").value_or("");
  if (!text::is_valid_utf8(query)) return for_reader(request, problem(400, "q is not UTF-8."));
  return pages_.faq(serving, site(request), query);
}

Response Routes::topic(const Request& request) {
  const auto serving = engine();
  if (!serving) return for_reader(request, starting_up());
  auto page = pages_.topic(serving, site(request), request.path.substr(kTopicPages.size()));
  return page ? *std::move(page) : not_found(request);
}

Response Routes::ask_page(const Request& request) {
  const auto serving = engine();
  if (!serving) return for_reader(request, starting_up());
  if (request.method == "POST") return reply_page(*serving, request);
  AskBody draft;
  draft.message = request.parameter("q").value_or("");
  draft.partner = request.parameter("partner").value_or("");
  return pages_.form(*serving, draft);
}

Response Routes::reply_page(const Engine& serving, const Request& request) {
  if (!is_of_type(request.field("content-type"), "application/x-www-form-urlencoded"))
    return for_reader(request,
                      problem(415, "Send the body with Content-Type: application/x-www-form-urlencoded."));
  AskBody typed = decode_ask_form(request.body);
  if (const auto refused = over_limit(request, 1.0)) {
    Response page = pages_.form(serving, typed, refused->status,
                                "Too many questions at once. Please try again in a moment.");
    for (const auto& [name, value] : refused->fields)
      if (name == "Retry-After") page.set(name, value);
    return page;
  }
  auto accepted = checked(typed);
  if (const auto* refused = std::get_if<Refusal>(&accepted))
    return pages_.form(serving, typed, refused->status, refused->why);
  const auto begun = Steady::now();
  const Turned turned = turn(serving, std::get<AskBody>(std::move(accepted)));
  Response page = pages_.reply(serving, typed, turned.reply, turned.conversation);
  metrics_.count_reply(turned.reply.kind, Steady::now() - begun);
  return page;
}

Response Routes::embed_check(const Request& request) {
  const auto origin = request.parameter("origin");
  if (is_for_a_reader(request)) {
    Response page = file(request);
    page.set("Vary", "Accept");
    return page;
  }
  const auto serving = engine();
  if (!serving) return starting_up();
  const auto partner = request.parameter("partner").value_or("");
  if (!text::is_valid_utf8(origin.value_or("")) || !text::is_valid_utf8(partner))
    return problem(400, "The query is not UTF-8.");
  Response response =
      json(encode(embed_faults(origin.value_or(""), partner, request.field("host"), origins(serving.get()))));
  response.set("Vary", "Accept");
  return response;
}

Response Routes::partner(const Request& request) {
  const auto serving = engine();
  const PartnerRoutes* const partners = partners_.load(std::memory_order_acquire);
  if (!serving || partners == nullptr) return for_reader(request, starting_up());
  auto answer = partners->answer(*serving, request);
  return answer ? *std::move(answer) : not_found(request);
}

// A refusal as the client reads it best.
Response Routes::for_reader(const Request& request, Response refused) const {
  if (!is_for_a_reader(request)) return refused;
  const auto serving = engine();
  Response page =
      refused.status < 500 && refused.status != 429
          ? pages_.message(serving.get(), refused.status, "This did not work",
                           "The address or the form is not as it should be.")
          : pages_.message(serving.get(), refused.status, "Not just now", "Please try again in a moment.");
  for (auto& [name, value] : refused.fields)
    if (name == "Retry-After") page.set(name, value);
  return page;
}

std::string Routes::site(const Request& request) const {
  return site_of(request, any_holds(options_.trusted_proxies, request.peer));
}

Response Routes::healthz(const Request& /*request*/) {
  return plain(200, "alive\n");
}

Response Routes::readyz(const Request& /*request*/) {
  if (retired_) return problem_for_now(503, "The service is stopping.", kStartingUp);
  return engine() ? plain(200, "ready\n") : starting_up();
}

Response Routes::metrics(const Request& /*request*/) {
  const auto serving = engine();
  Response response = plain(200, metrics_.text(counts_ ? counts_() : ConnectionCounts{},
                                               serving ? serving->knowledge().version : std::string_view(),
                                               recorder_ ? recorder_->counts() : store::Recorder::Counts{}));
  response.type = "text/plain; version=0.0.4; charset=utf-8";
  return response;
}

Response Routes::file(const Request& request) {
  const Asset* const asset = find_asset(request.path);
  if (asset == nullptr) return not_found(request);
  if (request.method != "GET" && request.method != "HEAD") return method_not_allowed("GET, HEAD");
  return serve_asset(request, *asset);
}

Response Routes::not_found(const Request& request) {
  if (!is_for_a_reader(request))
    return problem(404, "There is nothing at this address; /openapi.json lists what there is.");
  return page(404, "404.html", kNotFoundPage);
}

std::optional<Response> Routes::over_limit(const Request& request, double cost) {
  if (cost <= 0.0) return std::nullopt;
  const auto client =
      visitor(request.peer, request.joined_field("x-forwarded-for"), options_.trusted_proxies);
  // The machine's own requests: a proxy that names no visitor must not make all of them share one bucket.
  if (any_holds(options_.trusted_proxies, client)) return std::nullopt;
  const auto wait = rate_limit_.take(client.client(), cost, Steady::now());
  if (wait.count() <= 0.0) return std::nullopt;
  const std::chrono::seconds whole(static_cast<std::chrono::seconds::rep>(std::ceil(wait.count())));
  return problem_for_now(
      429, "Too many questions at once; try again after the seconds that Retry-After names.", whole);
}

std::shared_ptr<const Engine> Routes::engine() const {
  const LiveEngine* const live = live_.load(std::memory_order_acquire);
  return live == nullptr ? nullptr : live->current();
}

Origins Routes::origins(const Engine* engine) const {
  Origins origins{options_.own_origins, {}};
  if (engine != nullptr) origins.partners = engine->knowledge().partners;
  return origins;
}

}  // namespace faqbot::http

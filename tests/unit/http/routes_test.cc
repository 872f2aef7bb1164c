#include "http/routes.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "http/assets.h"
#include "unit/http/small_knowledge.h"

using namespace faqbot::http;
using faqbot::LiveEngine;

namespace {

RouteOptions options() {
  RouteOptions some;
  some.keys = {random_key()};
  some.trusted_proxies = {*Network::parse("127.0.0.0/8")};
  some.rate = {.per_second = 1.0, .burst = 3.0};
  return some;
}

// A service on a small knowledge folder, asked without a network.
class Service {
 public:
  Service() : engine_(*LiveEngine::open(knowledge_.folder())), routes_(options()) { routes_.serve(*engine_); }

  Routes& routes() { return routes_; }
  LiveEngine& engine() { return *engine_; }
  const testing::SmallKnowledge& knowledge() const { return knowledge_; }

 private:
  testing::SmallKnowledge knowledge_;
  std::unique_ptr<LiveEngine> engine_;
  Routes routes_;
};

struct Sent {
  std::string_view method = "GET";
  std::string_view path;
  std::string_view body = {};
  std::map<std::string_view, std::string_view> fields = {};
  std::string_view peer = "127.0.0.1";
};

Response send(Routes& routes, const Sent& sent) {
  std::vector<FieldView> fields;
  for (const auto& [name, value] : sent.fields) fields.push_back({name, value});
  Request request;
  request.method = sent.method;
  const auto question_mark = sent.path.find('?');
  request.path = sent.path.substr(0, question_mark);
  if (question_mark != std::string_view::npos) request.query = {{"q", sent.path.substr(question_mark + 3)}};
  request.fields = fields;
  request.body = sent.body;
  request.peer = *Address::parse(sent.peer);
  return routes.handle(request);
}

Response ask(Routes& routes, std::string_view body, std::string_view peer = "127.0.0.1") {
  return send(routes, {"POST", "/api/ask", body, {{"content-type", "application/json"}}, peer});
}

std::string value(const Response& response, std::string_view name) {
  for (const auto& [n, v] : response.fields)
    if (n == name) return v;
  return {};
}

void check_problem(const Response& response, int status) {
  CHECK(response.status == status);
  CHECK(response.type == "application/problem+json");
  const auto json = nlohmann::json::parse(response.body);
  CHECK(json.at("status") == status);
  CHECK_FALSE(json.at("title").get<std::string>().empty());
  CHECK_FALSE(json.at("detail").get<std::string>().empty());
}

}  // namespace

TEST_CASE("routes: a choice that was clicked gets its curated answer") {
  Service service;
  const auto response = ask(service.routes(), R"({"choice":"mfr/does-it-hurt"})");
  CHECK(response.status == 200);
  CHECK(response.type == "application/json");
  const auto json = nlohmann::json::parse(response.body);
  CHECK(json.at("kind") == "answer");
  CHECK(json.at("answers").at(0).at("topic") == "mfr/does-it-hurt");
  CHECK(json.at("knowledge") == service.engine().current()->knowledge().version);
}

TEST_CASE("routes: a conversation that cannot be opened starts afresh and is answered") {
  Service service;
  for (const std::string& conversation : {std::string("forged"), std::string(100'000, 'A'), std::string()}) {
    const auto body = nlohmann::json{{"message", "does it hurt?"}, {"conversation", conversation}}.dump();
    const auto response = ask(service.routes(), body);
    CHECK(response.status == 200);
    CHECK(nlohmann::json::parse(response.body).at("conversation").get<std::string>().size() <= 1024);
  }
}

TEST_CASE("routes: a body that is not JSON by name is not read") {
  Service service;
  for (const std::string_view type :
       {"", "text/plain", "application/x-www-form-urlencoded", "application/jsonp"})
    check_problem(
        send(service.routes(), {"POST", "/api/ask", R"({"message":"hi"})", {{"content-type", type}}}), 415);
  CHECK(
      send(service.routes(),
           {"POST", "/api/ask", R"({"message":"hi"})", {{"content-type", "Application/JSON; charset=utf-8"}}})
          .status == 200);
}

TEST_CASE("routes: a method that an address does not know is 405 with the ones it does") {
  Service service;
  const auto response = send(service.routes(), {"GET", "/api/ask"});
  check_problem(response, 405);
  CHECK(value(response, "Allow") == "POST, OPTIONS");
  check_problem(send(service.routes(), {"DELETE", "/healthz"}), 405);
  check_problem(send(service.routes(), {"POST", "/openapi.json"}), 405);
}

TEST_CASE("routes: where there is nothing, readers get a page and programs a problem") {
  Service service;
  check_problem(send(service.routes(), {"GET", "/nothing"}), 404);
  check_problem(send(service.routes(), {"GET", "/api/nothing", {}, {{"accept", "text/html"}}}), 404);
  const auto page = send(service.routes(), {"GET", "/nothing", {}, {{"accept", "text/html,*/*;q=0.8"}}});
  CHECK(page.status == 404);
  CHECK(page.type == "text/html; charset=utf-8");
}

TEST_CASE("routes: suggestions for what has been typed, five at most") {
  Service service;
  const auto response = send(service.routes(), {"GET", "/api/suggest?q=does it"});
  CHECK(response.status == 200);
  const auto json = nlohmann::json::parse(response.body);
  CHECK(json.at("suggestions").size() <= 5);
  check_problem(send(service.routes(), {"GET", "/api/suggest"}), 400);
  check_problem(send(service.routes(), {"GET", "/api/suggest?q=\xff"}), 400);
}

TEST_CASE("routes: alive from the start, ready when the engine is, not ready when it retires") {
  const testing::SmallKnowledge knowledge;
  Routes routes(options());
  CHECK(send(routes, {"GET", "/healthz"}).status == 200);
  check_problem(send(routes, {"GET", "/readyz"}), 503);
  const auto early = ask(routes, R"({"message":"does it hurt?"})");
  check_problem(early, 503);
  CHECK(value(early, "Retry-After") == "1");
  const auto engine = *LiveEngine::open(knowledge.folder());
  routes.serve(*engine);
  CHECK(send(routes, {"GET", "/readyz"}).status == 200);
  routes.retire();
  check_problem(send(routes, {"GET", "/readyz"}), 503);
  CHECK(ask(routes, R"({"message":"does it hurt?"})").status == 200);
}

TEST_CASE("routes: a visitor who asks too much at once is told when to go on; others are not") {
  Service service;
  for (int i = 0; i < 3; ++i) CHECK(ask(service.routes(), R"({"message":"hi"})", "192.0.2.1").status == 200);
  const auto refused = ask(service.routes(), R"({"message":"hi"})", "192.0.2.1");
  check_problem(refused, 429);
  CHECK(std::stoi(value(refused, "Retry-After")) >= 1);
  CHECK(ask(service.routes(), R"({"message":"hi"})", "192.0.2.2").status == 200);
}

TEST_CASE("routes: behind a trusted proxy each visitor has a limit, and the proxy itself has none") {
  Service service;
  const auto from = [&](std::string_view visitor) {
    std::map<std::string_view, std::string_view> fields = {{"content-type", "application/json"}};
    if (!visitor.empty()) fields["x-forwarded-for"] = visitor;
    return send(service.routes(), {"POST", "/api/ask", R"({"message":"hi"})", fields}).status;
  };
  for (int i = 0; i < 3; ++i) CHECK(from("203.0.113.5") == 200);
  CHECK(from("203.0.113.5") == 429);
  CHECK(from("203.0.113.6") == 200);
  for (int i = 0; i < 10; ++i) CHECK(from("") == 200);
}

TEST_CASE("routes: health and metrics are never limited") {
  Service service;
  for (int i = 0; i < 10; ++i)
    CHECK(send(service.routes(), {"GET", "/healthz", {}, {}, "192.0.2.1"}).status == 200);
  CHECK(send(service.routes(), {"GET", "/metrics", {}, {}, "192.0.2.1"})
            .body.find("faqbot_knowledge_info{version=") != std::string::npos);
}

TEST_CASE("routes: partners of the knowledge may read the API, and a reload makes new ones known") {
  Service service;
  const auto reads = [&] {
    const auto response =
        send(service.routes(),
             {"GET", "/api/suggest?q=a", {}, {{"origin", "https://gym.example"}, {"host", "b"}}});
    return value(response, "Access-Control-Allow-Origin");
  };
  CHECK(reads().empty());
  service.knowledge().write("partners.yaml", "gym:\n  name: Gym\n  origins:\n    - https://gym.example\n");
  REQUIRE(service.engine().reload().ok());
  CHECK(reads() == "https://gym.example");
}

TEST_CASE("routes: the widget learns its partner's name, words and looks; without a partner the clinic's") {
  Service service;
  service.knowledge().write("partners.yaml",
                            "gym:\n  name: Gym\n  origins:\n    - https://gym.example\n  greeting: Hello!\n"
                            "  theme:\n    accent: \"#00664f\"\n");
  REQUIRE(service.engine().reload().ok());
  const auto learnt = [&](std::string_view partner) {
    Request request;
    request.method = "GET";
    request.path = "/api/widget";
    request.query = {{"partner", partner}};
    request.peer = *Address::parse("127.0.0.1");
    return nlohmann::json::parse(service.routes().handle(request).body);
  };
  CHECK(learnt("gym").at("name") == "Gym");
  CHECK(learnt("gym").at("greeting") == "Hello!");
  CHECK(learnt("gym").at("theme").at("accent") == "#00664f");
  CHECK(learnt("nobody").at("name") == "Test Clinic");
  CHECK(learnt("").at("clinic").at("name") == "Test Clinic");
}

TEST_CASE("routes: the widget learns the first questions to offer, less what its partner leaves out") {
  Service service;
  service.knowledge().write("partners.yaml",
                            "gym:\n  name: Gym\n  origins:\n    - https://gym.example\n  without: [mfr/]\n");
  service.knowledge().write("chat/greeting.md",
                            "---\ntitle: Hello\nquestions:\n  - hello\nreviewed: 2026-11-22\n"
                            "see_also: [chat/greeting2, mfr/duration, clinic/parking]\n---\nHello.\n");
  service.knowledge().write("chat/greeting2.md",
                            "---\ntitle: Hi\nquestions:\n  - hi there\nreviewed: 2026-11-22\n---\nHi.\n");
  REQUIRE(service.engine().reload().ok());
  const auto openings = [&](std::string_view partner) {
    Request request;
    request.method = "GET";
    request.path = "/api/widget";
    request.query = {{"partner", partner}};
    request.peer = *Address::parse("127.0.0.1");
    return nlohmann::json::parse(service.routes().handle(request).body).at("openings");
  };
  REQUIRE(openings("").size() == 2);
  CHECK(openings("").at(0) ==
        nlohmann::json{{"topic", "mfr/duration"}, {"label", "How long does a session take?"}});
  REQUIRE(openings("gym").size() == 1);
  CHECK(openings("gym").at(0).at("topic") == "clinic/parking");
}

TEST_CASE("routes: a page may ask first whether it may send") {
  Service service;
  const auto response =
      send(service.routes(),
           {"OPTIONS", "/api/ask", {}, {{"origin", "https://bot.example"}, {"host", "bot.example"}}});
  CHECK(response.status == 204);
  CHECK(value(response, "Allow") == "POST, OPTIONS");
}

TEST_CASE("routes: a page that the browser still has keeps its policy when it asks again") {
  Service service;
  const auto first = send(service.routes(), {"GET", "/", {}, {{"accept", "text/html"}}});
  REQUIRE(first.status == 200);
  const std::string etag = value(first, "ETag");
  const auto again =
      send(service.routes(), {"GET", "/", {}, {{"accept", "text/html"}, {"if-none-match", etag}}});
  CHECK(again.status == 304);
  CHECK(value(again, "Content-Security-Policy") == value(first, "Content-Security-Policy"));
  CHECK(value(again, "Content-Security-Policy").find("script-src 'self'") != std::string::npos);
}

TEST_CASE("routes: every response forbids what browsers need not do") {
  Service service;
  for (const std::string_view path : {"/healthz", "/openapi.json", "/nothing", "/api/ask", "/metrics"}) {
    CAPTURE(path);
    const auto response = send(service.routes(), {"GET", path});
    CHECK(value(response, "X-Content-Type-Options") == "nosniff");
    CHECK(value(response, "Content-Security-Policy").find("default-src 'none'") != std::string::npos);
    CHECK(value(response, "Content-Security-Policy").find("unsafe") == std::string::npos);
    CHECK(value(response, "Content-Security-Policy").find("frame-ancestors 'none'") != std::string::npos);
    CHECK_FALSE(value(response, "Referrer-Policy").empty());
  }
}

TEST_CASE("routes: the API's description names every address and method, and no other API address") {
  const auto json = nlohmann::json::parse(find_asset("/openapi.json")->bytes);
  std::set<std::string> described;
  for (const auto& [path, methods] : json.at("paths").items()) described.insert(path);
  for (const Routes::Address& address : Routes::addresses()) {
    const std::string_view path = address.path;
    CAPTURE(path);
    REQUIRE(described.count(std::string(path)) == 1);
    for (const std::string_view method : list_items(address.methods)) {
      if (method == "HEAD") continue;
      std::string lower(method);
      std::transform(lower.begin(), lower.end(), lower.begin(),
                     [](unsigned char c) { return std::tolower(c); });
      CHECK(json.at("paths").at(std::string(path)).contains(lower));
    }
    described.erase(std::string(path));
  }
  for (const std::string& path : described) {
    CAPTURE(path);
    CHECK((!path.starts_with("/api/") || DeskRoutes::owns(path)));
  }
}

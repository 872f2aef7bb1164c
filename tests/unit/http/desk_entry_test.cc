#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "http/assets.h"
#include "unit/http/desk_service.h"

namespace faqbot::http {
namespace {

using testing::DeskService;
using Json = nlohmann::json;
using store::Role;

struct Asked {
  std::string method;
  std::string path;
};

// Every address that needs a session, from the table that answers them, and some that are none; a part in
// braces becomes a word.
std::vector<Asked> addresses() {
  std::vector<Asked> all = {
      {"GET", "/api/desk/no-such-address"}, {"GET", "/api/desk"}, {"DELETE", "/api/desk/me"}};
  for (const DeskRoutes::Address& address : DeskRoutes::addresses()) {
    std::string path(address.path);
    while (path.find('{') != std::string::npos)
      path.replace(path.find('{'), path.find('}') - path.find('{') + 1, "1");
    all.push_back({std::string(address.method), path});
  }
  return all;
}

bool changes_something(const Asked& asked) {
  return asked.method == "POST" || asked.method == "PUT";
}

std::string field_of(const Response& response, std::string_view name) {
  const auto at =
      std::ranges::find_if(response.fields, [&](const auto& field) { return field.first == name; });
  return at == response.fields.end() ? std::string() : at->second;
}

TEST_CASE("desk entry: nothing answers without a session, and a wrong one is none") {
  DeskService service;
  for (const std::string_view cookie :
       {"", "x", "0123456789012345678901234567890123456789012", "' OR 1=1 --"}) {
    service.cookie = cookie;
    for (const Asked& asked : addresses()) {
      CAPTURE(asked.path);
      CHECK(service.send(asked.method, asked.path, "{}").status == 401);
    }
  }
}

TEST_CASE("desk entry: no address that changes something takes a request of another site") {
  DeskService service;
  service.enter("Priya", Role::kEditor);
  const std::string word = service.word;
  for (const Asked& asked : addresses()) {
    if (!changes_something(asked)) continue;
    CAPTURE(asked.path);
    service.word.clear();
    CHECK(service.send(asked.method, asked.path, "{}").status == 403);
    service.word = word;
    CHECK(service.send(asked.method, asked.path, "{}", {{"sec-fetch-site", "cross-site"}}).status == 403);
    CHECK(service.send(asked.method, asked.path, "{}", {{"content-type", "text/plain"}}).status == 415);
  }
  CHECK(service.get("/api/desk/me").status == 200);
}

TEST_CASE("desk entry: a session that somebody else planted does not become one by signing in") {
  DeskService service;
  service.cookie = "planted-planted-planted-planted-planted-pla";
  service.enter("Priya", Role::kStaff);
  CHECK(service.cookie != "planted-planted-planted-planted-planted-pla");
  const std::string own = service.cookie;
  service.cookie = "planted-planted-planted-planted-planted-pla";
  CHECK(service.get("/api/desk/me").status == 401);
  // Signing in with somebody's open session leaves theirs as it was, and gives another.
  service.cookie = own;
  service.take_over(service.post("/api/desk/sign-in", {{"name", "Priya"}, {"password", service.password}}));
  CHECK(service.cookie != own);
}

TEST_CASE("desk entry: pages and scripts lead to the sign-in, which alone is open") {
  DeskService service;
  for (const std::string_view path :
       {"/desk", "/desk/inbox", "/desk/desk", "/desk/desk.js", "/desk/../desk/desk.js"}) {
    CAPTURE(path);
    const Response response = service.get(path);
    CHECK(response.status == 303);
    CHECK(field_of(response, "Location").starts_with("/desk/sign-in"));
    CHECK(response.body.empty());
  }
  for (const std::string_view path : {"/desk/sign-in", "/desk/sign-in.js", "/desk/desk.css"}) {
    CAPTURE(path);
    CHECK(service.get(path).status == 200);
  }
}

TEST_CASE("desk entry: the sign-in leads back to the room that was wanted, and nowhere else") {
  DeskService service;
  CHECK(field_of(service.get("/desk/inbox"), "Location") == "/desk/sign-in?next=/desk/inbox");
  for (const std::string_view path :
       {"/desk", "/desk/", "/desk/x/y", "/desk/a\r\nSet-Cookie: b", "/desk///evil.example"})
    CHECK(field_of(service.get(path), "Location") == "/desk/sign-in");
}

TEST_CASE("desk entry: the right password opens a session whose cookie no script and no other site has") {
  DeskService service;
  service.enter("Priya", Role::kStaff);
  CHECK(service.read("/api/desk/me").at("name") == "Priya");
  CHECK(service.get("/desk").status == 200);
  const Response again =
      service.post("/api/desk/sign-in", {{"name", "Priya"}, {"password", service.password}});
  const std::string cookie = field_of(again, "Set-Cookie");
  CHECK(cookie.find("; HttpOnly") != std::string::npos);
  CHECK(cookie.find("; SameSite=Strict") != std::string::npos);
  CHECK(cookie.find(service.cookie) ==
        std::string::npos);  // no session is carried over, so none can be planted
}

TEST_CASE("desk entry: a wrong name and a wrong password are told apart by nothing") {
  DeskService service;
  service.enter("Priya", Role::kStaff);
  const Response name =
      service.post("/api/desk/sign-in", {{"name", "Nobody"}, {"password", "seven quiet herons"}});
  const Response password =
      service.post("/api/desk/sign-in", {{"name", "Priya"}, {"password", "seven quiet herons"}});
  CHECK(name.status == 401);
  CHECK(name.body == password.body);
}

TEST_CASE(
    "desk entry: five wrong passwords lock a name out, the right one included, whether or not it exists") {
  DeskService service;
  service.enter("Priya", Role::kStaff);
  for (const std::string name : {"Priya", "Nobody"}) {
    CAPTURE(name);
    for (int i = 0; i < 5; ++i)
      service.post("/api/desk/sign-in", {{"name", name}, {"password", "seven quiet herons"}});
    const Response response =
        service.post("/api/desk/sign-in", {{"name", name}, {"password", service.password}});
    CHECK(response.status == 429);
    CHECK_FALSE(field_of(response, "Retry-After").empty());
  }
}

TEST_CASE("desk entry: what changes something needs the session's own word, from the desk's own page") {
  DeskService service;
  service.enter("Priya", Role::kEditor);
  const std::string word = service.word;
  service.word.clear();
  CHECK(service.post("/api/desk/answer", {{"text", "x"}}).status == 403);
  service.word = "wrong";
  CHECK(service.post("/api/desk/answer", {{"text", "x"}}).status == 403);
  service.word = word;
  CHECK(service.send("POST", "/api/desk/answer", R"({"text":"x"})", {{"sec-fetch-site", "cross-site"}})
            .status == 403);
  CHECK(
      service.send("POST", "/api/desk/answer", R"({"text":"x"})", {{"sec-fetch-site", "same-site"}}).status ==
      403);
  CHECK(service.post("/api/desk/answer", {{"text", "x"}}).status == 200);
}

TEST_CASE("desk entry: no other site may read the desk, and nothing of it is kept by browsers") {
  DeskService service;
  service.enter("Priya", Role::kStaff);
  const Response response = service.send("GET", "/api/desk/me", "", {{"origin", "https://evil.example"}});
  CHECK(field_of(response, "Access-Control-Allow-Origin").empty());
  CHECK(field_of(response, "Cross-Origin-Resource-Policy") == "same-origin");
  CHECK(field_of(response, "Cache-Control") == "no-store");
  CHECK(service.send("OPTIONS", "/api/desk/me").status != 204);
}

TEST_CASE("desk entry: signing out ends this session, or all of them") {
  DeskService service;
  service.enter("Priya", Role::kStaff);
  const std::string first = service.cookie;
  service.take_over(service.post("/api/desk/sign-in", {{"name", "Priya"}, {"password", service.password}}));
  const std::string second = service.cookie;
  CHECK(service.post("/api/desk/sign-out", Json::object()).status == 204);
  CHECK(service.get("/api/desk/me").status == 401);
  service.cookie = first;
  CHECK(service.get("/api/desk/me").status == 200);
  service.take_over(service.post("/api/desk/sign-in", {{"name", "Priya"}, {"password", service.password}}));
  CHECK(service.post("/api/desk/sign-out", {{"everywhere", true}}).status == 204);
  service.cookie = first;
  CHECK(service.get("/api/desk/me").status == 401);
  service.cookie = second;
  CHECK(service.get("/api/desk/me").status == 401);
}

TEST_CASE("desk entry: a new password ends other sessions and goes on in this one") {
  DeskService service;
  service.enter("Priya", Role::kStaff);
  const std::string other = service.cookie;
  service.take_over(service.post("/api/desk/sign-in", {{"name", "Priya"}, {"password", service.password}}));
  CHECK(service.post("/api/desk/password", {{"current", "wrong wrong"}, {"password", "seven quiet herons"}})
            .status == 400);
  CHECK(service.post("/api/desk/password", {{"current", service.password}, {"password", "short"}}).status ==
        400);
  const Response changed =
      service.post("/api/desk/password", {{"current", service.password}, {"password", "seven quiet herons"}});
  CHECK(changed.status == 204);
  service.cookie = other;
  CHECK(service.get("/api/desk/me").status == 401);
  const std::string cookie = field_of(changed, "Set-Cookie");
  service.cookie = cookie.substr(cookie.find('=') + 1, 43);
  CHECK(service.get("/api/desk/me").status == 200);
}

TEST_CASE("desk entry: staff may not do what is an editor's") {
  DeskService service;
  service.enter("Sam", Role::kStaff);
  for (const std::string_view path : {"/api/desk/knowledge/publish", "/api/desk/knowledge/undo",
                                      "/api/desk/unanswered/teach", "/api/desk/erase"}) {
    CAPTURE(path);
    CHECK(service.post(path, Json::object()).status == 403);
  }
  CHECK(service.get("/api/desk/audit").status == 403);
}

TEST_CASE("desk entry: the API's description names every address of the desk, and no other") {
  const auto json = Json::parse(find_asset("/openapi.json")->bytes);
  std::size_t described = 0;
  for (const auto& entry : json.at("paths").items()) {
    if (!DeskRoutes::owns(entry.key()) || entry.key() == "/api/desk/sign-in") continue;
    for (const auto& method : entry.value().items()) {
      CAPTURE(entry.key());
      ++described;
      std::string upper = method.key();
      std::ranges::transform(upper, upper.begin(), [](unsigned char c) { return std::toupper(c); });
      CHECK(std::ranges::any_of(DeskRoutes::addresses(), [&](const DeskRoutes::Address& address) {
        return address.path == entry.key() && address.method == upper;
      }));
    }
  }
  CHECK(described == DeskRoutes::addresses().size());
}

TEST_CASE("desk entry: bodies that are no bodies are refused, whatever the address") {
  DeskService service;
  service.enter("Priya", Role::kEditor);
  for (const Asked& asked : addresses()) {
    const bool takes_nothing = asked.path.starts_with("/api/desk/partners/") ||
                               asked.path == "/api/desk/sign-out" || asked.path.ends_with("/left");
    if (!changes_something(asked) || takes_nothing) continue;
    for (const std::string& body :
         {std::string(""), std::string("[]"), std::string("{"),
          std::string("{\"text\":7,\"wordings\":7,\"edits\":7,\"number\":\"x\",\"version\":\"x\",\"current\":"
                      "7,\"contact\":7,\"name\":7,\"id\":7,\"topic\":7}"),
          std::string(1000, '[')}) {
      CAPTURE(asked.path);
      CAPTURE(body);
      const int status = service.send(asked.method, asked.path, body).status;
      const bool looks_only = asked.path.ends_with("/looking");  // takes nothing
      CHECK((status == 400 || (looks_only && status == 404)));
    }
  }
}

}  // namespace
}  // namespace faqbot::http

// Whatever is typed into whichever field stays a text: in the store's statements, and in HTML.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "unit/http/desk_service.h"

namespace faqbot::http {
namespace {

using testing::DeskService;
using Json = nlohmann::json;
using store::Role;

const std::vector<std::string> kHostile = {
    "'; DROP TABLE enquiry; --",
    "' OR '1'='1",
    "x'); DELETE FROM account; --",
    "\" OR \"\"=\"",
    "$1 $2 \\' \\\\",
    "%_%' ESCAPE '",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "{{clinic.phone}} {{{x}}} ${x}",
    "javascript:alert(1)",
};

Json body_of(const Response& response) {
  return response.body.empty() ? Json() : Json::parse(response.body);
}

std::string address_of(const std::string& reference) {
  return "/api/desk/enquiries/" + reference;
}

// Neither a table nor an account nor an enquiry has gone, and no wall has come down.
void check_that_all_stands(DeskService& service, std::size_t enquiries) {
  CHECK(service.get("/api/desk/me").status == 200);
  CHECK(service.read("/api/desk/enquiries?state=").at("enquiries").size() == enquiries);
  CHECK(service.get("/api/desk/unanswered").status == 200);
  CHECK(service.get("/api/desk/figures").status == 200);
  CHECK(service.get("/api/desk/audit").status == 200);
}

TEST_CASE("desk injection: what a visitor leaves comes back to the letter, and nothing else happens") {
  DeskService service;
  service.enter("Priya", Role::kEditor);
  for (const std::string& text : kHostile) {
    CAPTURE(text);
    const Json sent = {
        {"name", text}, {"contact", text + " <a@b.example>"}, {"message", text}, {"consent", true}};
    const Response left = service.post("/api/enquiries", sent);
    REQUIRE(left.status == 201);
    const Json read = service.read(address_of(body_of(left).at("reference")));
    CHECK(read.at("name") == text);
    CHECK(read.at("contact") == text + " <a@b.example>");
    CHECK(read.at("message") == text);
    CHECK(read.at("letter").at("draft_html").get<std::string>().find("<script") == std::string::npos);
    CHECK(read.at("letter").at("draft_html").get<std::string>().find("<img") == std::string::npos);
  }
  check_that_all_stands(service, kHostile.size());
}

TEST_CASE("desk injection: what staff write on an enquiry, and search for, is text") {
  DeskService service;
  service.enter("Priya", Role::kEditor);
  const std::string reference = service.enquire("Where can I park?");
  for (const std::string& text : kHostile) {
    CAPTURE(text);
    CHECK(service.post(address_of(reference) + "/notes", {{"text", text}}).status == 201);
    CHECK(service.send("PUT", address_of(reference) + "/draft", Json{{"text", text}}.dump()).status == 200);
    const Json read = service.read(address_of(reference));
    CHECK(read.at("notes").back().at("text") == text);
    CHECK(read.at("draft").at("text") == text);
    // Notes are searched, too: the text finds where it stands, and nothing else of its kind.
    CHECK(service.read("/api/desk/enquiries?q=" + text).at("enquiries").size() == 1);
    for (const std::string field : {"taken_by", "partner"}) {
      CAPTURE(field);
      CHECK(service.read("/api/desk/enquiries?" + field + "=" + text).at("enquiries").empty());
    }
    CHECK(service.get("/api/desk/enquiries?after=" + text).status == 200);
    CHECK(service.post(address_of(text), {{"version", 1}, {"take", true}}).status == 404);
    const int moved = service.post(address_of(reference), {{"version", 1}, {"state", text}}).status;
    CHECK((moved == 400 || moved == 413));
  }
  check_that_all_stands(service, 1);
}

TEST_CASE("desk injection: wordings, topics and file names are text") {
  DeskService service;
  service.enter("Priya", Role::kEditor);
  for (const std::string& text : kHostile) {
    CAPTURE(text);
    service.ask("zebra quantum " + text);
    CHECK(service.post("/api/desk/unanswered/dismiss", {{"wordings", {text}}}).status == 204);
    CHECK(service.post("/api/desk/unanswered/teach", {{"wordings", {text}}, {"topic", text}}).status == 404);
    const Json draft = body_of(service.post("/api/desk/unanswered/new-topic",
                                            {{"wordings", {text}}, {"id", "clinic/x"}, {"title", text}}));
    const Json looked = body_of(
        service.post("/api/desk/knowledge/preview", {{"name", "clinic/x.md"}, {"bytes", draft.at("bytes")}}));
    CHECK(looked.at("html").get<std::string>().find("<script") == std::string::npos);
    CHECK(service.get("/api/desk/knowledge/file?name=" + text).status == 404);
    CHECK(service.get("/api/desk/topics/clinic/" + text).status == 404);
    CHECK(service.post("/api/desk/knowledge/ask", {{"message", text}, {"version", text}}).status == 404);
  }
  check_that_all_stands(service, 0);
}

TEST_CASE("desk injection: the answer's HTML of a topic holds no element that its text would be") {
  DeskService service;
  service.enter("Priya", Role::kEditor);
  for (const std::string& text : kHostile) {
    CAPTURE(text);
    const Json looked =
        body_of(service.post("/api/desk/knowledge/preview",
                             {{"name", "clinic/x.md"},
                              {"bytes", "---\ntitle: X\nquestions: [x]\nreviewed: 2026-11-22\n---\n" + text +
                                            "\n\n[x](" + text + ")\n"}}));
    const std::string html = looked.at("html");
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find("<img") == std::string::npos);
    CHECK(html.find("href=\"javascript") == std::string::npos);
  }
}

TEST_CASE("desk injection: names, passwords, days, contacts and partners are text") {
  DeskService service;
  service.enter("Priya", Role::kEditor);
  for (const std::string& text : kHostile) {
    CAPTURE(text);
    CHECK(service.post("/api/desk/sign-in", {{"name", text}, {"password", text}}).status == 401);
    CHECK(service.post("/api/desk/password", {{"current", text}, {"password", text + " and more"}}).status ==
          400);
    CHECK(service.get("/api/desk/figures?from=" + text).status == 400);
    CHECK(service.read("/api/desk/figures?partner=" + text).at("days").empty());
    const int erased = service.post("/api/desk/erase", {{"contact", text}}).status;
    CHECK((erased == 200 || erased == 400));
    CHECK(service.post("/api/desk/partners/" + text + "/link", Json::object()).status == 404);
    CHECK(service.post("/api/desk/partners/" + text + "/revoke", Json::object()).status == 404);
  }
  check_that_all_stands(service, 0);
}

}  // namespace
}  // namespace faqbot::http

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "desk/draft.h"
#include "http/desk_json.h"
#include "unit/http/desk_service.h"

namespace faqbot::http {
namespace {

using testing::DeskService;
using Json = nlohmann::json;
using store::Role;

Json body_of(const Response& response) {
  return Json::parse(response.body);
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Json edit(const DeskService& service, const std::string& name, const std::string& bytes) {
  const std::string before = bytes_of(service.knowledge().folder() / name);
  return {{"file", name}, {"seen", before.empty() ? "" : desk::seal_of(before)}, {"bytes", bytes}};
}

std::string parking(const std::string& answer) {
  return "---\ntitle: Is there parking?\nquestions:\n  - where can i park\n  - is there a car park\n"
         "reviewed: 2026-11-22\nstaff:\n  phone: Say that it is behind the house.\n---\n" +
         answer + "\n";
}

TEST_CASE("desk: two words find the answer with what only staff see") {
  DeskService service;
  service.enter("Priya", Role::kEditor);
  REQUIRE(service
              .post("/api/desk/knowledge/publish",
                    {{"edits", {edit(service, "clinic/parking.md", parking("Behind the house."))}},
                     {"note", "x"}})
              .status == 200);
  const Json answer = body_of(service.post("/api/desk/answer", {{"text", "car park"}}));
  REQUIRE_FALSE(answer.at("matches").empty());
  CHECK(answer.at("matches")[0].at("topic") == "clinic/parking");
  CHECK(answer.at("matches")[0].at("staff").at("phone") == "Say that it is behind the house.");
  CHECK(answer.at("letter").is_null());
  CHECK(service.ask("where can i park").dump().find("Say that") == std::string::npos);
}

TEST_CASE("desk: an e-mail becomes a reply with each question answered and what is left marked") {
  DeskService service;
  service.enter("Priya", Role::kStaff);
  const Json answer = body_of(
      service.post("/api/desk/answer", {{"text",
                                         "Hello,\n\nWhere can I park? How long is a session?\nWho won the "
                                         "football world cup in 1966?\n\nKind regards,\nSiobhan Murphy"}}));
  const Json letter = answer.at("letter");
  REQUIRE(letter.is_object());
  const std::string draft = letter.at("draft");
  CHECK(letter.at("greeting_name") == "Siobhan");
  CHECK(draft.starts_with("Dear Siobhan,"));
  const auto park = draft.find("behind the house");
  const auto long_is = draft.find("three quarters of an hour");
  const auto gap = draft.find("PLEASE ANSWER");
  CHECK(park != std::string::npos);
  CHECK(park < long_is);
  CHECK(long_is < gap);
  CAPTURE(letter.dump());
  CHECK(letter.at("unanswered").size() == 1);
  CHECK(draft.find("Test Clinic") != std::string::npos);
}

TEST_CASE("desk: whatever a visitor wrote is text in the reply's HTML") {
  DeskService service;
  service.enter("Priya", Role::kStaff);
  const Json answer =
      body_of(service.post("/api/desk/answer", {{"text",
                                                 "Where can I park?\nHow about <img src=x onerror=alert(1)> "
                                                 "& <b>zeppelins</b> landing there?\nHow long is a "
                                                 "session?\nRegards,\nBobby"}}));
  const std::string html = answer.at("letter").at("draft_html");
  CHECK(html.find("<img") == std::string::npos);
  CHECK(html.find("<b>") == std::string::npos);
}

TEST_CASE(
    "desk: an enquiry is taken, noted on, drafted for and answered; who comes late is told who was first") {
  DeskService service;
  service.enter("Priya", Role::kStaff);
  const std::string reference = service.enquire("Where can I park?", "Tom");
  const std::string address = "/api/desk/enquiries/" + reference;
  const Json inbox = service.read("/api/desk/enquiries?state=new");
  REQUIRE(inbox.at("enquiries").size() == 1);
  CHECK(inbox.at("counts").at("new") == 1);
  const int version = inbox.at("enquiries")[0].at("version");
  CHECK(body_of(service.post(address, {{"version", version}, {"take", true}})).at("taken_by") == "Priya");
  const Response late = service.post(address, {{"version", version}, {"take", true}});
  CHECK(late.status == 409);
  CHECK(body_of(late).at("detail").get<std::string>().find("Priya") != std::string::npos);
  CHECK(service.post(address + "/notes", {{"text", "<b>Rang back</b>"}}).status == 201);
  CHECK(service.send("PUT", address + "/draft", R"({"text":"Dear Tom"})").status == 200);
  const Json enquiry = service.read(address);
  CHECK(enquiry.at("notes")[0].at("text") == "<b>Rang back</b>");
  CHECK(enquiry.at("draft").at("text") == "Dear Tom");
  CHECK(enquiry.at("letter").at("draft").get<std::string>().starts_with("Dear Tom,"));
  const int now = body_of(late).at("now").at("version");
  CHECK(body_of(service.post(address, {{"version", now}, {"state", "answered"}})).at("state") == "answered");
  CHECK(service.read("/api/desk/changes").at("new") == 0);
}

TEST_CASE("desk: an enquiry that nobody left is not found, whatever its name") {
  DeskService service;
  service.enter("Priya", Role::kStaff);
  for (const std::string_view name : {"K7M4-QX2P", "'; DROP TABLE enquiry; --", "%", "<script>"}) {
    CAPTURE(name);
    CHECK(service.get("/api/desk/enquiries/" + std::string(name)).status == 404);
  }
}

TEST_CASE("desk: what was asked in vain is taught, answered at once, and kept answered by a test") {
  DeskService service;
  service.enter("Priya", Role::kEditor);
  store::Question question;
  question.kind = ReplyKind::kUnknown;
  question.wording = text::MaskedText("can my camper van stay overnight");
  question.asked = DeskService::now();
  REQUIRE_FALSE(service.records().visitors().record_questions(std::vector{question}));
  const Json groups = service.read("/api/desk/unanswered").at("groups");
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].at("wording") == "can my camper van stay overnight");
  const Json teach = {{"wordings", {"can my camper van stay overnight"}}, {"topic", "clinic/parking"}};
  CHECK(body_of(service.post("/api/desk/unanswered/teach", teach)).at("may_be_published") == true);
  Json now = teach;
  now["publish"] = true;
  CHECK(service.post("/api/desk/unanswered/teach", now).status == 200);
  CHECK(service.ask("can my camper van stay overnight").at("answers")[0].at("topic") == "clinic/parking");
  CHECK(bytes_of(service.knowledge().folder() / "tests.yaml").find("camper van") != std::string::npos);
  CHECK(service.read("/api/desk/unanswered").at("groups").empty());
}

TEST_CASE("desk: a wording that was dismissed by mistake is put back") {
  DeskService service;
  service.enter("Priya", Role::kStaff);
  store::Question question;
  question.kind = ReplyKind::kUnknown;
  question.wording = text::MaskedText("zebra quantum");
  question.asked = DeskService::now();
  REQUIRE_FALSE(service.records().visitors().record_questions(std::vector{question}));
  const Json wordings = {{"wordings", {"zebra quantum"}}};
  CHECK(service.post("/api/desk/unanswered/dismiss", wordings).status == 204);
  CHECK(service.read("/api/desk/unanswered").at("groups").empty());
  const Json handled = service.read("/api/desk/unanswered/handled").at("handled");
  REQUIRE(handled.size() == 1);
  CHECK(handled[0].at("how") == "dismissed");
  CHECK(handled[0].at("by") == "Priya");
  CHECK(service.post("/api/desk/unanswered/reopen", wordings).status == 204);
  CHECK(service.read("/api/desk/unanswered").at("groups").size() == 1);
}

TEST_CASE("desk: who looked at an enquiry and left is no longer named") {
  DeskService service;
  service.enter("Priya", Role::kStaff);
  const std::string address = "/api/desk/enquiries/" + service.enquire("Where can I park?");
  REQUIRE(service.post(address + "/looking", Json::object()).status == 200);
  CHECK(service.post(address + "/left", Json::object()).status == 204);
  CHECK(service.records().presence().watchers(DeskService::now())->empty());
}

TEST_CASE("desk: what was answered on a day is asked again of the version that served then") {
  DeskService service;
  service.enter("Priya", Role::kEditor);
  REQUIRE_FALSE(service.publisher().follow(DeskService::now() - std::chrono::days(40)));
  const std::string before = service.engine().current()->knowledge().version;
  REQUIRE(
      service
          .post("/api/desk/knowledge/publish",
                {{"edits", {edit(service, "clinic/parking.md", parking("In the garage."))}}, {"note", "x"}})
          .status == 200);
  const auto on = [&](int days_ago) {
    const auto day = std::chrono::floor<std::chrono::days>(DeskService::now()) - std::chrono::days(days_ago);
    return body_of(service.post("/api/desk/knowledge/ask",
                                {{"message", "where can i park"}, {"day", iso(store::Day(day))}}));
  };
  CHECK(on(30).at("knowledge") == before);
  CHECK(on(0).at("text") == "In the garage.");
  CHECK(on(50).at("status") == 404);
}

TEST_CASE("desk: an edit with a mistake is refused with its line, and the old answer goes on") {
  DeskService service;
  service.enter("Priya", Role::kEditor);
  const Response refused = service.post(
      "/api/desk/knowledge/publish",
      {{"edits", {edit(service, "clinic/parking.md", "---\ntitle: Parking\nquestionz:\n  - x\n---\nNo.\n")}},
       {"note", "x"}});
  CHECK(refused.status == 409);
  CHECK(body_of(refused).at("problems")[0].at("line").get<int>() > 0);
  CHECK(service.ask("where can i park").at("answers")[0].at("text") == "There is parking behind the house.");
}

TEST_CASE(
    "desk: what is written shows and is weighed as it is written, with a mistake elsewhere in the file") {
  DeskService service;
  service.enter("Priya", Role::kEditor);
  const std::string bytes =
      "---\ntitle: Is there parking?\nquestions: [where can i park]\nsee_also: [no/where]\n"
      "reviewed: 2026-11-22\n---\nThis is one sentence that goes on and on and on without ever coming to an "
      "end, "
      "which is why nobody who reads it on a small screen will like it at all.\n";
  const Json looked =
      body_of(service.post("/api/desk/knowledge/preview", {{"name", "clinic/parking.md"}, {"bytes", bytes}}));
  CHECK_FALSE(looked.at("problems").empty());
  CHECK(looked.at("html").get<std::string>().starts_with("<p>This is one sentence"));
  CHECK(looked.at("readability").at("hard").size() == 1);
}

TEST_CASE("desk: an edit that breaks a test is refused, and says which") {
  DeskService service;
  service.enter("Priya", Role::kEditor);
  const Response refused = service.post(
      "/api/desk/knowledge/publish",
      {{"edits",
        {edit(service, "tests.yaml", "tests:\n  - message: where can i park\n    expect: clinic/towels\n")}},
       {"note", "x"}});
  CHECK(refused.status == 409);
  CHECK(body_of(refused).at("broken")[0].at("message") == "where can i park");
}

TEST_CASE("desk: published answers serve at once, are history, and can be undone and asked for by version") {
  DeskService service;
  service.enter("Priya", Role::kEditor);
  const std::string old_version = service.read("/api/desk/me").at("knowledge");
  const Json published =
      body_of(service.post("/api/desk/knowledge/publish",
                           {{"edits", {edit(service, "clinic/parking.md", parking("In the garage."))}},
                            {"note", "the garage is open"}}));
  const int number = published.at("publication");
  CHECK(service.ask("where can i park").at("answers")[0].at("text") == "In the garage.");
  CHECK(service.ask("where can i park").at("knowledge") == published.at("version"));
  const Json history = service.read("/api/desk/knowledge/history").at("publications");
  CHECK(history[0].at("by") == "Priya");
  CHECK(history[0].at("note") == "the garage is open");
  const Json then = body_of(
      service.post("/api/desk/knowledge/ask", {{"version", old_version}, {"message", "where can i park"}}));
  CHECK(then.at("text") == "There is parking behind the house.");
  CHECK(service.post("/api/desk/knowledge/undo", {{"number", number}}).status == 200);
  CHECK(service.ask("where can i park").at("answers")[0].at("text") == "There is parking behind the house.");
}

TEST_CASE("desk: an edit of a file that changed by hand meanwhile is refused with what is there now") {
  DeskService service;
  service.enter("Priya", Role::kEditor);
  const Json mine = edit(service, "clinic/parking.md", parking("In the garage."));
  service.knowledge().write("clinic/parking.md", parking("By hand."));
  const Response refused = service.post("/api/desk/knowledge/publish", {{"edits", {mine}}, {"note", "x"}});
  CHECK(refused.status == 409);
  CHECK(body_of(refused).at("stale")[0].at("now").get<std::string>().find("By hand.") != std::string::npos);
  CHECK(bytes_of(service.knowledge().folder() / "clinic/parking.md").find("By hand.") != std::string::npos);
}

TEST_CASE("desk: no file outside the knowledge folder can be written") {
  DeskService service;
  service.enter("Priya", Role::kEditor);
  for (const std::string name :
       {"../x.md", "/tmp/x.md", "clinic/../../x.md", ".publication", "clinic/x.sh", "README.md"}) {
    CAPTURE(name);
    const Json edits = {{{"file", name}, {"seen", ""}, {"bytes", "x"}}};
    CHECK(service.post("/api/desk/knowledge/publish", {{"edits", edits}, {"note", "x"}}).status == 400);
  }
}

TEST_CASE("desk: what another replica published is fetched; what was edited by hand here is left alone") {
  DeskService service;
  service.enter("Priya", Role::kEditor);
  REQUIRE_FALSE(service.publisher().follow(DeskService::now()));
  testing::SmallKnowledge other_folder;
  const auto other = *LiveEngine::open(other_folder.folder());
  desk::Publisher replica(*other, other_folder.folder(), service.records());
  REQUIRE(
      service
          .post("/api/desk/knowledge/publish",
                {{"edits", {edit(service, "clinic/parking.md", parking("In the garage."))}}, {"note", "x"}})
          .status == 200);
  REQUIRE_FALSE(replica.follow(DeskService::now()));
  CHECK(other->current()->knowledge().version == service.engine().current()->knowledge().version);
  other_folder.write("clinic/parking.md", parking("By hand."));
  REQUIRE(
      service
          .post("/api/desk/knowledge/publish",
                {{"edits", {edit(service, "clinic/parking.md", parking("In the street."))}}, {"note", "x"}})
          .status == 200);
  REQUIRE_FALSE(replica.follow(DeskService::now()));
  CHECK(bytes_of(other_folder.folder() / "clinic/parking.md").find("By hand.") != std::string::npos);
  CHECK(replica.conflicts() == std::vector<std::string>{"clinic/parking.md"});
}

TEST_CASE("desk: where replicas share the folder, what one published is served by the other") {
  DeskService service;
  service.enter("Priya", Role::kEditor);
  const auto other = *LiveEngine::open(service.knowledge().folder());
  desk::Publisher replica(*other, service.knowledge().folder(), service.records());
  REQUIRE_FALSE(replica.follow(DeskService::now()));
  REQUIRE(
      service
          .post("/api/desk/knowledge/publish",
                {{"edits", {edit(service, "clinic/parking.md", parking("In the garage."))}}, {"note", "x"}})
          .status == 200);
  REQUIRE_FALSE(replica.follow(DeskService::now()));
  CHECK(other->current()->knowledge().version == service.engine().current()->knowledge().version);
  CHECK(replica.conflicts().empty());
}

TEST_CASE("desk: other suggestions for what is not known are no change of an answer") {
  DeskService service;
  service.enter("Priya", Role::kEditor);
  store::Question question;
  question.kind = ReplyKind::kUnknown;
  question.wording = text::MaskedText("zebra quantum");
  question.asked = DeskService::now();
  REQUIRE_FALSE(service.records().visitors().record_questions(std::vector{question}));
  const std::string more = parking("Behind the house.") + "\nZebra crossings lead there.\n";
  const Json reviewed = body_of(
      service.post("/api/desk/knowledge/review", {{"edits", {edit(service, "clinic/parking.md", more)}}}));
  for (const Json& one : reviewed.at("changed")) CHECK(one.at("message") != "zebra quantum");
}

TEST_CASE("desk: figures count what was asked, as a page and as a table") {
  DeskService service;
  service.enter("Priya", Role::kStaff);
  store::Question question;
  question.kind = ReplyKind::kAnswer;
  question.topics = {"clinic/parking"};
  question.partner = "=cmd()";
  question.asked = DeskService::now();
  REQUIRE_FALSE(service.records().visitors().record_questions(std::vector{question}));
  const Json figures = service.read("/api/desk/figures");
  CHECK(figures.at("total").at("answer") == 1);
  CHECK(figures.at("topics")[0].at("title") == "Is there parking?");
  const Response csv = service.get("/api/desk/figures.csv");
  CHECK(csv.type == "text/csv; charset=utf-8");
  CHECK(csv.body.find("\"'=cmd()\"") != std::string::npos);
  CHECK(service.get("/api/desk/figures?from=yesterday").status == 400);
}

TEST_CASE("desk: a visitor's wish to be forgotten is carried out and noted") {
  DeskService service;
  service.enter("Priya", Role::kEditor);
  const std::string reference = service.enquire("Where can I park?");
  CHECK(body_of(service.post("/api/desk/erase", {{"contact", "sam@example.org"}})).at("enquiries") == 1);
  CHECK(service.get("/api/desk/enquiries/" + reference).status == 404);
  CHECK(service.get("/api/desk/audit").body.find("sam@example.org") == std::string::npos);
}

}  // namespace
}  // namespace faqbot::http

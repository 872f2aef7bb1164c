#include "http/partner_routes.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "unit/http/desk_service.h"

namespace faqbot::http {
namespace {

using testing::DeskService;
using Json = nlohmann::json;
using std::chrono::days;
using store::Role;

// With one partner, and an editor signed in.
struct Clinic {
  Clinic() {
    service.knowledge().write("partners.yaml", "gym:\n  name: The <Gym>\n  origins: [https://gym.example]\n");
    REQUIRE(service.engine().reload().ok());
    service.enter("Priya", Role::kEditor);
  }

  std::string link() {
    const Response made = service.post("/api/desk/partners/gym/link", Json::object());
    REQUIRE(made.status == 201);
    return Json::parse(made.body).at("path");
  }

  void asked(const std::string& topic, int times, store::Time when, const std::string& partner = "gym") {
    std::vector<store::Question> questions;
    for (int i = 0; i < times; ++i)
      questions.push_back(
          {ReplyKind::kAnswer, false, {topic}, text::MaskedText("secret words"), partner, "c", when});
    REQUIRE_FALSE(service.records().visitors().record_questions(questions));
  }

  // Asked without the desk's cookie.
  Response open(const std::string& path) {
    service.cookie.clear();
    service.word.clear();
    return service.get(path);
  }

  DeskService service;
};

// In the whole month before this one.
store::Time last_month() {
  const auto today = std::chrono::floor<days>(DeskService::now());
  const std::chrono::year_month_day date(today);
  return store::Time(std::chrono::sys_days(date.year() / date.month() / 1) - days(10));
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("partner page: the last whole month by topic, counts under five hidden, and no visitor's words") {
  Clinic clinic;
  clinic.asked("clinic/parking", 5, last_month());
  clinic.asked("mfr/duration", 4, last_month());
  clinic.asked("mfr/does-it-hurt", 9, last_month(), "other");
  const Response page = clinic.open(clinic.link());
  CHECK(page.status == 200);
  CHECK(holds(page.body, "Is there parking?</th><td>5</td>"));
  CHECK_FALSE(holds(page.body, "How long does a session take?"));
  CHECK_FALSE(holds(page.body, "Does myofascial release hurt?"));
  CHECK_FALSE(holds(page.body, "secret words"));
  CHECK(holds(page.body, "The &lt;Gym&gt;"));
}

TEST_CASE("partner page: the same as a table") {
  Clinic clinic;
  clinic.asked("clinic/parking", 7, last_month());
  const Response table = clinic.open(clinic.link() + "/figures.csv");
  CHECK(table.type == "text/csv; charset=utf-8");
  CHECK(table.body.starts_with("month,topic,title,times\r\n"));
  CHECK(table.body.ends_with(",\"clinic/parking\",\"Is there parking?\",7\r\n"));
}

TEST_CASE("partner page: in the month that runs one more question is never seen by itself") {
  const std::chrono::year_month november = std::chrono::year(2026) / std::chrono::November;
  const std::vector<store::TopicFigure> figures = {{"a/a", 14}, {"a/b", 9}, {"a/c", 5}, {"chat/hello", 50}};
  const auto running = partner_month(figures, november, november);
  REQUIRE(running.topics.size() == 3);
  CHECK(running.topics[0].times == 10);
  CHECK(running.topics[1].times == 5);
  CHECK(running.topics[2].times == 5);
  const auto over = partner_month(figures, november, november + std::chrono::months(1));
  CHECK(over.topics[0].times == 14);
}

TEST_CASE("partner page: a link that was revoked, replaced or made up leads nowhere") {
  Clinic clinic;
  const std::string first = clinic.link();
  const std::string second = clinic.link();
  const std::string cookie = clinic.service.cookie;
  const std::string word = clinic.service.word;
  for (const std::string& path :
       {first, first + "/figures.csv", std::string("/partner/gym"), std::string("/partner/' OR 1=1 --"),
        std::string("/partner/"), second + "/x"})
    CHECK(clinic.open(path).status == 404);
  CHECK(clinic.open(second).status == 200);
  clinic.service.cookie = cookie;
  clinic.service.word = word;
  CHECK(clinic.service.post("/api/desk/partners/gym/revoke", Json::object()).status == 204);
  CHECK(clinic.open(second).status == 404);
}

TEST_CASE("partner page: its address is told to nobody, kept by nobody and found by nobody") {
  Clinic clinic;
  const Response page = clinic.open(clinic.link());
  const auto field = [&](std::string_view name) {
    for (const auto& [key, value] : page.fields)
      if (key == name) return value;
    return std::string();
  };
  CHECK(field("Referrer-Policy") == "no-referrer");
  CHECK(field("Cache-Control") == "no-store");
  CHECK(holds(page.body, "noindex"));
}

TEST_CASE("partner page: an editor makes and ends links; the desk lists them without their secret") {
  Clinic clinic;
  CHECK(clinic.service.read("/api/desk/me").at("partners")[0].at("name") == "The <Gym>");
  CHECK(clinic.service.read("/api/desk/partners").at("partners")[0].at("link").is_null());
  const std::string path = clinic.link();
  const Json partners = clinic.service.read("/api/desk/partners");
  CHECK(partners.at("partners")[0].at("link").at("by") == "Priya");
  CHECK_FALSE(holds(partners.dump(), path.substr(path.rfind('/') + 1)));
  CHECK(clinic.service.post("/api/desk/partners/nobody/link", Json::object()).status == 404);
  CHECK(clinic.service.post("/api/desk/partners/nobody/revoke", Json::object()).status == 404);
}

}  // namespace
}  // namespace faqbot::http

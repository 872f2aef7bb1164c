#include "http/cors.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace faqbot::http;

namespace {

std::string value(const Response& response, std::string_view name) {
  for (const auto& [n, v] : response.fields)
    if (n == name) return v;
  return {};
}

struct Row {
  std::string_view what;
  std::string_view origin;
  bool reads;
};

constexpr Row kRows[] = {
    {"a partner", "https://gym.example", true},
    {"a partner's other site", "https://www.gym.example", true},
    {"the clinic's other site", "https://www.clinic.example", true},
    {"a partner without TLS", "http://gym.example", false},
    {"a partner's name as a beginning", "https://gym.example.evil.example", false},
    {"a partner's name as an end", "https://evilgym.example", false},
    {"another port of a partner", "https://gym.example:8443", false},
    {"nobody we know", "https://evil.example", false},
    {"a sandboxed frame", "null", false},
    {"no page at all", "", false},
};

const std::vector<std::string> kOwn = {"https://www.clinic.example"};

std::vector<faqbot::knowledge::Partner> partners() {
  faqbot::knowledge::Partner gym;
  gym.id = "gym";
  gym.origins = {"https://gym.example", "https://www.gym.example"};
  return {gym};
}

Request from(const std::vector<FieldView>& fields) {
  Request request;
  request.fields = fields;
  return request;
}

}  // namespace

TEST_CASE("cors: the clinic's sites and its partners read our answers, others do not") {
  const auto all = partners();
  for (const Row& row : kRows) {
    CAPTURE(row.what);
    const std::vector<FieldView> fields = {{"host", "bot.clinic.example"}, {"origin", row.origin}};
    Response response;
    allow_reading(from(fields), {kOwn, all}, response);
    CHECK(value(response, "Access-Control-Allow-Origin") == (row.reads ? row.origin : ""));
    CHECK(value(response, "Vary") == "Origin");
  }
}

TEST_CASE("cors: without partners nobody else reads") {
  const std::vector<FieldView> fields = {{"host", "bot.clinic.example"}, {"origin", "https://gym.example"}};
  Response response;
  allow_reading(from(fields), {}, response);
  CHECK(value(response, "Access-Control-Allow-Origin").empty());
}

TEST_CASE("cors: a page of our own address is one, with TLS or a proxy that ends it") {
  CHECK(is_same_origin(from({{"host", "bot.clinic.example"}, {"origin", "https://bot.clinic.example"}})));
  CHECK(is_same_origin(from({{"host", "127.0.0.1:8080"}, {"origin", "http://127.0.0.1:8080"}})));
  CHECK_FALSE(is_same_origin(from({{"host", "127.0.0.1:8080"}, {"origin", "http://127.0.0.1:8081"}})));
  CHECK_FALSE(is_same_origin(from({{"host", "a"}, {"origin", "null"}})));
}

TEST_CASE("cors: before a page sends, it is told whether it may") {
  const auto all = partners();
  const std::vector<FieldView> friendly = {{"host", "b"}, {"origin", "https://gym.example"}};
  const auto yes = preflight(from(friendly), {kOwn, all}, "POST, OPTIONS");
  CHECK(yes.status == 204);
  CHECK(value(yes, "Access-Control-Allow-Origin") == "https://gym.example");
  CHECK(value(yes, "Access-Control-Allow-Methods") == "POST, OPTIONS");
  CHECK(value(yes, "Access-Control-Allow-Headers") == "Content-Type");
  const std::vector<FieldView> strange = {{"host", "b"}, {"origin", "https://evil.example"}};
  const auto no = preflight(from(strange), {kOwn, all}, "POST, OPTIONS");
  CHECK(no.status == 403);
  CHECK(value(no, "Access-Control-Allow-Origin").empty());
}

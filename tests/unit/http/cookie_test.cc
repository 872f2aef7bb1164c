#include "http/cookie.h"

#include <doctest/doctest.h>

#include <string_view>

namespace faqbot::http {
namespace {

TEST_CASE("cookie: the first of that name, wherever it stands") {
  struct Row {
    std::string_view field;
    std::string_view value;
  };
  constexpr Row rows[] = {{"faqbot_desk=abc", "abc"},
                          {"a=1; faqbot_desk=abc; b=2", "abc"},
                          {"  faqbot_desk = abc ", "abc"},
                          {"faqbot_desk=one; faqbot_desk=two", "one"},
                          {"faqbot_desk=", ""},
                          {"xfaqbot_desk=abc", ""},
                          {"faqbot_deskx=abc", ""},
                          {"faqbot_desk", ""},
                          {";;;=;", ""},
                          {"", ""},
                          {"faqbot_desk=a=b", "a=b"}};
  for (const Row& row : rows) {
    CAPTURE(row.field);
    CHECK(cookie(row.field, "faqbot_desk") == row.value);
  }
}

TEST_CASE("cookie: no script reads it, no other site sends it, TLS keeps it to itself") {
  using namespace std::chrono_literals;
  CHECK(strict_cookie("s", "v", 60s, false) == "s=v; Path=/; HttpOnly; SameSite=Strict; Max-Age=60");
  CHECK(strict_cookie("s", "v", 60s, true) == "s=v; Path=/; HttpOnly; SameSite=Strict; Max-Age=60; Secure");
  CHECK(ended_cookie("s", false) == "s=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
}

}  // namespace
}  // namespace faqbot::http

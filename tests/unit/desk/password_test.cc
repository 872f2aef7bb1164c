#include "desk/password.h"

#include <doctest/doctest.h>

#include <string>

namespace faqbot::desk {
namespace {

TEST_CASE("password: the right one opens its hash, any other does not") {
  const auto hash = hash_password("seven quiet herons");
  REQUIRE(hash);
  CHECK(is_password("seven quiet herons", *hash));
  CHECK_FALSE(is_password("seven quiet heron", *hash));
  CHECK_FALSE(is_password("", *hash));
}

TEST_CASE("password: the hash is argon2id, salted, and holds nothing of the password") {
  const auto one = hash_password("seven quiet herons");
  const auto two = hash_password("seven quiet herons");
  REQUIRE(one);
  REQUIRE(two);
  CHECK(one->starts_with("$argon2id$"));
  CHECK(*one != *two);
  CHECK(one->find("heron") == std::string::npos);
}

TEST_CASE("password: no hash, or what is none, is opened by nothing") {
  CHECK_FALSE(is_password("", ""));
  CHECK_FALSE(is_password("anything at all", ""));
  CHECK_FALSE(is_password("anything at all", "not a hash"));
}

TEST_CASE("password: a new one is long enough, not one character, not the name") {
  struct Row {
    std::string password;
    bool will_do;
  };
  const Row rows[] = {{"seven quiet herons", true},         {"kurz", false},
                      {"aaaaaaaaaaaaaaaa", false},          {"priya-2026-x", false},
                      {std::string(201, 'x') + "y", false}, {"ünïcödé wörds", true},
                      {"bad \xFF utf-8 here", false},       {"         x", true}};
  for (const Row& row : rows) {
    CAPTURE(row.password);
    CHECK(fault_of_password(row.password, "Priya").has_value() != row.will_do);
  }
}

}  // namespace
}  // namespace faqbot::desk

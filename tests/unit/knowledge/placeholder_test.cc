#include "knowledge/placeholder.h"

#include <doctest/doctest.h>

#include <array>

#include "knowledge/clinic.h"

namespace faqbot::tests {
namespace {

using knowledge::Placeholder;
using knowledge::placeholders_in;

TEST_CASE("placeholder: each is found with its key and line") {
  const std::string_view text = "a {{clinic.phone}}\nb\nc {{clinic.late_policy}}{{clinic.name}}";
  const std::vector<Placeholder> found = placeholders_in(text);
  REQUIRE(found.size() == 3);
  CHECK(found[0].key == "phone");
  CHECK(found[0].line == 1);
  CHECK(text.substr(found[1].from, found[1].size) == "{{clinic.late_policy}}");
  CHECK(found[1].line == 3);
  CHECK(found[2].key == "name");
}

TEST_CASE("placeholder: what is no placeholder is found without a key") {
  struct Row {
    std::string_view text;
    std::size_t count;
  };
  const auto rows = std::to_array<Row>({{"{{phone}}", 1},
                                        {"{{ clinic.phone }}", 1},
                                        {"{{clinic.}}", 1},
                                        {"{{clinic.Phone}}", 1},
                                        {"{{", 1},
                                        {"{{clinic.x", 1},
                                        {"{{clinic.a {{clinic.b}}", 2},
                                        {"{ {", 0},
                                        {"}}", 0}});
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const std::vector<Placeholder> found = placeholders_in(row.text);
    REQUIRE(found.size() == row.count);
    if (!found.empty()) CHECK(found.front().key.empty());
  }
}

TEST_CASE("facts: those that always have a text are known, and the others may be missing") {
  for (const char* key : {"name", "reach", "emergency_call", "crisis_line", "urgent_care"}) {
    CHECK(knowledge::is_known_fact(key));
    CHECK(knowledge::is_always_available(key));
  }
  for (const char* key : {"phone", "hours", "prices", "country", "timezone", "emergency_number"}) {
    CHECK(knowledge::is_known_fact(key));
    CHECK_FALSE(knowledge::is_always_available(key));
  }
  CHECK_FALSE(knowledge::is_known_fact("fax"));
  CHECK_FALSE(knowledge::is_known_fact(""));
}

}  // namespace
}  // namespace faqbot::tests

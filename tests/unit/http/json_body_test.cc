#include "http/json_body.h"

#include <doctest/doctest.h>

#include <string>

namespace faqbot::http {
namespace {

TEST_CASE("json body: what is there comes out, what is not is empty") {
  JsonBody body(R"({"name": "Priya", "on": true, "version": 3, "words": ["a", "b"], "none": null})");
  CHECK(body.text("name", 10) == "Priya");
  CHECK(body.text("missing", 10).empty());
  CHECK(body.text("none", 10).empty());
  CHECK(body.flag("on"));
  CHECK_FALSE(body.flag("missing"));
  CHECK(body.whole_number("version") == 3);
  CHECK(body.texts("words", 2, 1) == std::vector<std::string>{"a", "b"});
  CHECK_FALSE(body.refusal());
}

TEST_CASE("json body: objects in a list are read as bodies, and their faults are its faults") {
  JsonBody body(R"({"edits": [{"file": "a.md", "bytes": "x"}, {"file": 7}]})");
  auto edits = body.objects("edits", 5);
  REQUIRE(edits.size() == 2);
  CHECK(edits[0].required_text("file", 10) == "a.md");
  CHECK(edits[0].text_or_null("bytes", 10) == "x");
  CHECK(edits[1].text_or_null("bytes", 10) == std::nullopt);
  edits[1].required_text("file", 10);
  for (const JsonBody& edit : edits) body.adopt(edit);
  CHECK(body.refusal().has_value());
}

TEST_CASE("json body: whatever is wrong is refused and read as empty") {
  std::string deep(100, '[');
  struct Row {
    std::string json;
    int status;
  };
  const Row rows[] = {{"", 400},
                      {"not json", 400},
                      {"[]", 400},
                      {"\"text\"", 400},
                      {"{\"name\": 7}", 400},
                      {"{\"name\": [\"x\"]}", 400},
                      {"{\"name\": \"  \"}", 400},
                      {"{\"name\": \"a\\u0000b\"}", 400},
                      {"{\"name\": \"far too long a name\"}", 413},
                      {"{\"name\": \"\xFF\"}", 400},
                      {"{\"x\": " + deep, 400},
                      {"{\"x\": " + deep + std::string(100, ']') + "}", 400}};
  for (const Row& row : rows) {
    CAPTURE(row.json);
    JsonBody body(row.json);
    body.required_text("name", 10);
    REQUIRE(body.refusal().has_value());
    CHECK(body.refusal()->status == row.status);
  }
}

TEST_CASE("json body: lists, numbers and truths of another kind are refused") {
  const std::string json =
      R"({"list": [1], "long": ["a","b","c"], "number": 1.5, "truth": "yes", "objects": ["x"]})";
  const auto refuses = [&json](const auto& read) {
    JsonBody body(json);
    read(body);
    return body.refusal().has_value();
  };
  CHECK(refuses([](JsonBody& body) { body.texts("list", 5, 5); }));
  CHECK(refuses([](JsonBody& body) { body.texts("long", 2, 5); }));
  CHECK(refuses([](JsonBody& body) { body.whole_number("number"); }));
  CHECK(refuses([](JsonBody& body) { body.flag("truth"); }));
  CHECK(refuses([](JsonBody& body) { body.objects("objects", 5); }));
  CHECK_FALSE(refuses([](JsonBody& body) { body.texts("long", 3, 1); }));
}

}  // namespace
}  // namespace faqbot::http

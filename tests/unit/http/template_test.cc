#include "http/template.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace faqbot::http {
namespace {

using Json = nlohmann::json;

std::string rendered(std::string_view source, const Json& data) {
  const auto parsed = Template::parse(source);
  return parsed ? parsed->render(data) : "does not parse: " + parsed.error().message;
}

struct Row {
  std::string_view source;
  std::string_view data;
  std::string_view page;
};

TEST_CASE("template: holes and sections") {
  const Row rows[] = {
      {"plain", "{}", "plain"},
      {"", "{}", ""},
      {"a{{x}}c", R"({"x":"b"})", "abc"},
      {"{{x}}", "{}", ""},
      {"{{x}}", R"({"x":null})", ""},
      {"{{x}}", R"({"x":7})", "7"},
      {"{{x}}", R"({"x":[1]})", ""},
      {"{{#x}}y{{/x}}", R"({"x":true})", "y"},
      {"{{#x}}y{{/x}}", R"({"x":false})", ""},
      {"{{#x}}y{{/x}}", R"({"x":""})", ""},
      {"{{#x}}y{{/x}}", R"({"x":"text"})", "y"},
      {"{{#x}}y{{/x}}", R"({"x":[]})", ""},
      {"{{#x}}{{n}},{{/x}}", R"({"x":[{"n":1},{"n":2}]})", "1,2,"},
      {"{{#x}}{{n}}{{/x}}", R"({"x":{"n":"in"}})", "in"},
      {"{{^x}}none{{/x}}", R"({"x":[]})", "none"},
      {"{{^x}}none{{/x}}", "{}", "none"},
      {"{{^x}}none{{/x}}", R"({"x":[1]})", ""},
      {"{{#x}}{{outer}}{{/x}}", R"({"outer":"o","x":[{}]})", "o"},
      {"{{#x}}{{n}}{{/x}}", R"({"n":"outer","x":{"n":"inner"}})", "inner"},
      {"{{#a}}{{#b}}{{c}}{{/b}}{{/a}}", R"({"a":[{"b":[{"c":1},{"c":2}]},{"b":[{"c":3}]}]})", "123"},
      {"{{#x}}a{{/x}}{{^x}}b{{/x}}", R"({"x":false})", "b"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.source);
    CAPTURE(row.data);
    CHECK(rendered(row.source, Json::parse(row.data)) == row.page);
  }
}

TEST_CASE("template: what a hole takes never becomes markup") {
  const Row rows[] = {
      {"<p>{{x}}</p>", "<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"},
      {"<p title=\"{{x}}\">", "\" onclick=\"alert(1)", "<p title=\"&quot; onclick=&quot;alert(1)\">"},
      {"<p title='{{x}}'>", "' onclick='alert(1)", "<p title='&#39; onclick=&#39;alert(1)'>"},
      {"<textarea>{{x}}</textarea>", "</textarea><img src=x>",
       "<textarea>&lt;/textarea&gt;&lt;img src=x&gt;</textarea>"},
      {"<title>{{x}}</title>", "</title><b>", "<title>&lt;/title&gt;&lt;b&gt;</title>"},
      {"{{x}}", "&lt;script&gt;", "&amp;lt;script&amp;gt;"},
      {"{{x}}", "{{{y}}}", "{{{y}}}"},
      {"{{x}}", "{{#y}}<b>{{/y}}", "{{#y}}&lt;b&gt;{{/y}}"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.data);
    CHECK(rendered(row.source, {{"x", std::string(row.data)}, {"y", "<i>"}}) == row.page);
  }
}

TEST_CASE("template: a NUL, a lone byte and text without end stay text") {
  const std::string odd("\0<\x80", 3);
  CHECK(rendered("{{x}}", {{"x", odd}}) == std::string("\0&lt;\x80", 6));
  const std::string long_text(100000, '<');
  CHECK(rendered("{{x}}", {{"x", long_text}}).size() == 400000);
}

TEST_CASE("template: only three braces take HTML as it is") {
  CHECK(rendered("{{{x}}}{{x}}", {{"x", "<b>"}}) == "<b>&lt;b&gt;");
  CHECK(escaped("<a href='\"&'>") == "&lt;a href=&#39;&quot;&amp;&#39;&gt;");
}

TEST_CASE("template: a broken one is an error that names the line") {
  const Row rows[] = {
      {"one\n{{x", "", "line 2: a tag is not closed"},
      {"{{{x}}", "", "line 1: a tag is not closed"},
      {"{{#x}}", "", "\"x\" is not closed"},
      {"{{/x}}", "", "was not opened"},
      {"{{#x}}{{#y}}{{/x}}{{/y}}", "", "was not opened last"},
      {"{{}}", "", "is no name"},
      {"{{a b}}", "", "is no name"},
      {"{{>file}}", "", "is no name"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.source);
    const auto parsed = Template::parse(row.source);
    REQUIRE_FALSE(parsed.ok());
    CHECK(parsed.error().message.find(row.page) != std::string::npos);
  }
}

TEST_CASE("template: sections lie at most so deep in one another") {
  const auto nested = [](std::size_t depth) {
    std::string source;
    for (std::size_t i = 0; i < depth; ++i) source += "{{#x}}";
    for (std::size_t i = 0; i < depth; ++i) source += "{{/x}}";
    return Template::parse(source).ok();
  };
  CHECK(nested(Template::kMostDepth));
  CHECK_FALSE(nested(Template::kMostDepth + 1));
}

}  // namespace
}  // namespace faqbot::http

#include "http/page_routes.h"

#include <doctest/doctest.h>

#include <array>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "unit/support/small_knowledge.h"

namespace faqbot::http {
namespace {

// What would become markup, an attribute or a script where somebody forgot that it is text. None holds a
// letter that escaping leaves alone and that the templates use in the same order.
constexpr std::array<std::string_view, 12> kHostile = {
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "' autofocus onfocus='alert(1)",
    "</textarea><iframe src=//evil.example>",
    "</title><base href=//evil.example>",
    "<!--><b>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "]]><x onclick=alert(1)>",
    "&quot;><i>",
    "{{{html}}}<u>",
};

using Serving = Pages::Serving;

Serving engine_of(const tests::KnowledgeBuilder& builder) {
  return std::make_shared<const Engine>(builder.build());
}

const Serving& plain() {
  static const Serving engine =
      engine_of(tests::small_knowledge().see_also("mfr/what-is", {"clinic/parking"}));
  return engine;
}

const Pages& pages() {
  static const Pages built;
  return built;
}

bool holds(const std::string& page, std::string_view text) {
  return page.find(text) != std::string::npos;
}

// Without the structured data, where quotes are JSON's business.
std::string markup_of(std::string page) {
  const auto begin = page.find("<script type=\"application/ld+json\">");
  if (begin != std::string::npos) page.erase(begin, page.find("</script>", begin) - begin);
  return page;
}

AskBody typed(std::string_view message) {
  AskBody body;
  body.message = message;
  return body;
}

TEST_CASE("pages: whatever is searched for comes back as text") {
  for (const std::string_view hostile : kHostile) {
    CAPTURE(hostile);
    const std::string page = pages().faq(plain(), "https://clinic.example", hostile).body;
    CHECK_FALSE(holds(page, hostile));
    CHECK(holds(page, "Search the answers"));
  }
}

TEST_CASE("pages: whatever comes back into the plain form is text, in each of its fields") {
  for (const std::string_view hostile : kHostile) {
    CAPTURE(hostile);
    AskBody body = typed(hostile);
    body.partner = hostile;
    body.conversation = hostile;
    CHECK_FALSE(holds(pages().form(*plain(), body, 400, hostile).body, hostile));
    Reply reply;
    reply.text = hostile;
    reply.choices = {{std::string(hostile), std::string(hostile)}};
    reply.suggestions = reply.choices;
    CHECK_FALSE(holds(pages().reply(*plain(), body, reply, hostile).body, hostile));
  }
}

TEST_CASE("pages: a title, a source and its address are text in an answer, too") {
  for (const std::string_view hostile : kHostile) {
    CAPTURE(hostile);
    Reply reply;
    reply.kind = ReplyKind::kAnswer;
    Answer answer;
    answer.title = hostile;
    answer.reviewed = hostile;
    answer.sources = {{std::string(hostile), std::string(hostile)}};
    reply.answers = {answer};
    CHECK_FALSE(holds(pages().reply(*plain(), typed("a"), reply, "c").body, hostile));
    CHECK_FALSE(holds(pages().message(plain().get(), 404, hostile, hostile).body, hostile));
  }
}

TEST_CASE("pages: a topic's title and text are text on its page, in its data and in the list") {
  for (const std::string_view hostile : kHostile) {
    CAPTURE(hostile);
    const Serving engine =
        engine_of(tests::small_knowledge().topic("clinic/odd", hostile, {"something odd", "very odd"}));
    CHECK_FALSE(holds(markup_of(pages().faq(engine, {}, {}).body), hostile));
    const auto page = pages().topic(engine, {}, "clinic/odd");
    REQUIRE(page.has_value());
    CHECK_FALSE(holds(markup_of(page->body), hostile));
  }
}

TEST_CASE("pages: the structured data of a hostile title cannot end its script element") {
  const Serving engine =
      engine_of(tests::small_knowledge().topic("clinic/odd", "</script><script>alert(1)", {"odd"}));
  const std::string page = pages().topic(engine, "https://clinic.example", "clinic/odd")->body;
  const auto begin = page.find("application/ld+json\">") + std::string_view("application/ld+json\">").size();
  const auto data = nlohmann::json::parse(page.substr(begin, page.find("</script>", begin) - begin));
  CHECK(data.at("@type") == "FAQPage");
  CHECK(data.at("mainEntity").at(0).at("name") == "</script><script>alert(1)");
}

TEST_CASE("pages: all answers are listed by group, with a canonical address each") {
  const Response page = pages().faq(plain(), "https://clinic.example", {});
  CHECK(page.status == 200);
  for (const std::string_view part :
       {"href=\"https://clinic.example/faq\"", "href=\"/faq/mfr/what-is\"", "href=\"/faq/clinic/parking\"",
        "<h2 id=\"mfr\">Myofascial release</h2>", "<h2 id=\"clinic\">Your visit</h2>",
        "\"@type\":\"FAQPage\""}) {
    CAPTURE(part);
    CHECK(holds(page.body, part));
  }
  CHECK(page.body.find("id=\"mfr\"") < page.body.find("id=\"clinic\""));
}

TEST_CASE("pages: a topic's page has its answer, its address and what else is asked; others there are none") {
  const auto page = pages().topic(plain(), "https://clinic.example", "mfr/what-is");
  REQUIRE(page.has_value());
  CHECK(holds(page->body, "<link rel=\"canonical\" href=\"https://clinic.example/faq/mfr/what-is\">"));
  CHECK(holds(page->body, "Answer of mfr/what-is."));
  CHECK(holds(page->body, "<a href=\"/faq/clinic/parking\">Is there parking?</a>"));
  CHECK_FALSE(pages().topic(plain(), {}, "mfr/none").has_value());
  CHECK_FALSE(pages().topic(plain(), {}, "../clinic.yaml").has_value());
}

TEST_CASE("pages: a search shows what answers it, is not indexed, and says where there is nothing") {
  const Response hit = pages().faq(plain(), {}, "where can i park");
  CHECK(holds(hit.body, "/faq/clinic/parking"));
  CHECK(holds(hit.body, "noindex"));
  CHECK_FALSE(holds(hit.body, "ld+json"));
  CHECK(holds(pages().faq(plain(), {}, "qwer zxcv").body, "ask in a sentence"));
}

TEST_CASE("pages: a refused question stays in the form, with the reason") {
  const Response page = pages().form(*plain(), typed("my long question"), 413, "It is too long.");
  CHECK(page.status == 413);
  CHECK(holds(page.body, ">my long question</textarea>"));
  CHECK(holds(page.body, "It is too long."));
}

TEST_CASE("pages: an urgent reply looks urgent, and choices are buttons with a way out") {
  Reply urgent;
  urgent.kind = ReplyKind::kUrgent;
  CHECK(holds(pages().reply(*plain(), typed("a"), urgent, "c").body, "Please get help now"));
  Reply clarify;
  clarify.kind = ReplyKind::kClarify;
  clarify.choices = {{"clinic/parking", "Is there parking?"}, {"clinic/hours", "When are you open?"}};
  const std::string page = pages().reply(*plain(), typed("a"), clarify, "sealed").body;
  CHECK(holds(page, "value=\"clinic/parking\">Is there parking?</button>"));
  CHECK(holds(page, "value=\"none\">None of these</button>"));
  CHECK(holds(page, "name=\"conversation\" value=\"sealed\""));
}

TEST_CASE("pages: the address of the site is read from a Host field that is one") {
  struct Row {
    std::string_view host;
    std::string_view scheme;
    bool proxied;
    std::string_view site;
  };
  const Row rows[] = {
      {"clinic.example", "", false, "http://clinic.example"},
      {"127.0.0.1:8080", "", false, "http://127.0.0.1:8080"},
      {"[::1]:8080", "", false, "http://[::1]:8080"},
      {"clinic.example", "https", true, "https://clinic.example"},
      {"clinic.example", "https", false, "http://clinic.example"},
      {"", "", false, ""},
      {"evil.example/\"><script>", "", false, ""},
      {"a b", "", false, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.host);
    const std::array<FieldView, 2> fields = {FieldView{"host", row.host},
                                             FieldView{"x-forwarded-proto", row.scheme}};
    Request request;
    request.fields = fields;
    CHECK(site_of(request, row.proxied) == row.site);
  }
}

}  // namespace
}  // namespace faqbot::http

#include "knowledge/render.h"

#include <doctest/doctest.h>

#include <array>

namespace faqbot::tests {
namespace {

using knowledge::Clinic;
using knowledge::fact;
using knowledge::plain_text;
using knowledge::render;
using knowledge::Rendered;
using knowledge::safe_html;
using knowledge::Topic;

Clinic clinic_with(std::map<std::string, std::string> facts) {
  Clinic clinic;
  clinic.name = "Test Clinic";
  clinic.facts = std::move(facts);
  return clinic;
}

Rendered rendered(std::string_view body, const Clinic& clinic = clinic_with({}),
                  std::string_view if_missing = "") {
  Topic topic;
  topic.body = body;
  topic.if_missing = if_missing;
  return render(topic, clinic);
}

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

TEST_CASE("render: the first paragraph is the short answer, in plain text") {
  const Rendered answer = rendered("It *can* be\ntender.\n\nThe detail.\n");
  CHECK(answer.short_text == "It can be tender.");
  CHECK(answer.text == "It can be tender.\n\nThe detail.");
  CHECK(answer.html == "<p>It <em>can</em> be\ntender.</p>\n<p>The detail.</p>\n");
}

TEST_CASE("plain text: CommonMark reads as it would be written by hand") {
  struct Row {
    std::string_view markdown;
    std::string_view text;
  };
  const auto rows = std::to_array<Row>({
      {"**Bold** and `code`", "Bold and code"},
      {"Before:\n\n- one\n- two\n\nAfter.", "Before:\n\n- one\n- two\n\nAfter."},
      {"1. first\n2. second", "1. first\n2. second"},
      {"9. ninth\n10. tenth", "9. ninth\n10. tenth"},
      {"- outer\n  - inner\n- next", "- outer\n  - inner\n- next"},
      {"- first\n\n  more of it\n- second", "- first\n\n  more of it\n- second"},
      {"-\n- one\n-\n\nText", "- one\n\nText"},
      {"- - a\n-", "  - a"},
      {"### Heading\n\nText", "Heading\n\nText"},
      {"one\\\ntwo", "one\ntwo"},
      {"> quoted", "quoted"},
      {"```\nas it is\n```", "as it is"},
      {"See [the NHS](https://www.nhs.uk/).", "See the NHS (https://www.nhs.uk/)."},
      {"See <https://www.nhs.uk/>.", "See https://www.nhs.uk/."},
      {"Write to <desk@clinic.example>.", "Write to desk@clinic.example."},
      {"Call [01632 960001](tel:01632960001).", "Call 01632 960001."},
      {"3 < 4 & 5 \\* 6", "3 < 4 & 5 * 6"},
      {"![a back](https://x.example/b.png) here", "a back here"},
      {"<b>not</b> bold", "not bold"},
      {"", ""},
  });
  for (const auto& row : rows) {
    CAPTURE(row.markdown);
    CHECK(plain_text(row.markdown) == row.text);
  }
}

TEST_CASE("html: raw HTML and pictures never get through") {
  const auto rows = std::to_array<std::string_view>({
      "<script>alert(1)</script>",
      "a <img src=x onerror=alert(1)> b",
      "<div onclick=\"alert(1)\">\n\n</div>",
      "![x](https://tracker.example/p.gif)",
      "<!-- <script> -->",
      "<?php evil ?>",
  });
  for (const std::string_view row : rows) {
    CAPTURE(row);
    const std::string html = safe_html(row);
    for (const std::string_view evil :
         {"<script", "<img", "<div", "onclick", "onerror=alert(1)>", "<!--", "<?"})
      CHECK_FALSE(holds(html, evil));
  }
}

TEST_CASE("html: a link that leads nowhere safe is only its text") {
  const auto rows = std::to_array<std::string_view>({
      "[x](javascript:alert(1))",
      "[x](JaVaScRiPt:alert(1))",
      "[x](&#106;avascript:alert(1))",
      "[x](vbscript:evil)",
      "[x](data:text/html,evil)",
      "[x](file:///etc/passwd)",
      "[x](//evil.example)",
      "[x](/relative)",
      "[x](java&#10;script:alert(1))",
      "[x](<https://a.example/ onclick>)",
      "[x]()",
      "[x](https:)",
  });
  for (const std::string_view row : rows) {
    CAPTURE(row);
    CHECK(safe_html(row) == "<p>x</p>\n");
  }
}

TEST_CASE("html: links open in a new tab, mail and phone do not; addresses are escaped") {
  CHECK(safe_html("[x](https://a.example/?a=1&b=\"2\")") ==
        "<p><a href=\"https://a.example/?a=1&amp;b=&quot;2&quot;\" target=\"_blank\" rel=\"noopener "
        "noreferrer\">x</a></p>\n");
  CHECK(safe_html("[x](mailto:a@b.example)") == "<p><a href=\"mailto:a@b.example\">x</a></p>\n");
  CHECK(safe_html("[*x*](tel:+441632960001)") == "<p><a href=\"tel:+441632960001\"><em>x</em></a></p>\n");
}

TEST_CASE("facts: what the clinic writes never becomes markup") {
  const Clinic clinic =
      clinic_with({{"parking", "*free* <b>here</b> [x](javascript:alert(1)) _and_ `there` & # 1. \\"}});
  const Rendered answer = rendered("Parking: {{clinic.parking}}", clinic);
  CHECK(answer.text == "Parking: *free* <b>here</b> [x](javascript:alert(1)) _and_ `there` & # 1. \\");
  CHECK(answer.html ==
        "<p>Parking: *free* &lt;b&gt;here&lt;/b&gt; [x](javascript:alert(1)) _and_ `there` &amp; # 1. "
        "\\</p>\n");
}

TEST_CASE("facts: a fact that holds a placeholder is not filled in again") {
  CHECK(rendered("At {{clinic.address}}", clinic_with({{"address", "{{clinic.name}}"}})).text ==
        "At {{clinic.name}}");
}

TEST_CASE("facts: phone, e-mail and web addresses can be tapped, in plain text they are themselves") {
  const Clinic clinic = clinic_with({{"phone", "+44 (0)1632 960001"},
                                     {"email", "desk@clinic.example"},
                                     {"booking_link", "https://clinic.example/book"}});
  const Rendered answer = rendered("{{clinic.phone}}, {{clinic.email}}, {{clinic.booking_link}}", clinic);
  CHECK(answer.text == "+44 (0)1632 960001, desk@clinic.example, https://clinic.example/book");
  CHECK(holds(answer.html, "<a href=\"tel:+4401632960001\">+44 (0)1632 960001</a>"));
  CHECK(holds(answer.html, "<a href=\"mailto:desk@clinic.example\">desk@clinic.example</a>"));
  CHECK(holds(answer.html, "<a href=\"https://clinic.example/book\" target=\"_blank\""));
}

TEST_CASE("facts: a link may lead where a fact says, if that is safe") {
  CHECK(holds(
      rendered("[Book here]({{clinic.booking_link}})", clinic_with({{"booking_link", "https://c.example/b"}}))
          .html,
      "<a href=\"https://c.example/b\" target=\"_blank\" rel=\"noopener noreferrer\">Book here</a>"));
  CHECK(
      rendered("[Book here]({{clinic.booking_link}})", clinic_with({{"booking_link", "javascript:alert(1)"}}))
          .html == "<p>Book here</p>\n");
}

TEST_CASE("facts: a paragraph that names a missing fact is left out") {
  const Rendered answer = rendered("First.\n\nCall {{clinic.phone}}.\n\nLast.");
  CHECK(answer.text == "First.\n\nLast.");
  CHECK_FALSE(holds(answer.html, "Call"));
}

TEST_CASE("facts: of a list only the item that names a missing fact goes, and an empty list goes whole") {
  const Clinic clinic = clinic_with({{"email", "a@b.example"}});
  CHECK(rendered("Ask:\n\n- {{clinic.phone}}\n- {{clinic.email}}", clinic).text == "Ask:\n\n- a@b.example");
  CHECK(rendered("Ask.\n\n- {{clinic.phone}}\n- {{clinic.website}}\n\nEnd.", clinic).text == "Ask.\n\nEnd.");
  CHECK(rendered("Ask.\n\n- {{clinic.phone}}\n\n  by day\n- or not", clinic).text == "Ask.\n\n- or not");
}

TEST_CASE("facts: a heading goes with all that stood under it") {
  CHECK(rendered("First.\n\n### Phone\n\n{{clinic.phone}}\n\n### Last\n\nText.").text ==
        "First.\n\nLast\n\nText.");
  CHECK(rendered("First.\n\n### Phone\n\n{{clinic.phone}}").text == "First.");
}

TEST_CASE("facts: where the short answer names a missing fact, if_missing stands in its place") {
  const std::string_view body = "Our prices: {{clinic.prices}}\n\nThe detail.";
  const Rendered without = rendered(body, clinic_with({}), "Please {{clinic.reach}}.");
  CHECK(without.short_text ==
        "Please ask our front desk, in person or through the contact page of this website.");
  CHECK(without.text == without.short_text + "\n\nThe detail.");

  const Rendered with = rendered(body, clinic_with({{"prices", "£60"}}), "Please {{clinic.reach}}.");
  CHECK(with.short_text == "Our prices: £60");
}

TEST_CASE("facts: a list of prices becomes a list, and belongs to the short answer") {
  const Clinic clinic = clinic_with({{"prices", "First visit, £60\nFollow-up, £45"}});
  const Rendered answer = rendered("Our prices: {{clinic.prices}}\n\nThe detail.", clinic);
  CHECK(answer.short_text == "Our prices:\n\n- First visit, £60\n- Follow-up, £45");
  CHECK(holds(answer.html, "<ul>\n<li>First visit, £60</li>\n<li>Follow-up, £45</li>\n</ul>"));
  CHECK(answer.text.ends_with("\n\nThe detail."));
}

TEST_CASE("facts: those right behind the first paragraph belong to the short answer, which is one element") {
  const std::string_view body =
      "It depends.\n\nParking: {{clinic.parking}}\n\nGetting in: {{clinic.access}}\n\nThe detail.";
  const Rendered with = rendered(body, clinic_with({{"parking", "behind the house"}}));
  CHECK(with.short_text == "It depends.\n\nParking: behind the house");
  CHECK(with.text == with.short_text + "\n\nThe detail.");
  CHECK(with.html ==
        "<div>\n<p>It depends.</p>\n<p>Parking: behind the house</p>\n</div>\n<p>The detail.</p>\n");

  const Rendered without = rendered(body, clinic_with({}));
  CHECK(without.short_text == "It depends.");
  CHECK(without.html == "<p>It depends.</p>\n<p>The detail.</p>\n");
}

TEST_CASE("facts: what any clinic can name is no fact of its own behind the short answer") {
  CHECK(rendered("It depends.\n\nOr {{clinic.reach}}.", clinic_with({})).short_text == "It depends.");
}

TEST_CASE("facts: a list alone in its paragraph, or within a sentence, reads well too") {
  const Clinic clinic = clinic_with({{"prices", "a\nb"}});
  CHECK(rendered("{{clinic.prices}}", clinic).text == "- a\n- b");
  CHECK(rendered("{{clinic.prices}}", clinic).html == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
  CHECK(rendered("We ask {{clinic.prices}} today.", clinic).text == "We ask a; b today.");
}

TEST_CASE("facts: {{clinic.reach}} names the best ways to reach the clinic") {
  struct Row {
    std::map<std::string, std::string> facts;
    std::string_view reach;
  };
  const auto rows = std::to_array<Row>({
      {{}, "ask our front desk, in person or through the contact page of this website"},
      {{{"phone", "01632"}}, "call us on 01632"},
      {{{"email", "a@b.c"}}, "write to a@b.c"},
      {{{"phone", "01632"}, {"email", "a@b.c"}}, "call us on 01632 or write to a@b.c"},
      {{{"website", "https://c.example"}}, "use the contact page of our website, https://c.example"},
      {{{"website", "https://c.example"}, {"booking_link", "https://b.example"}},
       "use our booking page, https://b.example"},
  });
  for (const auto& row : rows) CHECK(fact(clinic_with(row.facts), "reach") == row.reach);
}

TEST_CASE("facts: emergency texts are the clinic's own, else its country's, else words that hold anywhere") {
  Clinic clinic = clinic_with({});
  CHECK(fact(clinic, "emergency_call") == "your local emergency number");
  clinic.emergency.emergency_call = "999";
  clinic.emergency.crisis_line = "Samaritans, 116 123";
  CHECK(fact(clinic, "emergency_call") == "999");
  CHECK(fact(clinic, "crisis_line") == "Samaritans, 116 123");
  CHECK(fact(clinic, "urgent_care") == "your doctor or an out-of-hours medical service");
  clinic.facts = {
      {"emergency_number", "112"}, {"crisis_line", "Our line, 1234"}, {"urgent_care", "Dr Example"}};
  CHECK(fact(clinic, "emergency_call") == "112");
  CHECK(fact(clinic, "crisis_line") == "Our line, 1234");
  CHECK(fact(clinic, "urgent_care") == "Dr Example");
}

TEST_CASE("facts: the list of all countries' numbers is given once in an answer") {
  Clinic clinic = clinic_with({});
  clinic.emergency.emergency_call = "your local emergency number (999 in the UK; 112 in India)";
  clinic.emergency.listed = true;
  const std::string_view body = "Call {{clinic.emergency_call}} now.\n\n- Or {{clinic.emergency_call}}.";
  CHECK(rendered(body, clinic).text ==
        "Call your local emergency number (999 in the UK; 112 in India) now.\n\n- Or your local emergency "
        "number.");
  clinic.facts["emergency_number"] = "999";
  CHECK(rendered(body, clinic).text == "Call 999 now.\n\n- Or 999.");
}

TEST_CASE("facts: a number to call can be tapped, a number to text cannot") {
  Clinic clinic = clinic_with({});
  clinic.emergency.crisis_line = "Pieta, 1800 247 247, or text HELLO to 50808, open 24 hours";
  const std::string html = rendered("{{clinic.crisis_line}}", clinic).html;
  CHECK(html ==
        "<p>Pieta, <a href=\"tel:1800247247\">1800 247 247</a>, or text HELLO to 50808, open 24 hours</p>\n");
}

TEST_CASE("facts: a staff text names what is not filled in") {
  const Clinic clinic = clinic_with({{"email", "a@b.example"}});
  CHECK(knowledge::staff_text("Mail {{clinic.email}}, call {{clinic.phone}} {{", clinic) ==
        "Mail a@b.example, call (phone: not filled in) {{");
}

}  // namespace
}  // namespace faqbot::tests

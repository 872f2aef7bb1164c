#include "desk/topic_edit.h"

#include <doctest/doctest.h>

#include <string>

namespace faqbot::desk {
namespace {

constexpr std::string_view kTopic =
    "---\n"
    "title: Where can I park?\n"
    "questions:   \n"
    "never: []\n"
    "---\nBehind the house.\n";

TEST_CASE("topic edit: a wording goes to the end of the questions and nothing else changes") {
  const std::string before =
      "---\ntitle: Where can I park?\nquestions:\n  - where can i park\n  # the old car park\n  - is there a "
      "car park\n"
      "see_also: [clinic/location]\n---\n{{clinic.parking}}\n";
  const auto after = with_question(before, "can I leave my van?");
  REQUIRE(after);
  CHECK(*after ==
        "---\ntitle: Where can I park?\nquestions:\n  - where can i park\n  # the old car park\n  - is there "
        "a car park\n"
        "  - \"can I leave my van?\"\nsee_also: [clinic/location]\n---\n{{clinic.parking}}\n");
}

TEST_CASE("topic edit: an entry of several lines stays whole, and items without indent are followed") {
  const std::string before = "---\nquestions:\n- one\n- two that\n  goes on\ntitle: x\n---\ny\n";
  const auto after = with_question(before, "three");
  REQUIRE(after);
  CHECK(*after == "---\nquestions:\n- one\n- two that\n  goes on\n- \"three\"\ntitle: x\n---\ny\n");
}

TEST_CASE("topic edit: what YAML would read otherwise is quoted") {
  const auto after = with_question("---\nquestions:\n  - a\n---\nb\n", "say \"yes\": no # or\n- what {x}");
  REQUIRE(after);
  CHECK(after->find(R"(  - "say \"yes\": no # or\n- what {x}")") != std::string::npos);
}

TEST_CASE("topic edit: a file without a list of questions is left to a person") {
  for (const std::string_view file :
       {std::string_view("---\nquestions: [a, b]\n---\nc\n"), std::string_view("---\ntitle: x\n---\n"),
        std::string_view(""), kTopic}) {
    CAPTURE(file);
    CHECK_FALSE(with_question(file, "wording"));
  }
}

TEST_CASE("topic edit: tests.yaml begins with the first test and grows at its end") {
  const std::string one = with_expectation("", "does it hurt?", "mfr/does-it-hurt");
  CHECK(one == "tests:\n  - message: \"does it hurt?\"\n    expect: mfr/does-it-hurt\n");
  CHECK(with_expectation(one, "parking", "clinic/parking") ==
        one + "  - message: \"parking\"\n    expect: clinic/parking\n");
}

TEST_CASE("topic edit: a draft has its title and questions and no answer yet") {
  using namespace std::chrono_literals;
  const std::vector<std::string> questions = {"do you sell vouchers", "gift cards?"};
  CHECK(draft_of_topic("Do you sell gift vouchers?", questions, 2026y / 11 / 22) ==
        "---\ntitle: \"Do you sell gift vouchers?\"\nquestions:\n  - \"do you sell vouchers\"\n  - \"gift "
        "cards?\"\n"
        "see_also: []\nsources: []\nreviewed: 2026-11-22\n---\n");
}

}  // namespace
}  // namespace faqbot::desk

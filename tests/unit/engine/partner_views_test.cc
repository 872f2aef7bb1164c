#include "engine/partner_views.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "engine/engine.h"
#include "unit/support/small_knowledge.h"
#include "unit/support/small_safety.h"

namespace faqbot {
namespace {

knowledge::Partner gym() {
  knowledge::Partner partner;
  partner.id = "gym";
  partner.without = {"clinic/prices", "mfr/"};
  partner.wording = {{"clinic/parking", "Park **behind the gym**.\n\nBring your card.\n"}};
  return partner;
}

std::shared_ptr<const knowledge::Knowledge> with_gym() {
  static const auto knowledge = tests::small_knowledge()
                                    .partner(gym())
                                    .safety(tests::small_safety())
                                    .topic("safety/emergency", "Emergency", {"call an ambulance"})
                                    .topic("safety/cauda-equina", "Numb below", {"numb down there"})
                                    .see_also("clinic/parking", {"clinic/prices", "clinic/hours"})
                                    .build();
  return knowledge;
}

const Engine& engine() {
  static const Engine built(with_gym());
  return built;
}

Reply ask(std::string_view message, std::string_view partner) {
  Turn turn;
  turn.message = message;
  turn.partner = partner;
  return engine().answer(turn).reply;
}

bool names(const std::vector<Link>& links, std::string_view topic) {
  return std::ranges::any_of(links, [&](const Link& link) { return link.topic == topic; });
}

Reply seen_at_the_gym(Reply reply) {
  PartnerViews(with_gym()).apply("gym", reply);
  return reply;
}

TEST_CASE("partner: a topic that is left out is unknown there, with the way to a person") {
  CHECK(ask("how much is a session", "").answers.front().topic == "clinic/prices");
  for (const std::string_view message : {"how much is a session", "does it hurt"}) {
    CAPTURE(message);
    const Reply reply = ask(message, "gym");
    CHECK(reply.kind == ReplyKind::kUnknown);
    CHECK(reply.answers.empty());
    CHECK(reply.handoff);
    CHECK(reply.text.find("Answer of") == std::string::npos);
  }
}

TEST_CASE("partner: nor is it had by a click, suggested, or completed") {
  Turn click;
  click.choice = "clinic/prices";
  click.partner = "gym";
  CHECK(engine().answer(click).reply.kind == ReplyKind::kUnknown);
  CHECK(names(ask("where can i park", "").suggestions, "clinic/prices"));
  const Reply reply = ask("where can i park", "gym");
  CHECK_FALSE(names(reply.suggestions, "clinic/prices"));
  CHECK(names(reply.suggestions, "clinic/hours"));
  CHECK(names(engine().suggest("how much", 5), "clinic/prices"));
  CHECK_FALSE(names(engine().suggest("how much", 5, "gym"), "clinic/prices"));
}

TEST_CASE("partner: its own wording stands in place of the topic's, in text and HTML") {
  const Reply reply = ask("where can i park", "gym");
  REQUIRE(reply.kind == ReplyKind::kAnswer);
  CHECK(reply.answers.front().short_text == "Park behind the gym.");
  CHECK(reply.answers.front().html.find("<strong>behind the gym</strong>") != std::string::npos);
  CHECK(reply.text.find("behind the gym") != std::string::npos);
  CHECK(reply.text.find("Answer of") == std::string::npos);
  CHECK(ask("where can i park", "").answers.front().short_text == "Answer of clinic/parking.");
}

TEST_CASE("partner: the answers that are left are given, and nothing of the others") {
  Reply both;
  both.kind = ReplyKind::kAnswer;
  Answer price;
  price.topic = "clinic/prices";
  price.short_text = price.text = "It is forty.";
  Answer hours;
  hours.topic = "clinic/hours";
  hours.short_text = hours.text = "From nine.";
  both.answers = {price, hours};
  both.text = "It is forty.\n\nFrom nine.";
  const Reply seen = seen_at_the_gym(both);
  CHECK(seen.kind == ReplyKind::kAnswer);
  REQUIRE(seen.answers.size() == 1);
  CHECK(seen.text == "From nine.");
}

TEST_CASE(
    "partner: of choices that are left out the rest is numbered anew; one alone is offered, not asked") {
  Reply asked;
  asked.kind = ReplyKind::kClarify;
  asked.choices = {
      {"clinic/prices", "What does it cost?"}, {"clinic/hours", "When?"}, {"clinic/parking", "Where?"}};
  asked.text = "Do you mean:\n1. What does it cost?\n2. When?\n3. Where?";
  const Reply two = seen_at_the_gym(asked);
  CHECK(two.kind == ReplyKind::kClarify);
  CHECK(two.text == "Do you mean:\n1. When?\n2. Where?");
  asked.choices.pop_back();
  asked.text = "Do you mean:\n1. What does it cost?\n2. When?";
  const Reply one = seen_at_the_gym(asked);
  CHECK(one.kind == ReplyKind::kUnknown);
  CHECK(names(one.suggestions, "clinic/hours"));
  CHECK(one.text.find("cost") == std::string::npos);
}

TEST_CASE("partner: help in an emergency is the same everywhere") {
  const Reply reply = ask("my chest feels crushed", "gym");
  CHECK(reply.kind == ReplyKind::kUrgent);
  CHECK(reply.answers.front().topic == "safety/emergency");
}

TEST_CASE("partner: nobody's id gets what the clinic's own visitors get") {
  CHECK(ask("how much is a session", "nobody").answers.front().topic == "clinic/prices");
}

}  // namespace
}  // namespace faqbot

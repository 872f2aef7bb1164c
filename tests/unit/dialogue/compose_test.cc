#include "dialogue/compose.h"

#include <doctest/doctest.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "unit/support/small_knowledge.h"

namespace faqbot::dialogue {
namespace {

Composer composer() {
  return Composer(tests::small_knowledge()
                      .see_also("mfr/does-it-hurt",
                                {"mfr/what-is", "mfr/session-length", "clinic/prices", "clinic/hours"})
                      .topic("safety/emergency", "Emergency", {})
                      .topic("chat/thanks", "Thank you", {})
                      .build());
}

Plan decision(ReplyKind kind, const std::vector<std::string>& topics) {
  Plan made;
  made.kind = kind;
  for (const std::string& topic : topics) made.topics.push_back({topic, 0.5, 0.5});
  return made;
}

std::vector<std::string> topics_of(const std::vector<Link>& links) {
  std::vector<std::string> ids;
  for (const Link& link : links) ids.push_back(link.topic);
  return ids;
}

using Ids = std::vector<std::string>;

TEST_CASE("compose: an answer is the topic's own text, in full and in short") {
  const Reply reply = composer().compose(decision(ReplyKind::kAnswer, {"clinic/parking"}), {});
  CHECK(reply.kind == ReplyKind::kAnswer);
  REQUIRE(reply.answers.size() == 1);
  const Answer& answer = reply.answers.front();
  CHECK(answer.topic == "clinic/parking");
  CHECK(answer.title == "Is there parking?");
  CHECK(answer.short_text == "Answer of clinic/parking.");
  CHECK(answer.text.find("More of it.") != std::string::npos);
  CHECK(answer.html.find("<p>Answer of clinic/parking.</p>") != std::string::npos);
  CHECK(answer.reviewed == "2026-11-22");
  CHECK(answer.confidence == 0.5);
  CHECK(reply.text == answer.text);
  CHECK_FALSE(reply.handoff);
}

TEST_CASE("compose: an answer suggests what else is worth asking, and nothing twice") {
  const Plan hurt = decision(ReplyKind::kAnswer, {"mfr/does-it-hurt"});
  CHECK(topics_of(composer().compose(hurt, {}).suggestions) ==
        Ids{"mfr/what-is", "mfr/session-length", "clinic/prices"});
  Turn before;
  before.conversation.topics = {"mfr/what-is", "clinic/prices"};
  CHECK(topics_of(composer().compose(hurt, before).suggestions) == Ids{"mfr/session-length", "clinic/hours"});
}

TEST_CASE("compose: a question back lists its choices by their titles") {
  const Reply reply =
      composer().compose(decision(ReplyKind::kClarify, {"clinic/prices", "clinic/hours"}), {});
  CHECK(reply.kind == ReplyKind::kClarify);
  CHECK(topics_of(reply.choices) == Ids{"clinic/prices", "clinic/hours"});
  CHECK(reply.choices.front().label == "What does it cost?");
  CHECK(reply.text.find("What does it cost?") < reply.text.find("When are you open?"));
  CHECK(reply.answers.empty());
}

TEST_CASE("compose: what is not known says so, with the way to a person") {
  const Reply reply = composer().compose(decision(ReplyKind::kUnknown, {"clinic/prices"}), {});
  CHECK(reply.kind == ReplyKind::kUnknown);
  CHECK(reply.handoff);
  CHECK(reply.answers.empty());
  CHECK(topics_of(reply.suggestions) == Ids{"clinic/prices"});
  CHECK(reply.text.find("What does it cost?") != std::string::npos);
}

TEST_CASE("compose: small talk is no suggestion to somebody who was not understood") {
  const Reply reply = composer().compose(decision(ReplyKind::kUnknown, {"chat/thanks", "clinic/prices"}), {});
  CHECK(topics_of(reply.suggestions) == Ids{"clinic/prices"});
}

TEST_CASE("compose: an urgent reply is its topic and nothing besides") {
  const Reply reply = composer().urgent("safety/emergency", 1.0);
  CHECK(reply.kind == ReplyKind::kUrgent);
  REQUIRE(reply.answers.size() == 1);
  CHECK(reply.text == reply.answers.front().text);
  CHECK(reply.choices.empty());
  CHECK(reply.suggestions.empty());
}

TEST_CASE("compose: two answers are said in short, one after the other") {
  const Reply reply =
      composer().compose(decision(ReplyKind::kAnswer, {"clinic/parking", "clinic/prices"}), {});
  CHECK(reply.answers.size() == 2);
  CHECK(reply.text == "Answer of clinic/parking.\n\nAnswer of clinic/prices.");
  CHECK(reply.answers.front().text == "Answer of clinic/parking.\n\nMore of it.");
}

TEST_CASE("compose: a long answer is said in short, and its detail when that is asked for") {
  const std::string detail(400, 'x');
  auto knowledge = std::make_shared<knowledge::Knowledge>(*tests::small_knowledge().build());
  knowledge->topics[knowledge->index.at("clinic/parking")].body = "In the yard.\n\n" + detail;
  const Composer long_winded(knowledge);
  Plan plan = decision(ReplyKind::kAnswer, {"clinic/parking"});
  CHECK(long_winded.compose(plan, {}).text == "In the yard.");
  plan.manner = Manner::kMore;
  CHECK(long_winded.compose(plan, {}).text == detail);
}

TEST_CASE("compose: a part that was not understood is named, with the way to a person") {
  Plan plan = decision(ReplyKind::kAnswer, {"clinic/parking"});
  plan.left_over = {"do you sell bicycles?"};
  const Reply reply = composer().compose(plan, {});
  CHECK(reply.text.find("I could not answer: \"do you sell bicycles\".") != std::string::npos);
  CHECK(reply.handoff);
}

TEST_CASE("compose: small talk with several paragraphs says one of them, by conversation and turn") {
  auto knowledge = std::make_shared<knowledge::Knowledge>(
      *tests::small_knowledge().topic("chat/thanks", "Thank you", {}).build());
  knowledge->topics[knowledge->index.at("chat/thanks")].body = "You are welcome.\n\nGladly.";
  const Composer polite(knowledge);
  const Plan plan = decision(ReplyKind::kAnswer, {"chat/thanks"});
  Turn before;
  before.conversation.id = "one";
  const Reply first = polite.compose(plan, before);
  CHECK(polite.compose(plan, before).text == first.text);
  before.conversation.turns = 1;
  const Reply next = polite.compose(plan, before);
  CHECK(next.text != first.text);
  CHECK(next.answers.front().html == "<p>" + next.text + "</p>\n");
}

TEST_CASE("compose: hours asked for a day are told for that day first") {
  using namespace std::chrono;
  auto knowledge = std::make_shared<knowledge::Knowledge>(*tests::small_knowledge().build());
  knowledge::Hours& hours = knowledge->clinic.hours;
  hours.timezone = "Europe/London";
  hours.known = true;
  hours.week[5] = {{540, 780}};
  const Composer punctual(knowledge);
  Turn turn;
  turn.message = "are you open on saturday";
  turn.now = sys_days(2026y / November / 24) + 9h;
  const Plan plan = decision(ReplyKind::kAnswer, {"clinic/hours"});
  const Answer told = punctual.compose(plan, turn).answers.front();
  CHECK(told.short_text == "On Saturday 28 November we are open from 09:00 to 13:00.");
  CHECK(told.html.starts_with("<p>On Saturday 28 November"));
  turn.message = "when are you open";
  CHECK(punctual.compose(plan, turn).answers.front().short_text == "Answer of clinic/hours.");
}

TEST_CASE("compose: every reply names the knowledge that it came from") {
  for (const ReplyKind kind : {ReplyKind::kAnswer, ReplyKind::kClarify, ReplyKind::kUnknown})
    CHECK(composer().compose(decision(kind, {"clinic/prices", "clinic/hours"}), {}).knowledge ==
          "0123456789abcdef");
  CHECK(composer().urgent("safety/emergency", 1.0).knowledge == "0123456789abcdef");
}

}  // namespace
}  // namespace faqbot::dialogue

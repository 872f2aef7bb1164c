#include "dialogue/compose.h"

#include <doctest/doctest.h>

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
                      .build());
}

Decision decision(ReplyKind kind, const std::vector<std::string>& topics) {
  Decision made;
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
  const Decision hurt = decision(ReplyKind::kAnswer, {"mfr/does-it-hurt"});
  CHECK(topics_of(composer().compose(hurt, {}).suggestions) ==
        Ids{"mfr/what-is", "mfr/session-length", "clinic/prices"});
  CHECK(topics_of(composer().compose(hurt, {"mfr/what-is", "clinic/prices"}).suggestions) ==
        Ids{"mfr/session-length", "clinic/hours"});
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

TEST_CASE("compose: an urgent reply is its topic and nothing besides") {
  const Reply reply = composer().urgent("safety/emergency", 1.0);
  CHECK(reply.kind == ReplyKind::kUrgent);
  REQUIRE(reply.answers.size() == 1);
  CHECK(reply.text == reply.answers.front().text);
  CHECK(reply.choices.empty());
  CHECK(reply.suggestions.empty());
}

TEST_CASE("compose: every reply names the knowledge that it came from") {
  for (const ReplyKind kind : {ReplyKind::kAnswer, ReplyKind::kClarify, ReplyKind::kUnknown})
    CHECK(composer().compose(decision(kind, {"clinic/prices", "clinic/hours"}), {}).knowledge ==
          "0123456789abcdef");
  CHECK(composer().urgent("safety/emergency", 1.0).knowledge == "0123456789abcdef");
}

}  // namespace
}  // namespace faqbot::dialogue

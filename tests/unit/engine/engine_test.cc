#include "engine/engine.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "unit/support/real_engine.h"
#include "unit/support/small_knowledge.h"
#include "unit/support/small_safety.h"

namespace faqbot {
namespace {

using tests::ask;
using tests::small_knowledge;

tests::KnowledgeBuilder with_safety() {
  return small_knowledge()
      .safety(tests::small_safety())
      .topic("safety/emergency", "Emergency", {"call an ambulance"})
      .topic("safety/cauda-equina", "Numb below", {"numb down there"});
}

const Engine& small_engine() {
  static const Engine engine(with_safety().build());
  return engine;
}

std::string answered(const Engine& engine, std::string_view message) {
  const Reply reply = ask(engine, message);
  return reply.kind == ReplyKind::kAnswer ? reply.answers.front().topic : std::string(name_of(reply.kind));
}

Turn clicked(std::string_view choice) {
  Turn turn;
  turn.choice = choice;
  return turn;
}

TEST_CASE("engine: a taught question gets its topic, with a probability and the knowledge's version") {
  const Reply reply = ask(small_engine(), "where can I park?");
  REQUIRE(reply.kind == ReplyKind::kAnswer);
  CHECK(reply.answers.front().topic == "clinic/parking");
  CHECK(reply.answers.front().confidence > 0.0);
  CHECK(reply.answers.front().confidence <= 1.0);
  CHECK(reply.knowledge == "0123456789abcdef");
}

TEST_CASE("engine: synonyms and typos are understood") {
  CHECK(answered(small_engine(), "what is mfr") == "mfr/what-is");
  CHECK(answered(small_engine(), "explain myofascial relaese") == "mfr/what-is");
}

TEST_CASE("engine: help comes before any answer") {
  const Reply reply = ask(small_engine(), "my chest feels crushed, where can i park?");
  CHECK(reply.kind == ReplyKind::kUrgent);
  CHECK(reply.answers.front().topic == "safety/emergency");
  CHECK(reply.suggestions.empty());
}

TEST_CASE("engine: safety topics are never reached by likeness alone") {
  for (const std::string_view message : {"call an ambulance please", "numb", "emergency exits"})
    CHECK(ask(small_engine(), message).kind != ReplyKind::kAnswer);
}

TEST_CASE("engine: stop words and strangers' talk are not answered") {
  for (const std::string_view message :
       {"what is it", "and so on", "the", "?!", "qzx vwk plmk", "\xF0\x9F\x98\x80"}) {
    CAPTURE(message);
    CHECK(ask(small_engine(), message).kind == ReplyKind::kUnknown);
  }
}

TEST_CASE("engine: one common word is not answered outright") {
  for (const std::string_view message : {"session", "treatment"}) {
    CAPTURE(message);
    CHECK(ask(small_engine(), message).kind != ReplyKind::kAnswer);
  }
}

TEST_CASE("engine: a choice that was clicked is answered for certain") {
  const Outcome outcome = small_engine().answer(clicked("clinic/prices"));
  REQUIRE(outcome.reply.kind == ReplyKind::kAnswer);
  CHECK(outcome.reply.answers.front().topic == "clinic/prices");
  CHECK(outcome.reply.answers.front().confidence == 1.0);
}

TEST_CASE("engine: a clicked safety topic is urgent still") {
  CHECK(small_engine().answer(clicked("safety/emergency")).reply.kind == ReplyKind::kUrgent);
}

TEST_CASE("engine: a choice that is no topic is not answered") {
  CHECK(small_engine().answer(clicked("mfr/never-heard-of")).reply.kind == ReplyKind::kUnknown);
  CHECK(small_engine().answer(clicked("none")).reply.kind == ReplyKind::kUnknown);
}

TEST_CASE("engine: the conversation remembers topics, newest first, each once") {
  Conversation conversation;
  for (const std::string topic : {"clinic/prices", "clinic/hours", "clinic/prices"}) {
    Turn turn = clicked(topic);
    turn.conversation = conversation;
    conversation = small_engine().answer(turn).conversation;
  }
  CHECK(conversation.turns == 3);
  CHECK(conversation.topics == std::vector<std::string>{"clinic/prices", "clinic/hours"});
}

TEST_CASE("engine: the conversation counts failures in a row and forgets them at a success") {
  Turn turn;
  turn.message = "qzx vwk plmk";
  turn.conversation = small_engine().answer(turn).conversation;
  turn.conversation = small_engine().answer(turn).conversation;
  CHECK(turn.conversation.failures == 2);
  turn.message = "where can i park";
  CHECK(small_engine().answer(turn).conversation.failures == 0);
}

TEST_CASE("engine: the conversation holds the choices that were offered, and only the last ones") {
  Turn turn;
  bool asked_back = false;
  for (const std::string_view message :
       {"session", "how long how much", "swedish session prices", "parking hours"}) {
    turn.message = message;
    const Outcome outcome = small_engine().answer(turn);
    std::vector<std::string> offered;
    for (const Link& choice : outcome.reply.choices) offered.push_back(choice.topic);
    CHECK(outcome.conversation.offered == offered);
    asked_back = asked_back || !offered.empty();
    turn.conversation = outcome.conversation;
  }
  CHECK(asked_back);
}

TEST_CASE("engine: an author's pattern brings its topic up") {
  const Engine engine(
      small_knowledge().pattern("clinic/parking", "\\bgarage for (a|my) (van|lorry)\\b").build());
  CHECK(answered(small_engine(), "garage for my lorry") != "clinic/parking");
  CHECK(answered(engine, "garage for my lorry") == "clinic/parking");
}

TEST_CASE("engine: an author's never-wording keeps its topic out") {
  const Engine engine(small_knowledge().never("clinic/cancel", "don't want to cancel").build());
  CHECK(answered(engine, "cancel my appointment") == "clinic/cancel");
  const Reply reply = ask(engine, "I don\xE2\x80\x99t want to cancel my appointment");
  for (const Answer& answer : reply.answers) CHECK(answer.topic != "clinic/cancel");
  for (const Link& choice : reply.choices) CHECK(choice.topic != "clinic/cancel");
}

TEST_CASE("engine: suggestions carry the titles of their topics") {
  const auto links = small_engine().suggest("parki", 3);
  REQUIRE_FALSE(links.empty());
  CHECK(links.front().topic == "clinic/parking");
  CHECK(links.front().label == "Is there parking?");
  CHECK(small_engine().suggest("how", 1).size() == 1);
}

struct Wording {
  std::string_view topic;
  std::string_view message;
};

TEST_CASE("engine: adding an example never makes that very example wrong") {
  const Wording rows[] = {
      {"clinic/cancel", "thursday is off, my dog is poorly"},
      {"clinic/cancel", "scrap my slot"},
      {"clinic/cancel", "how long do i have before it costs me"},  // in other topics' words
      {"clinic/hours", "u still there at 8?"},
      {"clinic/hours", "is anybody in at easter"},
      {"clinic/hours", "how long is the clinic open"},
      {"clinic/parking", "big van, low ceiling?"},
      {"clinic/parking", "where do i put my motorbike"},
      {"clinic/prices", "whats the damage"},
      {"clinic/prices", "will it make me poor"},
      {"clinic/prices", "is it painful for my wallet"},
      {"mfr/does-it-hurt", "on a scale of tickle to torture"},
      {"mfr/does-it-hurt", "do people scream"},
      {"mfr/does-it-hurt", "does it cost me tears"},
      {"mfr/session-length", "back for lunch?"},
      {"mfr/session-length", "when will i be out again"},
      {"mfr/vs-swedish", "candles and whale song or not"},
      {"mfr/vs-swedish", "my aunt gets the one with oil at the hotel"},
      {"mfr/what-is", "never heard of it, enlighten me"},
      {"mfr/what-is", "what is this thing you do"},
      {"mfr/what-is", "whats it all about then"},
      {"clinic/parking", "tell me a joke about lorries"},
  };
  for (const Wording& row : rows) {
    const Engine engine(small_knowledge().question(row.topic, row.message).build());
    const Reply reply = ask(engine, row.message);
    CAPTURE(row.message);
    const std::string given = tests::outline(reply);
    CAPTURE(given);
    if (reply.kind == ReplyKind::kAnswer) {
      CHECK(reply.answers.front().topic == row.topic);
    } else {
      const auto offered = reply.kind == ReplyKind::kClarify ? reply.choices : reply.suggestions;
      CHECK(std::ranges::find(offered, row.topic, &Link::topic) != offered.end());
    }
  }
}

TEST_CASE("engine: training is deterministic") {
  const Engine again(with_safety().build());
  for (const auto& topic : small_engine().knowledge().topics)
    for (const auto& question : topic.questions) {
      CAPTURE(question.text);
      const Reply one = ask(small_engine(), question.text);
      const Reply other = ask(again, question.text);
      CHECK(tests::outline(one) == tests::outline(other));
      REQUIRE(one.answers.size() == other.answers.size());
      for (std::size_t i = 0; i < one.answers.size(); ++i)
        CHECK(one.answers[i].confidence == other.answers[i].confidence);
    }
}

}  // namespace
}  // namespace faqbot

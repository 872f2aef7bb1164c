#include "dialogue/follow_up.h"

#include <doctest/doctest.h>

namespace faqbot::dialogue {
namespace {

std::shared_ptr<const knowledge::Knowledge> three_topics() {
  auto made = std::make_shared<knowledge::Knowledge>();
  const auto add = [&](const std::string& id, const std::string& title, std::vector<std::string> see_also) {
    knowledge::Topic topic;
    topic.id = id;
    topic.title = title;
    topic.see_also = std::move(see_also);
    made->index[id] = made->topics.size();
    made->topics.push_back(std::move(topic));
  };
  add("clinic/duration", "How long is a Pilates class?", {});
  add("mfr/duration", "How long does one session take?", {});
  add("mfr/what-is", "What is myofascial release?", {"mfr/duration"});
  return made;
}

Ranking ranking(std::vector<RankedTopic> topics) {
  Ranking made;
  made.topics = std::move(topics);
  made.telling_words = 2;
  return made;
}

Conversation after(const std::string& topic) {
  Conversation conversation;
  conversation.topics = {topic};
  conversation.newest = 1;
  return conversation;
}

TEST_CASE("follow-up: among equally likely topics, the one near what was spoken of wins") {
  const FollowUp follow_up(three_topics());
  const Rank undecided = [](std::string_view) {
    return ranking({{"clinic/duration", 0.4, 0.5}, {"mfr/duration", 0.4, 0.5}});
  };
  const Ranking found = follow_up.rank("how long does it take", context_of(after("mfr/what-is")), undecided);
  CHECK(found.topics.front().topic == "mfr/duration");
  CHECK(found.topics.front().confidence > 0.6);
}

TEST_CASE("follow-up: a clear new question is not bent towards the past") {
  const FollowUp follow_up(three_topics());
  const Rank clear = [](std::string_view) {
    return ranking({{"clinic/duration", 0.97, 1.0}, {"mfr/duration", 0.01, 0.2}});
  };
  const Ranking found = follow_up.rank("how long is the class", context_of(after("mfr/what-is")), clear);
  CHECK(found.topics.front().topic == "clinic/duration");
  CHECK(found.topics.front().confidence > 0.9);
}

TEST_CASE("follow-up: a short message is read with the key words of the last topic, too") {
  const FollowUp follow_up(three_topics());
  std::string seen;
  const Rank listening = [&](std::string_view message) {
    seen = message;
    return Ranking{};
  };
  follow_up.rank("how long?", context_of(after("mfr/what-is")), listening);
  CHECK(seen == "myofascial release how long?");
}

TEST_CASE("follow-up: what points back may ask on about the last topic, what names another thing does not") {
  const FollowUp follow_up(three_topics());
  const Rank last_topic_for_its_words = [](std::string_view message) {
    return message.starts_with("long") ? ranking({{"mfr/duration", 0.9, 0.5}}) : ranking({});
  };
  const Context context = context_of(after("mfr/duration"));
  CHECK(follow_up.rank("is that normal", context, last_topic_for_its_words).topics.size() == 1);
  CHECK(follow_up.rank("what about kids", context, last_topic_for_its_words).topics.empty());
}

TEST_CASE("follow-up: the likeliest choice that was offered is what is spoken of") {
  Conversation conversation = after("mfr/what-is");
  conversation.offered = {"mfr/duration", "clinic/duration"};
  const Context context = context_of(conversation);
  CHECK(context.topics == std::vector<std::string>{"mfr/duration", "mfr/what-is"});
  CHECK(context.weight > 0.0);
}

TEST_CASE("follow-up: without a past, and long after it, the message stands alone") {
  const FollowUp follow_up(three_topics());
  int rankings = 0;
  const Rank counting = [&](std::string_view) {
    ++rankings;
    return ranking({{"clinic/duration", 0.4, 0.5}, {"mfr/duration", 0.39, 0.5}});
  };
  CHECK(follow_up.rank("how long?", context_of({}), counting).topics.front().topic == "clinic/duration");
  Conversation stale = after("mfr/what-is");
  stale.idle = 5;
  CHECK(follow_up.rank("how long?", context_of(stale), counting).topics.front().topic == "clinic/duration");
  CHECK(rankings == 2);
}

TEST_CASE("follow-up: what was probably meant is referred back to, where nothing was answered yet") {
  Conversation lost;
  lost.failures = 1;
  lost.also = {"mfr/what-is"};
  CHECK(context_of(lost).topics == std::vector<std::string>{"mfr/what-is"});
  CHECK(context_of(lost).weight < context_of(after("mfr/what-is")).weight);
  Conversation answered = after("clinic/duration");
  answered.also = {"mfr/what-is"};
  CHECK(context_of(answered).topics == std::vector<std::string>{"clinic/duration"});
}

TEST_CASE("follow-up: words that only ask leave everything to the past") {
  for (const std::string_view message : {"whereabouts", "how long?", "how often", "and why"}) {
    CAPTURE(message);
    CHECK(dependence(message) == doctest::Approx(1.0));
  }
  CHECK(dependence("parking") < 1.0);
}

TEST_CASE("follow-up: small talk is nothing to refer back to") {
  CHECK(context_of(after("chat/thanks")).weight == doctest::Approx(0.0));
}

TEST_CASE("follow-up: fragments lean on the past, full sentences do not") {
  CHECK(dependence("and kids?") > 0.5);
  CHECK(dependence("what about deep tissue") > 0.5);
  CHECK(dependence("does it hurt") > 0.5);
  CHECK(dependence("do you offer reformer pilates classes for pregnant women on weekday evenings") < 0.1);
}

}  // namespace
}  // namespace faqbot::dialogue

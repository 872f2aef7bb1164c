#include "dialogue/talk.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "dialogue/remember.h"
#include "unit/support/real_engine.h"

namespace faqbot::dialogue {
namespace {

Ranking ranking(std::vector<RankedTopic> topics) {
  Ranking ranking;
  ranking.topics = std::move(topics);
  ranking.belongs = 0.8;
  ranking.known_share = 1.0;
  ranking.telling_words = 2;
  ranking.words = 4;
  return ranking;
}

Plan plan_for(const Ranking& said, const Conversation& conversation = {}) {
  static const Talk talk(tests::real_knowledge());
  return talk.plan("four words of theirs", conversation, [&](std::string_view) { return said; });
}

std::vector<std::string> ids(const Plan& plan) {
  std::vector<std::string> found;
  for (const RankedTopic& topic : plan.topics) found.push_back(topic.topic);
  return found;
}

using Ids = std::vector<std::string>;

TEST_CASE("talk: small talk that is probably meant is said, not offered") {
  const Plan plan = plan_for(ranking({{"chat/thanks", 0.5}, {"clinic/prices", 0.2}}));
  CHECK(plan.kind == ReplyKind::kAnswer);
  CHECK(ids(plan) == Ids{"chat/thanks"});
}

TEST_CASE("talk: small talk is no choice beside two subjects") {
  const Plan plan =
      plan_for(ranking({{"clinic/prices", 0.45}, {"chat/thanks", 0.15}, {"clinic/payment", 0.15}}));
  CHECK(plan.kind == ReplyKind::kClarify);
  CHECK(ids(plan) == Ids{"clinic/prices", "clinic/payment"});
}

TEST_CASE("talk: without one word that is known, what was offered before still stands") {
  Ranking nothing;
  nothing.telling_words = nothing.words = 1;
  Conversation conversation;
  conversation.offered = {"clinic/prices", "clinic/payment"};
  const Plan plan = plan_for(nothing, conversation);
  CHECK(plan.kind == ReplyKind::kUnknown);
  CHECK(plan.manner == Manner::kUnreadable);
  CHECK(ids(plan) == Ids{"clinic/prices", "clinic/payment"});
  CHECK(plan.unanswered.empty());
}

TEST_CASE("talk: a second time that nothing can be read leads on to a person") {
  Ranking nothing;
  nothing.telling_words = nothing.words = 1;
  Conversation conversation;
  conversation.failures = 1;
  CHECK(plan_for(nothing, conversation).manner == Manner::kGivingUp);
}

TEST_CASE("talk: what the message does not want is not offered, its neighbours are") {
  Ranking said = ranking({{"mfr/goal", 0.05}});
  said.belongs = 0.2;
  said.denied = {"clinic/cancel"};
  const Plan plan = plan_for(said);
  CHECK(plan.kind == ReplyKind::kClarify);
  CHECK(plan.manner == Manner::kInstead);
  const auto& near = tests::real_knowledge()->find("clinic/cancel")->see_also;
  for (const std::string& id : ids(plan)) CHECK(std::ranges::find(near, id) != near.end());
}

TEST_CASE("talk: what an answer regrets not to know but lists can be taken by its number") {
  Plan plan;
  Reply reply;
  reply.kind = ReplyKind::kUnknown;
  reply.suggestions = {{"clinic/prices", "What does it cost?"}, {"clinic/payment", "How can I pay?"}};
  CHECK(remember({}, plan, reply).offered == Ids{"clinic/prices", "clinic/payment"});
}

}  // namespace
}  // namespace faqbot::dialogue

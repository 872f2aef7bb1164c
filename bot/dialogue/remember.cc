#include "dialogue/remember.h"

#include <string>
#include <vector>

#include "dialogue/follow_up.h"

namespace faqbot::dialogue {
namespace {

void remember_alarm(Conversation& conversation, const Reply& reply) {
  if (reply.kind == ReplyKind::kUrgent && !reply.answers.empty()) {
    conversation.alarm = reply.answers.front().topic;
    conversation.since_alarm = 0;
  } else if (!conversation.alarm.empty() && ++conversation.since_alarm >= Conversation::kAlarmHolds) {
    conversation.alarm.clear();
    conversation.since_alarm = 0;
  }
}

}  // namespace

Conversation remember(Conversation conversation, const Plan& plan, const Reply& reply) {
  ++conversation.turns;
  remember_alarm(conversation, reply);
  const bool refused = plan.manner == Manner::kSorry || plan.manner == Manner::kNoneOfThese ||
                       plan.manner == Manner::kGivingUp;
  const bool failed = reply.kind == ReplyKind::kUnknown || (refused && reply.kind == ReplyKind::kClarify);
  conversation.failures = failed                              ? conversation.failures + 1
                          : reply.kind == ReplyKind::kClarify ? conversation.failures
                                                              : 0;
  conversation.offered.clear();
  for (const Link& choice : reply.choices) conversation.offered.push_back(choice.topic);
  // What an "I don't know" lists with numbers can be taken by number, too.
  if (reply.kind == ReplyKind::kUnknown)
    for (const Link& near : reply.suggestions) conversation.offered.push_back(near.topic);
  conversation.also = plan.also;
  if (!refused && !failed) conversation.refused.clear();
  conversation.refused.insert(conversation.refused.begin(), plan.refused.begin(), plan.refused.end());
  for (const std::string& topic : plan.refused) std::erase(conversation.topics, topic);
  if (plan.manner == Manner::kWhatElse) return conversation;  // the last answer is still what is spoken of
  conversation.newest = 0;
  for (const Answer& answer : reply.answers) {
    if (!is_subject(answer.topic)) continue;
    std::erase(conversation.topics, answer.topic);
    conversation.topics.insert(conversation.topics.begin() + conversation.newest, answer.topic);
    ++conversation.newest;
  }
  conversation.idle = conversation.newest > 0 ? 0 : conversation.idle + 1;
  const auto shorten = [](std::vector<std::string>& list) {
    if (list.size() > Conversation::kRemembered) list.resize(Conversation::kRemembered);
  };
  shorten(conversation.topics);
  shorten(conversation.refused);
  return conversation;
}

}  // namespace faqbot::dialogue

#include "dialogue/talk.h"

#include <algorithm>
#include <array>

#include "dialogue/choices.h"
#include "dialogue/opening.h"
#include "dialogue/reaction.h"
#include "text/asking.h"
#include "text/normalise.h"
#include "text/stop_words.h"

namespace faqbot::dialogue {
namespace {

constexpr std::string_view kHours = "clinic/hours";
constexpr std::string_view kThanks = "chat/thanks";
constexpr std::string_view kHelp = "chat/help";
constexpr double kSureOfHours = 0.9;
constexpr std::size_t kNamesADay = 2;  // telling words of a message that does no more than that
constexpr std::size_t kMostAnswers = 3;
constexpr std::size_t kMostChoices = 3;
constexpr std::size_t kMostAlso = 6;
// Alternatives less likely than this are no alternatives.
constexpr double kWorthKeeping = 0.01;
// A topic that was turned down must be this sure to be given again.
constexpr double kDespiteRefusal = 0.98;

bool holds(const std::vector<std::string>& list, const std::string& topic) {
  return std::ranges::find(list, topic) != list.end();
}

std::vector<std::string> last_answers(const Conversation& conversation) {
  const auto count = std::min<std::size_t>(conversation.newest, conversation.topics.size());
  return {conversation.topics.begin(), conversation.topics.begin() + static_cast<std::ptrdiff_t>(count)};
}

// The last reply was an answer, a question back or a regret: something to object to.
bool may_object(const Conversation& conversation) {
  return (conversation.newest > 0 && conversation.idle == 0) || conversation.failures > 0 ||
         !conversation.offered.empty();
}

bool just_answered(const Conversation& conversation) {
  return conversation.newest > 0 && conversation.idle == 0;
}

// The hours are told for each day anew, and a boundary is a boundary however often it is asked about.
bool repeats(const Plan& plan, const Conversation& conversation) {
  if (plan.kind != ReplyKind::kAnswer || plan.topics.size() != 1 || !just_answered(conversation))
    return false;
  const std::string& topic = plan.topics.front().topic;
  return topic != kHours && !topic.starts_with("boundary/") && holds(last_answers(conversation), topic);
}

// "i'm twelve weeks" after an answer on pregnancy: nothing was asked, and it is about what was answered.
bool only_tells(std::string_view message, const Plan& plan, const Conversation& conversation) {
  return plan.kind == ReplyKind::kUnknown && just_answered(conversation) && !text::asks(message) &&
         !plan.topics.empty() && holds(last_answers(conversation), plan.topics.front().topic);
}

// "do u do sunday", "what about boxing day": a time, and no word of anything else.
bool names_only_a_time(std::string_view message) {
  static constexpr auto kOfAFeast = std::to_array<std::string_view>({"day", "eve", "holiday", "holidays"});
  const text::Utterance read = text::normalise(message);
  const bool is_feast = std::ranges::any_of(kOfAFeast, [&](std::string_view word) {
    return std::ranges::find(read.words, word) != read.words.end();
  });
  return names_a_time(message) && text::telling_words(read) <= (is_feast ? 2U : 1U);
}

// "thx, it's for my homework": thanks, and a word on why.
bool thanks_and_tells(std::string_view message) {
  static constexpr auto kThanking =
      std::to_array<std::string_view>({"cheers", "ta", "thank", "thanks", "thanx", "thx", "ty"});
  const text::Utterance read = text::normalise(message);
  return !read.empty() && std::ranges::find(kThanking, read.words.front()) != kThanking.end() &&
         std::ranges::find(read.words, "but") == read.words.end() && !text::asks(message, read);
}

std::vector<std::string> alternatives(const Ranking& ranking, const std::vector<RankedTopic>& used) {
  std::vector<std::string> also;
  for (const RankedTopic& topic : ranking.topics) {
    if (also.size() == kMostAlso || topic.confidence < kWorthKeeping) break;
    if (std::ranges::find(used, topic.topic, &RankedTopic::topic) == used.end()) also.push_back(topic.topic);
  }
  return also;
}

// Not one word of it is known, and nothing like it either.
bool is_unreadable(const Ranking& whole) {
  constexpr double kAnyLikeness = 0.3;
  const double likeness = whole.topics.empty() ? 0.0 : whole.topics.front().likeness;
  const double clear = whole.topics.empty() ? 0.0 : whole.topics.front().confidence;
  return whole.telling_words > 0 && whole.known_share <= 0.0 && likeness < kAnyLikeness &&
         clear < kAnyLikeness;
}

// What was offered before still stands.
Plan unreadable(const Conversation& conversation) {
  Plan plan;
  plan.manner = conversation.failures >= 1 ? Manner::kGivingUp : Manner::kUnreadable;
  for (const std::string& topic : conversation.offered) plan.topics.push_back({topic, 0.0, 0.0});
  plan.also = conversation.also;
  return plan;
}

// Small talk is no choice to be offered: what is probably meant is said, the rest left out.
void tidy_small_talk(Plan& plan) {
  constexpr double kProbably = 0.4;
  constexpr std::string_view kPerson = "chat/human";
  const auto is_small_talk = [&](const RankedTopic& topic) {
    return topic.topic.starts_with("chat/") && topic.topic != kPerson;
  };
  if (plan.kind != ReplyKind::kClarify) return;
  if (is_small_talk(plan.topics.front()) && plan.topics.front().confidence >= kProbably) {
    plan.kind = ReplyKind::kAnswer;
    plan.topics.resize(1);
    return;
  }
  const auto left =
      plan.topics.size() - static_cast<std::size_t>(std::ranges::count_if(plan.topics, is_small_talk));
  if (left >= 2) std::erase_if(plan.topics, is_small_talk);
}

Plan plan_of(Question question) {
  Plan plan;
  plan.kind = question.decision.kind;
  plan.topics = std::move(question.decision.topics);
  tidy_small_talk(plan);
  const bool understood = plan.kind != ReplyKind::kUnknown;
  plan.also = alternatives(question.ranking, understood ? plan.topics : std::vector<RankedTopic>());
  if (plan.kind == ReplyKind::kUnknown) plan.unanswered.push_back({std::move(question.text), {}});
  return plan;
}

}  // namespace

Talk::Talk(std::shared_ptr<const knowledge::Knowledge> knowledge)
    : knowledge_(std::move(knowledge)), follow_up_(knowledge_) {}

Plan Talk::chosen(const std::string& topic) const {
  Plan plan;
  plan.kind = ReplyKind::kAnswer;
  plan.topics.push_back({topic, 1.0, 1.0});
  return plan;
}

std::optional<Plan> Talk::chosen_if_there(std::string_view topic, double confidence) const {
  if (knowledge_->find(topic) == nullptr) return std::nullopt;
  Plan plan = chosen(std::string(topic));
  plan.topics.front().confidence = confidence;
  return plan;
}

Plan Talk::none_of_these(const Conversation& conversation) const {
  Plan plan = another_try(conversation, conversation.offered, Manner::kNoneOfThese);
  plan.unanswered.push_back({{}, conversation.offered});
  return plan;
}

// Once with other topics; then a person can help better.
Plan Talk::another_try(const Conversation& conversation, std::vector<std::string> refused,
                       Manner manner) const {
  Plan plan;
  plan.manner = manner;
  std::vector<std::string> never = refused;
  never.insert(never.end(), conversation.refused.begin(), conversation.refused.end());
  plan.refused = std::move(refused);
  const auto offer = [&](const std::string& topic) {
    const bool known = knowledge_->find(topic) != nullptr;
    const bool shown = std::ranges::find(plan.topics, topic, &RankedTopic::topic) != plan.topics.end();
    if (known && !shown && !holds(never, topic) && !holds(conversation.topics, topic) &&
        plan.topics.size() < kMostChoices)
      plan.topics.push_back({topic, 0.0, 0.0});
  };
  for (const std::string& topic : conversation.also) offer(topic);
  for (const std::string& topic : plan.refused)
    if (const knowledge::Topic* found = knowledge_->find(topic))
      for (const std::string& near : found->see_also)
        if (!near.starts_with("chat/")) offer(near);
  plan.kind = ReplyKind::kClarify;
  if (conversation.failures >= 1) {
    plan.kind = ReplyKind::kUnknown;
    plan.manner = Manner::kGivingUp;
  } else if (plan.topics.size() < 2) {
    plan.kind = ReplyKind::kUnknown;
  }
  for (const std::string& topic : conversation.also)
    if (std::ranges::find(plan.topics, topic, &RankedTopic::topic) == plan.topics.end() &&
        !holds(never, topic))
      plan.also.push_back(topic);
  return plan;
}

Plan Talk::correct(std::string_view meant, const Conversation& conversation, const Rank& rank) const {
  const std::vector<std::string> wrong = last_answers(conversation);
  const Rank without_wrong = [&](std::string_view message) {
    Ranking ranking = rank(message);
    std::erase_if(ranking.topics, [&](const RankedTopic& topic) {
      return topic.confidence < kDespiteRefusal &&
             (holds(wrong, topic.topic) || holds(conversation.refused, topic.topic));
    });
    return ranking;
  };
  Plan plan = answer_questions(meant, conversation, without_wrong);
  // "the neck really, the shoulder is fine": what is meant is said first.
  if (const std::size_t comma = meant.find(',', 1);
      plan.kind == ReplyKind::kUnknown && comma != std::string_view::npos)
    if (Plan first = answer_questions(meant.substr(0, comma), conversation, without_wrong);
        first.kind != ReplyKind::kUnknown)
      plan = std::move(first);
  plan.refused = wrong;
  plan.manner = Manner::kSorry;
  if (plan.kind == ReplyKind::kUnknown && conversation.failures >= 1) plan.manner = Manner::kGivingUp;
  return plan;
}

Plan Talk::mended(const Objection& objected, std::string_view message, const Conversation& conversation,
                  const Rank& rank) const {
  if (!objected.meant.empty()) {
    Plan plan = correct(objected.meant, conversation, rank);
    if (!objected.plain && plan.manner == Manner::kSorry) plan.manner = Manner::kPlain;
    return plan;
  }
  Plan plan = another_try(conversation, last_answers(conversation), Manner::kSorry);
  plan.unanswered.push_back({std::string(message), plan.refused});
  return plan;
}

Plan Talk::answer_questions(std::string_view message, const Conversation& conversation,
                            const Rank& rank) const {
  Questions found = questions_in(message, context_of(conversation), follow_up_, rank, kMostAnswers);
  Plan plan;
  if (found.asked.size() == 1) {
    plan = plan_of(std::move(found.asked.front()));
    if (repeats(plan, conversation)) plan.manner = Manner::kAgain;
  } else {
    plan.kind = ReplyKind::kAnswer;
    for (Question& question : found.asked) plan.topics.push_back(question.decision.topics.front());
    for (const Question& question : found.asked)
      for (std::string& topic : alternatives(question.ranking, plan.topics))
        if (plan.also.size() < kMostAlso && !holds(plan.also, topic)) plan.also.push_back(std::move(topic));
  }
  for (Question& question : found.not_understood) {
    plan.nearest.insert(plan.nearest.end(), question.decision.topics.begin(), question.decision.topics.end());
    plan.unanswered.push_back({question.text, {}});
    plan.left_over.push_back(std::move(question.text));
  }
  return plan;
}

// "and on Sunday?" after the opening hours.
bool Talk::asks_of_another_day(std::string_view message, const Conversation& conversation) const {
  const bool is_spoken_of =
      (just_answered(conversation) && holds(last_answers(conversation), std::string(kHours))) ||
      holds(conversation.offered, std::string(kHours));
  return is_spoken_of && names_a_time(message) && text::telling_words(text::normalise(message)) <= kNamesADay;
}

// A choice taken or turned down, or the same choices again.
std::optional<Plan> Talk::picked(std::string_view message, const Conversation& conversation) const {
  std::vector<std::string> labels;
  for (const std::string& topic : conversation.offered)
    if (const knowledge::Topic* found = knowledge_->find(topic)) labels.push_back(found->title);
  if (labels.empty() || labels.size() != conversation.offered.size()) return std::nullopt;
  Picked picked = pick(message, labels);
  if (picked.picking == Picking::kNothing && !just_answered(conversation) && wants_more(message))
    picked.picking = Picking::kUnclear;
  Plan plan;
  switch (picked.picking) {
    case Picking::kNothing:
      return std::nullopt;
    case Picking::kNone:
      return none_of_these(conversation);
    case Picking::kSome:
      plan.kind = ReplyKind::kAnswer;
      for (const std::size_t place : picked.places)
        plan.topics.push_back({conversation.offered[place], 1.0, 1.0});
      return plan;
    case Picking::kUnclear:
      break;
  }
  plan.kind = ReplyKind::kClarify;
  plan.manner = Manner::kWhichOne;
  for (const std::string& topic : conversation.offered) plan.topics.push_back({topic, 0.0, 0.0});
  plan.also = conversation.also;
  return plan;
}

// Taking note of the last answer, or wishing for more of it.
std::optional<Plan> Talk::after_answer(std::string_view message, const Conversation& conversation) const {
  if (takes_note(message))
    if (auto thanks = chosen_if_there(kThanks)) return thanks;
  if (!wants_more(message)) return std::nullopt;
  Plan plan;
  plan.kind = ReplyKind::kAnswer;
  plan.manner = Manner::kMore;
  for (const std::string& topic : last_answers(conversation))
    if (knowledge_->find(topic) != nullptr) plan.topics.push_back({topic, 1.0, 1.0});
  return plan.topics.empty() ? std::nullopt : std::optional(std::move(plan));
}

// "hmm" about an answer: what lies near it, or its detail.
Plan Talk::what_else(const Conversation& conversation) const {
  Plan plan;
  plan.kind = ReplyKind::kClarify;
  plan.manner = Manner::kWhatElse;
  const auto offer = [&](const std::string& topic) {
    const bool shown = std::ranges::find(plan.topics, topic, &RankedTopic::topic) != plan.topics.end();
    if (!shown && is_subject(topic) && !holds(conversation.topics, topic) &&
        knowledge_->find(topic) != nullptr && plan.topics.size() < kMostChoices)
      plan.topics.push_back({topic, 0.0, 0.0});
  };
  for (const std::string& topic : last_answers(conversation))
    if (const knowledge::Topic* found = knowledge_->find(topic))
      for (const std::string& near : found->see_also) offer(near);
  for (const std::string& topic : conversation.also) offer(topic);
  plan.also = conversation.also;
  return plan;
}

// A reaction to nothing that could be taken or turned down: how to go on.
std::optional<Plan> Talk::reacted(std::string_view message, const Conversation& conversation) const {
  Reaction made = reaction(message);
  // "the second one" of nothing.
  static const std::vector<std::string> kNoLabels(kMostChoices);
  if (conversation.offered.empty() && pick(message, kNoLabels).picking == Picking::kSome)
    made = Reaction::kThinking;
  if (made == Reaction::kNone || (made == Reaction::kNo && may_object(conversation))) return std::nullopt;
  if (just_answered(conversation)) {
    if (made == Reaction::kYes)
      if (auto thanks = chosen_if_there(kThanks)) return thanks;
    if (Plan plan = what_else(conversation); plan.topics.size() > 1) return plan;
  }
  return chosen_if_there(kHelp);
}

// What is not wanted is left alone, what lies near it is offered.
Plan Talk::instead(Plan plan, const std::vector<std::string>& denied) const {
  const auto is_worth_offering = [&](const std::string& topic) {
    return is_subject(topic) && knowledge_->find(topic) != nullptr && !holds(denied, topic) &&
           std::ranges::find(plan.topics, topic, &RankedTopic::topic) == plan.topics.end();
  };
  if (plan.kind == ReplyKind::kUnknown) plan.topics.clear();
  for (const std::string& topic : denied)
    if (const knowledge::Topic* found = knowledge_->find(topic))
      for (const std::string& near : found->see_also)
        if (plan.topics.size() < kMostChoices && is_worth_offering(near))
          plan.topics.push_back({near, 0.0, 0.0});
  if (plan.topics.size() < 2) return plan;
  plan.kind = ReplyKind::kClarify;
  plan.manner = Manner::kInstead;
  return plan;
}

Plan Talk::plan(std::string_view message, const Conversation& conversation, const Rank& rank) const {
  if (auto plan = picked(message, conversation)) return std::move(*plan);
  if (just_answered(conversation))
    if (auto plan = after_answer(message, conversation)) return std::move(*plan);
  if (wants_more(message))
    if (auto help = chosen_if_there(kHelp)) return std::move(*help);
  if (auto plan = reacted(message, conversation)) return std::move(*plan);
  if (may_object(conversation))
    if (const Objection objected = objection(message); objected.made)
      return mended(objected, message, conversation, rank);
  if (asks_of_another_day(message, conversation))
    if (auto hours = chosen_if_there(kHours, kSureOfHours)) return std::move(*hours);
  const Ranking whole = rank(message);
  if (is_unreadable(whole)) return unreadable(conversation);
  Plan plan = answer_questions(message, conversation, rank);
  if (plan.kind != ReplyKind::kAnswer && names_only_a_time(message))
    if (auto hours = chosen_if_there(kHours, kSureOfHours)) return std::move(*hours);
  if (plan.kind != ReplyKind::kAnswer && just_answered(conversation) && thanks_and_tells(message))
    if (auto thanks = chosen_if_there(kThanks)) return std::move(*thanks);
  if (only_tells(message, plan, conversation)) {
    if (Plan offer = what_else(conversation); offer.topics.size() > 1) {
      offer.unanswered = std::move(plan.unanswered);
      return offer;
    }
  }
  return plan.kind == ReplyKind::kAnswer || whole.denied.empty() ? plan
                                                                 : instead(std::move(plan), whole.denied);
}

Ranking Talk::ranking(std::string_view message, const Conversation& conversation, const Rank& rank) const {
  return follow_up_.rank(message, context_of(conversation), rank);
}

}  // namespace faqbot::dialogue

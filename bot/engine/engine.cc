#include "engine/engine.h"

#include <algorithm>
#include <optional>

#include "dialogue/compose.h"
#include "dialogue/decide.h"
#include "engine/partner_views.h"
#include "engine/reader.h"
#include "match/suggester.h"
#include "match/topic_ranker.h"
#include "safety/screen.h"

namespace faqbot {
namespace {

void remember(Conversation& conversation, const Reply& reply) {
  ++conversation.turns;
  const bool failed = reply.kind == ReplyKind::kUnknown;
  conversation.failures = failed ? conversation.failures + 1 : 0;
  conversation.offered.clear();
  for (const Link& choice : reply.choices) conversation.offered.push_back(choice.topic);
  for (const Answer& answer : reply.answers) {
    std::erase(conversation.topics, answer.topic);
    conversation.topics.insert(conversation.topics.begin(), answer.topic);
  }
  if (conversation.topics.size() > Conversation::kRemembered)
    conversation.topics.resize(Conversation::kRemembered);
}

}  // namespace

struct Engine::Stages {
  explicit Stages(std::shared_ptr<const knowledge::Knowledge> checked, std::optional<Lessons> lessons = {})
      : knowledge(std::move(checked)),
        reader(*knowledge, lessons),
        screen(knowledge->safety, lessons->safety, lessons->corpus),
        ranker(*knowledge, lessons->topics, lessons->corpus),
        composer(knowledge),
        suggester(*knowledge),
        partners(knowledge) {}

  Reply reply(const Turn& turn) const {
    if (!turn.choice.empty() && knowledge->find(turn.choice) != nullptr) return chosen(turn);
    const Reading reading = reader.read(turn.message);
    if (const auto alarms = screen.check(reading.plain, reading.features); !alarms.empty())
      return composer.urgent(alarms.front().topic, 1.0);
    return composer.compose(dialogue::decide(ranker.rank(reading.typed, reading.features)),
                            turn.conversation.topics);
  }

  Reply chosen(const Turn& turn) const {
    if (turn.choice.starts_with("safety/")) return composer.urgent(turn.choice, 1.0);
    return composer.compose({ReplyKind::kAnswer, {{turn.choice, 1.0, 1.0}}}, turn.conversation.topics);
  }

  std::shared_ptr<const knowledge::Knowledge> knowledge;
  Reader reader;
  safety::Screen screen;
  match::TopicRanker ranker;
  dialogue::Composer composer;
  match::Suggester suggester;
  PartnerViews partners;
};

Engine::Engine(std::shared_ptr<const knowledge::Knowledge> knowledge)
    : stages_(std::make_unique<const Stages>(std::move(knowledge))) {}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

Outcome Engine::answer(const Turn& turn) const {
  Outcome outcome{stages_->reply(turn), turn.conversation};
  stages_->partners.apply(turn.partner, outcome.reply);
  remember(outcome.conversation, outcome.reply);
  return outcome;
}

std::vector<Link> Engine::suggest(std::string_view typed, std::size_t most, std::string_view partner) const {
  const knowledge::Partner* const page = knowledge().partner(partner);
  std::vector<Link> links;
  for (const std::string& topic : stages_->suggester.complete(typed, most))
    if (page == nullptr || !page->leaves_out(topic)) links.push_back(stages_->composer.link(topic));
  return links;
}

const knowledge::Knowledge& Engine::knowledge() const {
  return *stages_->knowledge;
}

}  // namespace faqbot

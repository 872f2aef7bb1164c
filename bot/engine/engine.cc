#include "engine/engine.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <future>
#include <optional>

#include "dialogue/choices.h"
#include "dialogue/compose.h"
#include "dialogue/follow_up.h"
#include "dialogue/letter.h"
#include "dialogue/remember.h"
#include "dialogue/talk.h"
#include "engine/heard.h"
#include "engine/lately.h"
#include "engine/partner_views.h"
#include "engine/reader.h"
#include "match/suggester.h"
#include "match/topic_ranker.h"
#include "safety/screen.h"
#include "text/split.h"

namespace faqbot {
namespace {

using dialogue::Plan;

constexpr std::string_view kNone = "none";

// What only reads the knowledge, made while the reader learns from it.
struct Preparing {
  explicit Preparing(const knowledge::Knowledge& knowledge)
      : rules(std::async(std::launch::async, [&] { return safety::Rules(knowledge.safety); })),
        suggester(std::async(std::launch::async, [&] { return match::Suggester(knowledge); })) {}

  std::future<safety::Rules> rules;
  std::future<match::Suggester> suggester;
};

// What learns from the lessons, side by side: the ranker takes longest.
struct Learnt {
  Learnt(const knowledge::Knowledge& knowledge, std::future<safety::Rules>& rules, const Lessons& lessons)
      : Learnt(knowledge, lessons, std::async(std::launch::async, [&] {
                 return safety::Screen(rules.get(), knowledge.safety, lessons.safety, lessons.corpus);
               })) {}

  match::TopicRanker ranker;
  safety::Screen screen;

 private:
  Learnt(const knowledge::Knowledge& knowledge, const Lessons& lessons, std::future<safety::Screen> screening)
      : ranker(knowledge, lessons.topics, lessons.corpus), screen(screening.get()) {}
};

}  // namespace

struct Engine::Stages {
  Stages(Preparing preparing, std::shared_ptr<const knowledge::Knowledge> checked,
         std::optional<Lessons> lessons = {})
      : knowledge(std::move(checked)),
        talk(knowledge),
        composer(knowledge),
        partners(knowledge),
        reader(*knowledge, lessons),
        learnt(*knowledge, preparing.rules, *lessons),
        suggester(preparing.suggester.get()) {}

  // The most pressing alarm of the message and of each part by itself: what is harmless beside a lot of
  // other words may not be harmless alone. A part lacks what stands beside it, and each is one more chance
  // to be mistaken: it must be a little surer.
  std::optional<safety::Alarm> alarm(std::string_view message, Heard& heard) const {
    if (const auto known = alarms.find(message)) return *known;
    auto found = screened(message, heard);
    alarms.keep(message, std::make_shared<const std::optional<safety::Alarm>>(found));
    return found;
  }

  std::optional<safety::Alarm> screened(std::string_view message, Heard& heard) const {
    constexpr double kSurer = 0.1;
    const auto first = [&](std::string_view text) -> std::optional<safety::Alarm> {
      const Reading& reading = heard.reading(text);
      auto found = learnt.screen.check(reading.plain, reading.understood, reading.features);
      return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
    };
    if (auto whole = first(message)) return whole;
    const std::vector<text::Part> parts = text::split(message);
    if (parts.size() < 2) return std::nullopt;
    for (const text::Part& part : parts)
      if (auto found = first(part.text); found && found->weight > kSurer) return found;
    return std::nullopt;
  }

  static dialogue::Rank rank_by(Heard& heard) {
    return [&heard](std::string_view message) { return heard.ranking(message); };
  }

  Heard listen() const { return {reader, learnt.ranker, rankings}; }

  Plan plan(const Turn& turn, Heard& heard) const {
    if (turn.choice == kNone) return talk.none_of_these(turn.conversation);
    if (!turn.choice.empty() && knowledge->find(turn.choice) != nullptr) return talk.chosen(turn.choice);
    if (turn.conversation.turns > 0) return talked(turn, heard);
    // What opens a conversation is answered alike for all.
    if (const auto known = openings.find(turn.message)) return *known;
    Plan plan = talked(turn, heard);
    const bool quotes = !plan.left_over.empty() || !plan.unanswered.empty();
    if (!quotes) openings.keep(turn.message, std::make_shared<const Plan>(plan));
    return plan;
  }

  Plan talked(const Turn& turn, Heard& heard) const {
    return talk.plan(turn.message, turn.conversation, rank_by(heard));
  }

  Outcome urgent(const Turn& turn, const std::string& topic) const {
    Plan plan;
    plan.kind = ReplyKind::kUrgent;
    Outcome outcome{composer.urgent(topic, 1.0), {}, {}};
    outcome.conversation = dialogue::remember(turn.conversation, plan, outcome.reply);
    return outcome;
  }

  // "is that serious?", "can you massage it": neither a topic nor a question back is what helps now.
  bool asks_on_about_alarm(const Turn& turn, const Plan& decided) const {
    constexpr double kClear = 0.8;
    const bool is_alarmed = knowledge->find(turn.conversation.alarm) != nullptr;
    if (!is_alarmed || !turn.choice.empty()) return false;
    if (decided.kind != ReplyKind::kAnswer) return true;
    const RankedTopic& first = decided.topics.front();
    return !first.topic.starts_with("chat/") && first.confidence < kClear &&
           dialogue::points_back(text::normalise(turn.message));
  }

  Outcome still_urgent(const Turn& turn) const {
    Outcome outcome{composer.still_urgent(turn.conversation.alarm), {}, {}};
    outcome.conversation = dialogue::remember(turn.conversation, {}, outcome.reply);
    return outcome;
  }

  Outcome answer(const Turn& turn) const {
    if (turn.choice.starts_with("safety/") && knowledge->find(turn.choice) != nullptr)
      return urgent(turn, turn.choice);
    Heard heard = listen();
    const std::size_t choices = turn.conversation.offered.size();
    const bool is_picked = choices > 0 && dialogue::only_points(turn.message, choices);
    if (turn.choice.empty() && !is_picked)
      if (const auto alarmed = alarm(turn.message, heard)) return urgent(turn, alarmed->topic);
    Plan decided = plan(turn, heard);
    if (asks_on_about_alarm(turn, decided)) return still_urgent(turn);
    Outcome outcome{composer.compose(decided, turn), {}, {}};
    partners.apply(turn.partner, outcome.reply);
    outcome.conversation = dialogue::remember(turn.conversation, decided, outcome.reply);
    outcome.unanswered = std::move(decided.unanswered);
    return outcome;
  }

  std::vector<WordPull> pulls(const std::string& topic, const text::Utterance& understood) const {
    constexpr std::size_t kMostWords = 5;
    const double whole = learnt.ranker.margin(topic, reader.features(understood));
    std::vector<WordPull> words;
    for (std::size_t i = 0; i < understood.words.size(); ++i) {
      text::Utterance rest = understood;
      rest.words.erase(rest.words.begin() + static_cast<std::ptrdiff_t>(i));
      rest.ends_sentence.erase(rest.ends_sentence.begin() + static_cast<std::ptrdiff_t>(i));
      words.push_back({understood.words[i], whole - learnt.ranker.margin(topic, reader.features(rest))});
    }
    std::ranges::stable_sort(words, std::greater{},
                             [](const WordPull& pull) { return std::abs(pull.margin); });
    if (words.size() > kMostWords) words.resize(kMostWords);
    return words;
  }

  Explanation explain(std::string_view message, const Conversation& conversation) const {
    constexpr std::size_t kMostTopics = 3;
    Heard heard = listen();
    const Reading& reading = heard.reading(message);
    const Ranking& alone = heard.ranking(message);
    Ranking in_talk = talk.ranking(message, conversation, rank_by(heard));
    Explanation explanation{{}, alone.belongs, alone.known_share, reading.understood.joined()};
    if (in_talk.topics.size() > kMostTopics) in_talk.topics.resize(kMostTopics);
    for (const RankedTopic& topic : in_talk.topics) {
      TopicEvidence evidence{
          topic.topic, 0.0, topic.confidence, {}, topic.likeness, pulls(topic.topic, reading.understood)};
      const auto by_itself = std::ranges::find(alone.topics, topic.topic, &RankedTopic::topic);
      if (by_itself != alone.topics.end()) evidence.alone = by_itself->confidence;
      const knowledge::Topic& written = *knowledge->find(topic.topic);
      if (topic.likeness > 0.0 && topic.nearest <= written.questions.size())
        evidence.nearest = topic.nearest == 0 ? written.title : written.questions[topic.nearest - 1].text;
      explanation.topics.push_back(std::move(evidence));
    }
    return explanation;
  }

  std::vector<RankedTopic> topics_of_letter(std::string_view letter) const {
    std::vector<RankedTopic> topics;
    Heard heard = listen();
    const auto alarmed = alarm(letter, heard);
    if (alarmed) topics.push_back({alarmed->topic, 1.0, 1.0});
    for (LetterQuestion& question : dialogue::questions_of_letter(letter, rank_by(heard))) {
      // Beside an alarm, what is merely told is how it came about.
      if ((question.is_asked || !alarmed) && !question.topic.empty())
        topics.push_back({std::move(question.topic), question.confidence, 0.0});
    }
    return topics;
  }

  std::shared_ptr<const knowledge::Knowledge> knowledge;
  dialogue::Talk talk;
  dialogue::Composer composer;
  PartnerViews partners;
  Reader reader;
  Learnt learnt;
  match::Suggester suggester;
  // Of the last minutes; they change nothing but the time that a turn takes.
  mutable Lately<std::optional<safety::Alarm>> alarms;
  mutable Lately<Ranking> rankings;
  mutable Lately<Plan> openings;
};

Engine::Engine(std::shared_ptr<const knowledge::Knowledge> knowledge)
    : stages_(std::make_unique<const Stages>(Preparing(*knowledge), std::move(knowledge))) {}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

Outcome Engine::answer(const Turn& turn) const {
  return stages_->answer(turn);
}

std::vector<RankedTopic> Engine::topics_of_letter(std::string_view letter) const {
  return stages_->topics_of_letter(letter);
}

std::vector<LetterQuestion> Engine::questions_of_letter(std::string_view letter) const {
  Heard heard = stages_->listen();
  return dialogue::questions_of_letter(letter, Stages::rank_by(heard));
}

Explanation Engine::explain(std::string_view message, const Conversation& conversation) const {
  return stages_->explain(message, conversation);
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

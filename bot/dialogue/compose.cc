#include "dialogue/compose.h"

#include <algorithm>
#include <cstdint>

#include "dialogue/follow_up.h"
#include "dialogue/opening.h"
#include "dialogue/wording.h"
#include "text/utf8.h"

namespace faqbot::dialogue {
namespace {

constexpr std::string_view kHours = "clinic/hours";
constexpr std::size_t kMostSuggestions = 3;
constexpr std::size_t kShort = 280;       // characters of an answer that nobody needs shortened
constexpr std::size_t kMostQuoted = 120;  // bytes of a visitor's words that we repeat
// A topic less likely than this is no help with a part that was not understood.
constexpr double kWorthNaming = 0.05;

void paragraph(std::string& text, std::string_view more) {
  if (!text.empty()) text += "\n\n";
  text += more;
}

void list(std::string& text, const std::vector<Link>& links) {
  for (std::size_t i = 0; i < links.size(); ++i) {
    text += '\n';
    text += std::to_string(i + 1);
    text += ". ";
    text += links[i].label;
  }
}

bool holds(const std::vector<std::string>& list, const std::string& topic) {
  return std::ranges::find(list, topic) != list.end();
}

std::vector<std::string_view> paragraphs(std::string_view text, std::string_view end) {
  std::vector<std::string_view> found;
  while (!text.empty()) {
    const std::size_t to = std::min(text.find(end), text.size());
    if (to > 0) found.push_back(text.substr(0, to));
    text.remove_prefix(std::min(to + end.size(), text.size()));
  }
  return found;
}

// FNV-1a: the same on every machine, unlike std::hash.
std::size_t stable_hash(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

// What the short answer leaves out.
std::string_view detail_of(const Answer& answer) {
  std::string_view text = answer.text;
  if (!text.starts_with(answer.short_text)) return text;
  text.remove_prefix(answer.short_text.size());
  const std::size_t from = text.find_first_not_of(" \n");
  return from == std::string_view::npos ? std::string_view() : text.substr(from);
}

// At most kMostQuoted bytes, cut between words.
std::string shortened(std::string_view part) {
  while (!part.empty() && std::string_view(".?! ").find(part.back()) != std::string_view::npos)
    part.remove_suffix(1);
  if (part.size() <= kMostQuoted) return std::string(part);
  const std::size_t cut = part.substr(0, kMostQuoted).rfind(' ');
  return std::string(part.substr(0, cut == std::string_view::npos ? 0 : cut)) + "\xE2\x80\xA6";
}

// Leaves of an answer what it says first.
void keep_short(Answer& answer) {
  answer.text = answer.short_text;
  const std::string_view end = answer.html.starts_with("<div>") ? "</div>\n" : "</p>\n";
  if (const std::size_t at = answer.html.find(end); at != std::string::npos)
    answer.html.resize(at + end.size());
}

// Who only thanks or leaves has heard what comes first.
bool is_farewell(const Plan& plan) {
  return std::ranges::all_of(plan.topics, [](const RankedTopic& topic) {
    return topic.topic == "chat/thanks" || topic.topic == "chat/goodbye";
  });
}

std::string_view question_of(Manner manner) {
  switch (manner) {
    case Manner::kSorry:
      return wording::kSorryWhichOne;
    case Manner::kNoneOfThese:
      return wording::kOtherTry;
    case Manner::kWhichOne:
      return wording::kStillWhichOne;
    case Manner::kWhatElse:
      return wording::kWhatElse;
    case Manner::kInstead:
      return wording::kInstead;
    default:
      return wording::kWhichOne;
  }
}

std::string_view regret_of(Manner manner) {
  switch (manner) {
    case Manner::kPlain:
      return wording::kUnknown;
    case Manner::kUnreadable:
      return wording::kUnreadable;
    default:
      return wording::kGivingUp;
  }
}

}  // namespace

Composer::Composer(std::shared_ptr<const knowledge::Knowledge> knowledge) : knowledge_(std::move(knowledge)) {
  for (const knowledge::Topic& topic : knowledge_->topics)
    rendered_.push_back(knowledge::render(topic, knowledge_->clinic));
  reach_ = knowledge::fact(knowledge_->clinic, "reach");
  const knowledge::Hours& hours = knowledge_->clinic.hours;
  if (hours.known) zone_ = knowledge::TimeZone::load(hours.timezone);
}

Link Composer::link(std::string_view topic) const {
  const knowledge::Topic* found = knowledge_->find(topic);
  return {std::string(topic), found == nullptr ? std::string(topic) : found->title};
}

Answer Composer::answer(std::string_view id, double confidence) const {
  const knowledge::Topic& topic = *knowledge_->find(id);
  const knowledge::Rendered& texts = rendered_[knowledge_->index.at(topic.id)];
  Answer answer{topic.id,   topic.title, texts.short_text, texts.text,
                texts.html, {},          topic.reviewed,   confidence};
  for (const std::string& id_of_source : topic.sources) {
    const knowledge::Source& source = knowledge_->sources.at(id_of_source);
    answer.sources.push_back({source.title + ", " + source.publisher, source.url});
  }
  return answer;
}

// Small talk has its paragraphs to choose from: one for each conversation and turn, the same every time
// that it is asked for.
void Composer::vary(Answer& answer, const Conversation& before) const {
  const std::vector<std::string_view> wordings = paragraphs(answer.text, "\n\n");
  const std::vector<std::string_view> pages = paragraphs(answer.html, "</p>\n");
  if (wordings.size() < 2 || pages.size() != wordings.size()) return;
  const std::size_t which = (stable_hash(before.id) + before.turns) % wordings.size();
  std::string html = std::string(pages[which]) + "</p>\n";
  std::string text(wordings[which]);
  answer.html = std::move(html);
  answer.short_text = text;
  answer.text = std::move(text);
}

// What was asked about a certain day goes before the table of all days.
void Composer::tell_hours(Answer& answer, const Turn& turn) const {
  if (!zone_ || turn.now == std::chrono::sys_seconds{}) return;
  const std::string sentence =
      opening_sentence(turn.message, knowledge_->clinic.hours, moment_at(turn.now, *zone_));
  if (sentence.empty()) return;
  answer.short_text = sentence;
  answer.text = sentence + "\n\n" + answer.text;
  answer.html = knowledge::safe_html(sentence) + answer.html;
}

void Composer::add_answers(const Plan& plan, const Turn& turn, Reply& reply) const {
  for (const RankedTopic& topic : plan.topics) {
    Answer next = answer(topic.topic, topic.confidence);
    if (topic.topic.starts_with("chat/")) vary(next, turn.conversation);
    if (topic.topic == kHours) tell_hours(next, turn);
    std::string_view said = next.short_text;
    if (plan.manner == Manner::kMore) said = detail_of(next);
    if (plan.manner == Manner::kAgain && !detail_of(next).empty()) said = detail_of(next);
    // What is short anyway, and what guards somebody's health, is said whole.
    const bool alone = plan.topics.size() == 1;
    if (alone && (text::length(next.text) <= kShort || topic.topic.starts_with("boundary/")))
      said = next.text;
    paragraph(reply.text, said.empty() ? wording::kNoMore : said);
    reply.answers.push_back(std::move(next));
  }
}

void Composer::add_left_over(const Plan& plan, Reply& reply) const {
  if (plan.left_over.empty()) return;
  std::string named;
  for (const std::string& part : plan.left_over) {
    named += named.empty() ? "" : ", ";
    named += '"' + shortened(part) + '"';
  }
  paragraph(reply.text, std::string(wording::kNotAnswered) + named + '.');
  reply.text += ' ';
  add_person(reply);
}

bool Composer::names_a_person(std::string_view text) const {
  return !reach_.empty() && text.find(reach_) != std::string_view::npos;
}

void Composer::add_person(Reply& reply) const {
  reply.text += wording::kPerson;
  reply.text += reach_ + '.';
  reply.handoff = true;
}

// What the visitor would ask next: what a part of the message may have meant, then what belongs to the
// answers.
void Composer::suggest(const Plan& plan, const Conversation& before, Reply& reply) const {
  const auto add = [&](const std::string& id) {
    const auto same = [&](const auto& thing) { return thing.topic == id; };
    if (reply.suggestions.size() == kMostSuggestions || std::ranges::any_of(reply.suggestions, same)) return;
    if (std::ranges::any_of(reply.answers, same) || holds(before.topics, id) || holds(before.refused, id))
      return;
    if (holds(plan.refused, id) || knowledge_->find(id) == nullptr) return;
    reply.suggestions.push_back(link(id));
  };
  for (const RankedTopic& topic : plan.nearest)
    if (topic.confidence >= kWorthNaming) add(topic.topic);
  for (std::size_t rank = 0; rank < kMostSuggestions; ++rank)
    for (const Answer& given : reply.answers)
      if (const auto& next = knowledge_->find(given.topic)->see_also; rank < next.size()) add(next[rank]);
  for (const Answer& given : reply.answers)
    for (const std::string& next : knowledge_->find(given.topic)->see_also) add(next);
}

Reply Composer::compose(const Plan& plan, const Turn& turn) const {
  Reply reply;
  reply.kind = plan.kind;
  reply.knowledge = knowledge_->version;
  if (plan.kind == ReplyKind::kAnswer) {
    if (plan.manner == Manner::kSorry) reply.text = wording::kSorry;
    if (!turn.conversation.alarm.empty() && !is_farewell(plan)) reply.text = wording::kUrgentFirst;
    add_answers(plan, turn, reply);
    add_left_over(plan, reply);
    suggest(plan, turn.conversation, reply);
    reply.handoff = reply.handoff || names_a_person(reply.text);
    return reply;
  }
  std::vector<Link> links;
  for (const RankedTopic& topic : plan.topics) links.push_back(link(topic.topic));
  if (plan.kind == ReplyKind::kClarify) {
    reply.text = question_of(plan.manner);
    reply.choices = std::move(links);
    list(reply.text, reply.choices);
    if (plan.manner == Manner::kInstead) {
      paragraph(reply.text, "");
      add_person(reply);
    }
    return reply;
  }
  reply.text = regret_of(plan.manner);
  paragraph(reply.text, "");
  add_person(reply);
  std::erase_if(links, [](const Link& near) { return !is_subject(near.topic); });  // small talk leads nowhere
  reply.suggestions = std::move(links);
  if (!reply.suggestions.empty()) {
    paragraph(reply.text, wording::kNearest);
    list(reply.text, reply.suggestions);
  }
  return reply;
}

Reply Composer::still_urgent(std::string_view topic) const {
  Reply reply = urgent(topic, 1.0);
  keep_short(reply.answers.back());
  reply.text = std::string(wording::kStillUrgent) + "\n\n" + reply.answers.back().text;
  return reply;
}

Reply Composer::urgent(std::string_view topic, double confidence) const {
  Reply reply;
  reply.kind = ReplyKind::kUrgent;
  reply.knowledge = knowledge_->version;
  reply.answers.push_back(answer(topic, confidence));
  reply.text = reply.answers.back().text;
  return reply;
}

}  // namespace faqbot::dialogue

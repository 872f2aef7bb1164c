#include "dialogue/compose.h"

#include <algorithm>

#include "dialogue/wording.h"

namespace faqbot::dialogue {
namespace {

constexpr std::size_t kMostSuggestions = 3;

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

}  // namespace

Composer::Composer(std::shared_ptr<const knowledge::Knowledge> knowledge) : knowledge_(std::move(knowledge)) {
  for (const knowledge::Topic& topic : knowledge_->topics)
    rendered_.push_back(knowledge::render(topic, knowledge_->clinic));
  reach_ = knowledge::fact(knowledge_->clinic, "reach");
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

std::vector<Link> Composer::see_also(std::string_view id, const std::vector<std::string>& discussed) const {
  std::vector<Link> links;
  for (const std::string& next : knowledge_->find(id)->see_also) {
    if (links.size() == kMostSuggestions) break;
    if (std::ranges::find(discussed, next) == discussed.end()) links.push_back(link(next));
  }
  return links;
}

Reply Composer::compose(const Decision& decision, const std::vector<std::string>& discussed) const {
  Reply reply;
  reply.kind = decision.kind;
  reply.knowledge = knowledge_->version;
  if (decision.kind == ReplyKind::kAnswer) {
    for (const RankedTopic& topic : decision.topics) {
      reply.answers.push_back(answer(topic.topic, topic.confidence));
      paragraph(reply.text, reply.answers.back().text);
    }
    reply.suggestions = see_also(decision.topics.front().topic, discussed);
    return reply;
  }
  std::vector<Link> links;
  for (const RankedTopic& topic : decision.topics) links.push_back(link(topic.topic));
  if (decision.kind == ReplyKind::kClarify) {
    reply.text = wording::kWhichOne;
    reply.choices = std::move(links);
    list(reply.text, reply.choices);
    return reply;
  }
  reply.text = wording::kUnknown;
  paragraph(reply.text, wording::kPerson);
  reply.text += reach_ + '.';
  reply.handoff = true;
  reply.suggestions = std::move(links);
  if (!reply.suggestions.empty()) {
    paragraph(reply.text, wording::kNearest);
    list(reply.text, reply.suggestions);
  }
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

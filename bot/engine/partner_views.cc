#include "engine/partner_views.h"

#include <algorithm>
#include <utility>

#include "dialogue/wording.h"

namespace faqbot {
namespace {

std::string numbered(const std::vector<Link>& links) {
  std::string list;
  for (std::size_t i = 0; i < links.size(); ++i) list += '\n' + std::to_string(i + 1) + ". " + links[i].label;
  return list;
}

// The piece of a reply's text that the answer put there: all of it, what follows the short answer, or that.
std::string_view said_of(const Answer& answer, std::string_view text) {
  if (text.find(answer.text) != std::string_view::npos) return answer.text;
  std::string_view detail = answer.text;
  detail.remove_prefix(std::min(answer.short_text.size(), detail.size()));
  detail.remove_prefix(std::min(detail.find_first_not_of(" \n"), detail.size()));
  if (!detail.empty() && text.find(detail) != std::string_view::npos) return detail;
  return answer.short_text;
}

void replace(std::string& text, std::string_view piece, std::string_view by) {
  const auto at = text.find(piece);
  if (!piece.empty() && at != std::string::npos) text.replace(at, piece.size(), by);
}

// The paragraph and the blank line that parts it from its neighbour.
void cut(std::string& text, std::string_view piece) {
  const auto at = text.find(piece);
  if (piece.empty() || at == std::string::npos) return;
  text.erase(at, piece.size());
  if (text.compare(at, 2, "\n\n") == 0)
    text.erase(at, 2);
  else if (at >= 2 && text.compare(at - 2, 2, "\n\n") == 0)
    text.erase(at - 2, 2);
}

// A list that has become empty takes its heading along.
void relist(std::string& text, const std::string& before, const std::string& after) {
  const auto at = text.find(before);
  if (before.empty() || at == std::string::npos) return;
  text.replace(at, before.size(), after);
  if (!after.empty()) return;
  const auto heading = text.rfind("\n\n", at);
  text.erase(heading == std::string::npos ? 0 : heading, at - (heading == std::string::npos ? 0 : heading));
}

void keep_shown(const knowledge::Partner& partner, std::vector<Link>& links, std::string& text) {
  const std::string before = numbered(links);
  std::erase_if(links, [&](const Link& link) { return partner.leaves_out(link.topic); });
  const std::string after = numbered(links);
  if (after != before) relist(text, before, after);
}

}  // namespace

PartnerViews::PartnerViews(std::shared_ptr<const knowledge::Knowledge> knowledge)
    : knowledge_(std::move(knowledge)), reach_(knowledge::fact(knowledge_->clinic, "reach")) {
  for (const knowledge::Partner& partner : knowledge_->partners)
    for (const auto& [id, words] : partner.wording) {
      knowledge::Topic topic;
      topic.body = words;
      wordings_[partner.id].emplace(id, knowledge::render(topic, knowledge_->clinic));
    }
}

void PartnerViews::apply(std::string_view id, Reply& reply) const {
  const knowledge::Partner* const partner = knowledge_->partner(id);
  if (partner == nullptr) return;
  leave_out(*partner, reply);
  const auto wordings = wordings_.find(id);
  if (wordings == wordings_.end()) return;
  for (Answer& answer : reply.answers) {
    const auto found = wordings->second.find(answer.topic);
    if (found == wordings->second.end()) continue;
    const knowledge::Rendered& words = found->second;
    const std::string_view said = said_of(answer, reply.text);
    replace(reply.text, said, said == answer.short_text ? words.short_text : words.text);
    answer.short_text = words.short_text;
    answer.text = words.text;
    answer.html = words.html;
  }
}

void PartnerViews::leave_out(const knowledge::Partner& partner, Reply& reply) const {
  for (const Answer& answer : reply.answers)
    if (partner.leaves_out(answer.topic)) cut(reply.text, said_of(answer, reply.text));
  std::erase_if(reply.answers, [&](const Answer& answer) { return partner.leaves_out(answer.topic); });
  keep_shown(partner, reply.choices, reply.text);
  keep_shown(partner, reply.suggestions, reply.text);
  if (reply.kind == ReplyKind::kAnswer && reply.answers.empty()) become_unknown(reply);
  if (reply.kind == ReplyKind::kClarify && reply.choices.size() < 2) become_unknown(reply);
}

void PartnerViews::become_unknown(Reply& reply) const {
  reply.kind = ReplyKind::kUnknown;
  reply.handoff = true;
  // One choice alone is no question, but may still be what was meant.
  reply.suggestions.insert(reply.suggestions.begin(), std::make_move_iterator(reply.choices.begin()),
                           std::make_move_iterator(reply.choices.end()));
  reply.choices.clear();
  reply.text = std::string(dialogue::wording::kUnknown) + "\n\n" + std::string(dialogue::wording::kPerson) +
               reach_ + '.';
  if (!reply.suggestions.empty())
    reply.text += "\n\n" + std::string(dialogue::wording::kNearest) + numbered(reply.suggestions);
}

}  // namespace faqbot

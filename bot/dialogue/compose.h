// A decision to a reply: curated texts, the clinic's facts, choices, suggestions.
//
// All topics are rendered once; composing a reply copies texts and nothing more.
//
// Thread safety: immutable once built.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/reply.h"
#include "dialogue/talk.h"
#include "knowledge/knowledge.h"
#include "knowledge/render.h"
#include "knowledge/time_zone.h"

namespace faqbot::dialogue {

class Composer {
 public:
  explicit Composer(std::shared_ptr<const knowledge::Knowledge> knowledge);

  // `turn`: what the plan was made for. What was discussed in its conversation is not suggested again, small
  // talk is worded by its id, and opening hours are told for its day.
  Reply compose(const Plan& plan, const Turn& turn) const;

  // The reply of a safety topic: what to do now, and nothing else.
  Reply urgent(std::string_view topic, double confidence) const;

  // In short, where it was said already and somebody asks on about it.
  Reply still_urgent(std::string_view topic) const;

  Link link(std::string_view topic) const;

 private:
  Answer answer(std::string_view id, double confidence) const;
  void vary(Answer& answer, const Conversation& before) const;
  void tell_hours(Answer& answer, const Turn& turn) const;
  void add_answers(const Plan& plan, const Turn& turn, Reply& reply) const;
  void add_left_over(const Plan& plan, Reply& reply) const;
  void add_person(Reply& reply) const;
  bool names_a_person(std::string_view text) const;
  void suggest(const Plan& plan, const Conversation& before, Reply& reply) const;

  std::shared_ptr<const knowledge::Knowledge> knowledge_;
  std::vector<knowledge::Rendered> rendered_;  // of each topic, in the knowledge's order
  std::string reach_;
  std::optional<knowledge::TimeZone> zone_;  // where the clinic's hours are known
};

}  // namespace faqbot::dialogue

// What a message means after what was said before: "and deep tissue?", "is it the same for my neck?"
//
// Two ways in which the past speaks. A message that cannot stand alone (short,
// with pronouns, beginning with "and" or "what about") is ranked a second time
// with the name of what was spoken of in front of it. And every topic that
// lies near what was spoken of (the same group, see_also) was likelier before the
// message was even read: Bayes' rule with that prior settles what is unsure and
// leaves alone what is clear. Both fade with each turn that answers nothing.
//
// Thread safety: immutable once built.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/conversation.h"
#include "core/ranking.h"
#include "knowledge/knowledge.h"
#include "text/normalise.h"

namespace faqbot::dialogue {

// The matcher, as the engine lends it: a message to its ranking.
using Rank = std::function<Ranking(std::string_view)>;

// What a message can refer to.
struct Context {
  std::vector<std::string> topics;  // spoken of, newest first
  std::string statement;            // said just before, in the same message; may be empty
  double weight = 1.0;              // 0..1, how present it is
};

// False for small talk and alarms, to which nothing refers back.
bool is_subject(std::string_view topic);

// What was spoken of in earlier turns, or else what the last message was probably about; weight 0 where
// nothing was, or long ago.
Context context_of(const Conversation& conversation);

// Whether it has a word that stands for what was spoken of: "can you massage it", "is that serious".
bool points_back(const text::Utterance& utterance);

// 0..1: how much a message leans on what was said before. "does it?" 1, a full sentence of its own 0.
double dependence(std::string_view message);

class FollowUp {
 public:
  explicit FollowUp(std::shared_ptr<const knowledge::Knowledge> knowledge);

  // The ranking of `message` after `context`. Cost: one to three rankings.
  Ranking rank(std::string_view message, const Context& context, const Rank& alone) const;

 private:
  std::vector<std::string> expanded(std::string_view message, const Context& context) const;
  void lean(std::string_view message, const Context& context, const Rank& alone, double leaning,
            Ranking& ranking) const;
  bool is_about_unnamed_group(const text::Utterance& utterance, const Ranking& ranking,
                              const Context& context) const;
  bool is_called_by_name(std::string_view group) const;
  bool says_only_context(std::string_view topic, const Context& context, bool points_back) const;
  double nearness(const std::string& topic, const Context& context, bool asks_on) const;

  std::shared_ptr<const knowledge::Knowledge> knowledge_;
  std::unordered_map<std::string, std::string> key_words_;    // of each topic: its title's telling words
  std::unordered_map<std::string, std::string> group_words_;  // of each group: its name, where people say it
};

}  // namespace faqbot::dialogue

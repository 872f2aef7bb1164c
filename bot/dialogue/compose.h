// A decision to a reply: curated texts, the clinic's facts, choices, suggestions.
//
// All topics are rendered once; composing a reply copies texts and nothing more.
//
// Thread safety: immutable once built.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/reply.h"
#include "dialogue/decide.h"
#include "knowledge/knowledge.h"
#include "knowledge/render.h"

namespace faqbot::dialogue {

class Composer {
 public:
  explicit Composer(std::shared_ptr<const knowledge::Knowledge> knowledge);

  // `discussed`: topics that need not be suggested again.
  Reply compose(const Decision& decision, const std::vector<std::string>& discussed) const;

  // The reply of a safety topic: what to do now, and nothing else.
  Reply urgent(std::string_view topic, double confidence) const;

  Link link(std::string_view topic) const;

 private:
  Answer answer(std::string_view topic, double confidence) const;
  std::vector<Link> see_also(std::string_view topic, const std::vector<std::string>& discussed) const;

  std::shared_ptr<const knowledge::Knowledge> knowledge_;
  std::vector<knowledge::Rendered> rendered_;  // of each topic, in the knowledge's order
  std::string reach_;
};

}  // namespace faqbot::dialogue

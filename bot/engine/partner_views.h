// A reply as a partner's visitors get it: without the topics that the partner leaves out, and in the
// partner's words where it has some.
//
// Applied to the finished reply, so that every stage before it works the same for everybody. Safety topics
// stay untouched: the loader refuses a partner that names one.
//
// Thread safety: immutable once built.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "core/reply.h"
#include "knowledge/knowledge.h"
#include "knowledge/render.h"

namespace faqbot {

class PartnerViews {
 public:
  // Renders every partner's wordings.
  explicit PartnerViews(std::shared_ptr<const knowledge::Knowledge> knowledge);

  // Does nothing where no partner has that `id`. An answer of which nothing remains becomes "unknown", with
  // the way to a person.
  void apply(std::string_view id, Reply& reply) const;

 private:
  using Wordings = std::map<std::string, knowledge::Rendered, std::less<>>;  // by topic

  void leave_out(const knowledge::Partner& partner, Reply& reply) const;
  void become_unknown(Reply& reply) const;

  std::shared_ptr<const knowledge::Knowledge> knowledge_;
  std::map<std::string, Wordings, std::less<>> wordings_;  // by partner
  std::string reach_;
};

}  // namespace faqbot

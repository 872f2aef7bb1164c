// The front desk's addresses for partners: who they are, and the secret links to their own figures.
#include <algorithm>
#include <string>

#include "desk/session.h"
#include "http/desk_json.h"
#include "http/desk_routes.h"
#include "http/partner_routes.h"
#include "http/problem.h"

namespace faqbot::http {
namespace {

constexpr std::string_view kNoPartner = "knowledge/partners.yaml has no partner of that name.";

bool has_partner(const knowledge::Knowledge& knowledge, std::string_view id) {
  return std::ranges::find(knowledge.partners, id, &knowledge::Partner::id) != knowledge.partners.end();
}

}  // namespace

Response DeskRoutes::partners(const Call& /*call*/) {
  const auto links = parts_.records.partner_links().all();
  if (!links) return failed(links.error());
  const auto serving = parts_.engine.current();
  Json all = Json::array();
  for (const knowledge::Partner& partner : serving->knowledge().partners) {
    const auto link = std::ranges::find(*links, partner.id, &store::PartnerLink::partner);
    Json one = {{"id", partner.id}, {"name", partner.name}, {"link", nullptr}};
    if (link != links->end()) one["link"] = {{"made", iso(link->by.at)}, {"by", link->by.who}};
    all.push_back(std::move(one));
  }
  return say({{"partners", std::move(all)}});
}

// The address is told this once: the store does not have it.
Response DeskRoutes::make_link(const Call& call) {
  if (!has_partner(parts_.engine.current()->knowledge(), call.parts[0])) return problem(404, kNoPartner);
  const std::string key = desk::new_token();
  if (const auto error =
          parts_.records.partner_links().make(call.parts[0], desk::hash_of_token(key), call.by()))
    return failed(*error);
  return say({{"path", std::string(PartnerRoutes::kPath) + key}}, 201);
}

Response DeskRoutes::revoke_link(const Call& call) {
  const auto revoked = parts_.records.partner_links().revoke(call.parts[0], call.by());
  if (!revoked) return failed(revoked.error());
  return *revoked ? done() : problem(404, "That partner has no link.");
}

}  // namespace faqbot::http

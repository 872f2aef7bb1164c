#include "store/partner_links.h"

namespace faqbot::store {

std::optional<Error> PartnerLinks::make(std::string_view partner, std::string_view hash, const By& by) {
  auto transaction = database_.begin();
  if (!transaction) return transaction.error();
  const auto made = transaction->query(
      "INSERT INTO partner_link (partner, hash, made, who) VALUES ($1, $2, $3, $4)"
      " ON CONFLICT (partner) DO UPDATE SET hash = excluded.hash, made = excluded.made, who = excluded.who",
      partner, hash, by.at, by.who);
  if (!made) return made.error();
  if (auto error = write_audit(*transaction, by, "partner link made", partner)) return error;
  return transaction->commit();
}

Result<bool> PartnerLinks::revoke(std::string_view partner, const By& by) {
  auto transaction = database_.begin();
  if (!transaction) return transaction.error();
  const auto gone =
      transaction->query("DELETE FROM partner_link WHERE partner = $1 RETURNING partner", partner);
  if (!gone) return gone.error();
  if (gone->empty()) return false;
  if (auto error = write_audit(*transaction, by, "partner link revoked", partner)) return *std::move(error);
  if (auto error = transaction->commit()) return *std::move(error);
  return true;
}

Result<std::vector<PartnerLink>> PartnerLinks::all() {
  const auto rows = database_.query("SELECT partner, who, made FROM partner_link ORDER BY partner");
  if (!rows) return rows.error();
  std::vector<PartnerLink> links;
  for (const Row& row : *rows) links.push_back({row.text(0), {row.text(1), row.time(2)}});
  return links;
}

Result<std::optional<std::string>> PartnerLinks::partner_of(std::string_view hash) {
  const auto rows = database_.query("SELECT partner FROM partner_link WHERE hash = $1", hash);
  if (!rows) return rows.error();
  if (rows->empty()) return std::optional<std::string>();
  return std::optional(rows->front().text(0));
}

}  // namespace faqbot::store

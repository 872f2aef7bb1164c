// The secret addresses at which partners see their own figures: one for each partner, made and taken back by
// the clinic.
//
// The store keeps a hash of the secret, so that a copy of it opens nothing.
// Thread safety: as Database.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/audit.h"
#include "store/database.h"

namespace faqbot::store {

struct PartnerLink {
  std::string partner;
  By by;  // who made it, and when
};

class PartnerLinks {
 public:
  explicit PartnerLinks(Database& database) : database_(database) {}

  // The partner's earlier link ends. `hash`: of the secret, not empty.
  std::optional<Error> make(std::string_view partner, std::string_view hash, const By& by);

  // False where there was none.
  Result<bool> revoke(std::string_view partner, const By& by);

  // By partner.
  Result<std::vector<PartnerLink>> all();

  // Whose figures that secret shows; nothing for a secret that never was or is no more.
  Result<std::optional<std::string>> partner_of(std::string_view hash);

 private:
  Database& database_;
};

}  // namespace faqbot::store

// Who is signed in at the front desk.
//
// A session is found by the hash of its token alone: whoever reads the store can't sign in with it.
// Thread safety: as Database.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"
#include "store/staff.h"

namespace faqbot::store {

struct Session {
  std::string token_hash;
  std::string account;
  Role role = Role::kStaff;  // the account's, as it is now
  Time created{};
  Time seen{};  // to the minute
  Time expires{};
};

class Sessions {
 public:
  explicit Sessions(Database& database) : database_(database) {}

  // `role` is not looked at. Expired sessions of everybody are swept out. REQUIRES: the account is there.
  std::optional<Error> begin(const Session& session);

  // Nothing where there is none, where it has expired, or where its account is disabled. `idle` ends one
  // that was not seen for so long. Cost: a read; a write once a minute.
  Result<std::optional<Session>> find(std::string_view token_hash, Time now, std::chrono::minutes idle);

  Result<std::vector<Session>> of(std::string_view account, Time now);  // newest first
  std::optional<Error> end(std::string_view token_hash);
  // Signed out everywhere. How many there were.
  Result<std::size_t> end_all(std::string_view account, const By& by);

 private:
  Database& database_;
};

}  // namespace faqbot::store

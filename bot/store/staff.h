// Who may sit at the front desk: accounts and their roles, guesses at passwords.
//
// Passwords come here hashed; this knows nothing of how. Sessions: sessions.h.
// Thread safety: as Database.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/audit.h"
#include "store/database.h"

namespace faqbot::store {

enum class Role { kStaff, kEditor };  // an editor may publish knowledge

std::string_view name_of(Role role);

struct Account {
  std::string name;
  std::string password;  // its hash
  Role role = Role::kStaff;
  bool disabled = false;
  Time created{};
};

struct LockOut {
  std::int64_t failures = 5;               // too few: a slip of the finger locks; too many: guesses
  std::chrono::minutes length{15};         // too short: guesses go on; too long: staff are kept out
  std::chrono::hours forgotten_after{24};  // failures further apart are not one series
};

class Staff {
 public:
  explicit Staff(Database& database) : database_(database) {}

  // False where the name is taken.
  Result<bool> add(const Account& account, const By& by);
  Result<std::optional<Account>> find(std::string_view name);
  Result<std::vector<Account>> all();  // by name

  // False where there is no such account. A new password, a disabled account and a changed role end its
  // sessions.
  Result<bool> set_password(std::string_view name, std::string_view hash, const By& by);
  Result<bool> set_role(std::string_view name, Role role, const By& by);
  Result<bool> set_disabled(std::string_view name, bool disabled, const By& by);

  // A failed attempt: until when further ones are refused, nothing while there are not too many. `subject` is
  // an account's name, whether or not there is such an account, or an address, "ip:192.0.2.1".
  Result<std::optional<Time>> count_failure(std::string_view subject, Time now, const LockOut& lock_out);
  // Until when the subject is locked out; nothing where it is not.
  Result<std::optional<Time>> locked_until(std::string_view subject, Time now);
  std::optional<Error> forget_failures(std::string_view subject);

 private:
  Result<bool> change(std::string_view sql, std::string_view name, const Value& to, const By& by,
                      std::string_view action, std::string_view detail);

  Database& database_;
};

}  // namespace faqbot::store

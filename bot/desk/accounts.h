// Signing in at the front desk, and who is signed in.
//
// Names that exist cannot be told from names that do not: not by the answer, not by its time, not by the
// lock-out, which counts names and addresses alike.
// Source: OWASP Authentication and Session Management Cheat Sheets.
//
// Thread safety: every member may be called from any thread. Memory: one password is worked on at a time.
#pragma once

#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/result.h"
#include "store/records.h"

namespace faqbot::desk {

using store::Time;

inline constexpr std::chrono::hours kLongestSession{12};      // a working day
inline constexpr std::chrono::minutes kLongestIdleness{120};  // a page that is open asks all the time

struct SignedIn {
  std::string name;
  store::Role role = store::Role::kStaff;
  std::string csrf;   // what every change must bring along
  std::string token;  // for the cookie
};

struct WrongNameOrPassword {};
struct LockedOut {
  std::chrono::seconds wait{};
};

class Accounts {
 public:
  // REQUIRES: the records outlive this.
  explicit Accounts(store::Records& records) : records_(records) {}

  // A new session. `address`: a name of the client's. Errors: the store.
  Result<std::variant<SignedIn, WrongNameOrPassword, LockedOut>> sign_in(std::string_view name,
                                                                         std::string_view password,
                                                                         std::string_view address, Time now);

  // Nothing where the token opens no session. Cost: a small read.
  Result<std::optional<SignedIn>> who(std::string_view token, Time now);

  std::optional<Error> sign_out(const SignedIn& session, Time now);
  std::optional<Error> sign_out_everywhere(std::string_view name, Time now);

  // All sessions of the account end. Errors: the current password is wrong, or the new one will not do.
  std::optional<Error> change_password(std::string_view name, std::string_view current,
                                       std::string_view fresh, Time now);

  // For `faqbot staff`: what the account is called may hold letters, digits, spaces, dots and dashes.
  // The result is the password: the one given, or, where that is empty, one made up here. Errors: the name is
  // taken, or name or password will not do.
  Result<std::string> add(std::string_view name, store::Role role, Time now, std::string password = {});
  // A new password, made up here; all sessions end. Errors: there is no such account.
  Result<std::string> reset_password(std::string_view name, Time now);

 private:
  bool is_right(std::string_view password, const std::string& hash);
  Result<std::optional<LockedOut>> lock_out(std::string_view subject, Time now);

  store::Records& records_;
  std::mutex one_password_;
};

}  // namespace faqbot::desk

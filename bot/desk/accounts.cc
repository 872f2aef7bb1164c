#include "desk/accounts.h"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "desk/password.h"
#include "desk/session.h"
#include "text/utf8.h"

namespace faqbot::desk {
namespace {

constexpr std::size_t kLongestName = 60;
// An address stands for a whole clinic behind one router.
constexpr std::int64_t kFailuresOfAddress = 30;

std::string subject_of_address(std::string_view address) {
  return "ip:" + std::string(address);
}

// Four groups of five, without letters that look like others: 98 bits, and it can be read out.
std::string made_up_password() {
  constexpr std::string_view kLetters = "abcdefghjkmnpqrstuvwxyz23456789";
  std::string password;
  for (int i = 0; i < 20; ++i) {
    if (i > 0 && i % 5 == 0) password += '-';
    password += kLetters[randombytes_uniform(static_cast<std::uint32_t>(kLetters.size()))];
  }
  return password;
}

std::optional<Error> fault_of_name(std::string_view name) {
  const bool is_text = text::is_valid_utf8(name) && !name.empty() && text::length(name) <= kLongestName;
  const bool is_plain = std::ranges::none_of(name, [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '<' || c == '>' || c == '"' || c == ':';
  });
  if (is_text && is_plain && name.front() != ' ' && name.back() != ' ') return std::nullopt;
  return Error{"\"" + std::string(name) +
               "\" cannot be an account's name; take 1 to 60 letters, digits, spaces, dots or dashes, such "
               "as \"Priya\""};
}

}  // namespace

bool Accounts::is_right(std::string_view password, const std::string& hash) {
  const std::lock_guard lock(one_password_);
  return is_password(password, hash);
}

Result<std::optional<LockedOut>> Accounts::lock_out(std::string_view subject, Time now) {
  const auto until = records_.staff().locked_until(subject, now);
  if (!until) return until.error();
  if (!*until) return std::optional<LockedOut>();
  return std::optional(LockedOut{std::chrono::ceil<std::chrono::seconds>(**until - now)});
}

Result<std::variant<SignedIn, WrongNameOrPassword, LockedOut>> Accounts::sign_in(std::string_view name,
                                                                                 std::string_view password,
                                                                                 std::string_view address,
                                                                                 Time now) {
  using Answer = std::variant<SignedIn, WrongNameOrPassword, LockedOut>;
  if (fault_of_name(name)) return Answer(WrongNameOrPassword());
  const std::string place = subject_of_address(address);
  for (const std::string_view subject : {name, std::string_view(place)}) {
    const auto locked = lock_out(subject, now);
    if (!locked) return locked.error();
    if (*locked) return Answer(**locked);
  }
  const auto account = records_.staff().find(name);
  if (!account) return account.error();
  const bool may_enter = *account && !(*account)->disabled;
  if (!is_right(password, *account ? (*account)->password : std::string()) || !may_enter) {
    const auto by_name = records_.staff().count_failure(name, now, {});
    if (!by_name) return by_name.error();
    const auto by_place = records_.staff().count_failure(place, now, {.failures = kFailuresOfAddress});
    if (!by_place) return by_place.error();
    return Answer(WrongNameOrPassword());
  }
  if (auto error = records_.staff().forget_failures(name)) return *std::move(error);
  SignedIn session{std::string((*account)->name), (*account)->role, {}, new_token()};
  session.csrf = csrf_word(session.token);
  if (auto error = records_.sessions().begin(
          {hash_of_token(session.token), session.name, session.role, now, now,
           now + std::chrono::duration_cast<std::chrono::milliseconds>(kLongestSession)}))
    return *std::move(error);
  if (auto error = records_.audit().write({session.name, now}, "signed in", session.name))
    return *std::move(error);
  return Answer(std::move(session));
}

Result<std::optional<SignedIn>> Accounts::who(std::string_view token, Time now) {
  if (token.empty()) return std::optional<SignedIn>();
  const auto found = records_.sessions().find(hash_of_token(token), now, kLongestIdleness);
  if (!found) return found.error();
  if (!*found) return std::optional<SignedIn>();
  return std::optional(SignedIn{(*found)->account, (*found)->role, csrf_word(token), std::string(token)});
}

std::optional<Error> Accounts::sign_out(const SignedIn& session, Time now) {
  if (auto error = records_.sessions().end(hash_of_token(session.token))) return error;
  return records_.audit().write({session.name, now}, "signed out", session.name);
}

std::optional<Error> Accounts::sign_out_everywhere(std::string_view name, Time now) {
  const auto ended = records_.sessions().end_all(name, {std::string(name), now});
  if (!ended) return ended.error();
  return std::nullopt;
}

std::optional<Error> Accounts::change_password(std::string_view name, std::string_view current,
                                               std::string_view fresh, Time now) {
  const auto locked = lock_out(name, now);
  if (!locked) return locked.error();
  if (*locked) return Error{"too many wrong passwords; try again in a quarter of an hour"};
  const auto account = records_.staff().find(name);
  if (!account) return account.error();
  if (!*account || !is_right(current, (*account)->password)) {
    const auto counted = records_.staff().count_failure(name, now, {});
    if (!counted) return counted.error();
    return Error{"the current password is not right"};
  }
  if (auto fault = fault_of_password(fresh, name)) return fault;
  const auto hash = hash_password(fresh);
  if (!hash) return hash.error();
  const auto changed = records_.staff().set_password(name, *hash, {std::string(name), now});
  if (!changed) return changed.error();
  return std::nullopt;
}

Result<std::string> Accounts::add(std::string_view name, store::Role role, Time now, std::string password) {
  if (auto fault = fault_of_name(name)) return *std::move(fault);
  if (password.empty()) password = made_up_password();
  if (auto fault = fault_of_password(password, name)) return *std::move(fault);
  const auto hash = hash_password(password);
  if (!hash) return hash.error();
  const auto added = records_.staff().add({std::string(name), *hash, role, false, now}, {"the program", now});
  if (!added) return added.error();
  if (!*added)
    return Error{"there is an account of the name \"" + std::string(name) + "\" already; take another"};
  return password;
}

Result<std::string> Accounts::reset_password(std::string_view name, Time now) {
  std::string password = made_up_password();
  const auto hash = hash_password(password);
  if (!hash) return hash.error();
  const auto changed = records_.staff().set_password(name, *hash, {"the program", now});
  if (!changed) return changed.error();
  if (!*changed)
    return Error{"there is no account of the name \"" + std::string(name) + "\"; see faqbot staff list"};
  return password;
}

}  // namespace faqbot::desk

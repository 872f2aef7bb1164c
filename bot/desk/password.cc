#include "desk/password.h"

#include <sodium.h>

#include <array>
#include <cctype>

#include "text/utf8.h"

namespace faqbot::desk {
namespace {

std::string lower(std::string_view text) {
  std::string all(text);
  for (char& c : all) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return all;
}

bool is_one_character_again_and_again(std::string_view password) {
  return password.find_first_not_of(password.front()) == std::string_view::npos;
}

// A hash of nothing anybody knows, to be compared with where there is no account.
const std::string& nobodys_hash() {
  static const std::string hash = [] {
    std::array<unsigned char, 32> secret{};
    randombytes_buf(secret.data(), secret.size());
    const auto made =
        hash_password({reinterpret_cast<const char*>(secret.data()), secret.size()});  // bytes as characters
    return made ? *made : std::string();
  }();
  return hash;
}

}  // namespace

std::optional<Error> fault_of_password(std::string_view password, std::string_view name) {
  if (!text::is_valid_utf8(password)) return Error{"the password is not UTF-8 text; type it again"};
  const std::size_t characters = text::length(password);
  if (characters < kFewestPasswordCharacters)
    return Error{"the password is short; take at least " + std::to_string(kFewestPasswordCharacters) +
                 " characters, three or four words for example"};
  if (characters > kMostPasswordCharacters)
    return Error{"the password is longer than " + std::to_string(kMostPasswordCharacters) + " characters"};
  if (is_one_character_again_and_again(password)) return Error{"the password is one character over and over"};
  if (!name.empty() && lower(password).find(lower(name)) != std::string::npos)
    return Error{"the password holds the account's name; take other words"};
  return std::nullopt;
}

Result<std::string> hash_password(std::string_view password) {
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  const int failed =
      crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                            crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13);
  if (failed != 0) return Error{"there is not enough memory to hash a password (64 MiB); free some"};
  return std::string(hash.data());
}

bool is_password(std::string_view password, const std::string& hash) {
  if (password.size() > kMostPasswordCharacters * 4) return false;
  const std::string& compared = hash.empty() ? nobodys_hash() : hash;
  const bool fits = crypto_pwhash_str_verify(compared.c_str(), password.data(), password.size()) == 0;
  return fits && !hash.empty();
}

}  // namespace faqbot::desk

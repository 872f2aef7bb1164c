// Passwords of the staff: never kept, only what proves that one was typed.
//
// argon2id through libsodium, "interactive" cost (64 MiB, about 50 ms): OWASP's Password Storage Cheat
// Sheet asks for at least 19 MiB and two passes.
//
// Thread safety: pure functions. Memory: 64 MiB while one runs.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace faqbot::desk {

inline constexpr std::size_t kFewestPasswordCharacters = 10;
inline constexpr std::size_t kMostPasswordCharacters = 200;

// What is wrong with a new password, in words for the person who chose it; nothing where it will do.
std::optional<Error> fault_of_password(std::string_view password, std::string_view name);

// Salt and parameters are part of the hash. Errors: not enough memory.
Result<std::string> hash_password(std::string_view password);

// Takes as long whether or not the hash is one, so that time does not tell which names exist.
bool is_password(std::string_view password, const std::string& hash);

}  // namespace faqbot::desk

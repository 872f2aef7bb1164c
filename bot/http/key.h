// The secret that seals conversations: made once, kept in a file that only we may read.
//
// A key is written as 64 hexadecimal digits. Several, one a line: the first seals,
// all open, so that a key can be replaced without a break. Lines that begin with # are comments.
//
// Thread safety: pure functions over the file system; several processes may make the same file at once.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace faqbot::http {

using Key = std::array<std::uint8_t, 32>;

// Errors: no key, or a line that is none; `where` names the text's origin in the message.
Result<std::vector<Key>> parse_keys(std::string_view text, std::string_view where);

Key random_key();

// Errors: a file that cannot be read or holds no key.
Result<std::vector<Key>> read_keys(const std::filesystem::path& file);

// As read_keys(); a file that is not there is made first, with a random key and mode 0600.
Result<std::vector<Key>> read_or_make_keys(const std::filesystem::path& file);

}  // namespace faqbot::http

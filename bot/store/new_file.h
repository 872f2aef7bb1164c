// A file that only we may read, there before anybody writes to it.
//
// Thread safety: pure functions over the file system; several processes may make the same file at once.
#pragma once

#include <filesystem>
#include <optional>

#include "core/result.h"

namespace faqbot::store {

// An empty file with mode 0600, its folders too, on disk when this returns; a file that is there stays as
// it is. Errors: with the file's name.
std::optional<Error> make_private_file(const std::filesystem::path& file);

// What the file holds is on disk when this returns.
std::optional<Error> sync_file(const std::filesystem::path& file);

// The new name is on disk when this returns. REQUIRES: both in one folder.
std::optional<Error> rename_file(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace faqbot::store

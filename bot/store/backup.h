// A copy of the store, whole and from one moment, while others go on writing.
//
// Thread safety: as Database.
#pragma once

#include <filesystem>
#include <optional>

#include "store/database.h"

namespace faqbot::store {

// Writes the copy to a file that must not be there yet, mode 0600, on disk when this returns; nothing is
// left of one that failed. Serve it with --store sqlite:FILE. Errors: PostgreSQL, which has pg_dump; a file
// that cannot be made. Cost: reads and writes the whole store once, about a second for 200 MB.
std::optional<Error> back_up(Database& database, const std::filesystem::path& file);

}  // namespace faqbot::store

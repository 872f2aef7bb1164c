// The tables of a SQLite store, and how an older file becomes a newer one.
//
// The version stands in the file's user_version. Steps are only ever added.
#pragma once

#include <optional>

#include "store/sqlite.h"

namespace faqbot::store {

// Brings the file to the version of this program, in one transaction; several processes may try at once.
// Errors: a file of a newer program, and whatever SQLite says.
std::optional<Error> migrate(Database& database);

}  // namespace faqbot::store

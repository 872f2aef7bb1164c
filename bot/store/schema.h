// The tables of a store, and how an older one becomes a newer one.
//
// The version stands in SQLite's user_version, in PostgreSQL in the table faqbot_version. Steps are only
// ever added, and lead forward. A dump or a backup holds it too.
#pragma once

#include <optional>

#include "store/database.h"

namespace faqbot::store {

// Brings the store to the version of this program, in one transaction; several processes may try at once.
// Errors: a store of a newer program, and whatever the database says.
std::optional<Error> migrate(Database& database);

}  // namespace faqbot::store

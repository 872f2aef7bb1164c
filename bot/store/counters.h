// Numbers that only grow, one for each thing that a desk's page shows live.
//
// Who polls them sees a change made by any replica; between two equal readings nothing changed.
// Thread safety: pure functions over a database.
#pragma once

#include <cstdint>
#include <string_view>

#include "store/database.h"

namespace faqbot::store {

struct Counters {
  std::int64_t inbox = 0;      // enquiries and what belongs to them
  std::int64_t presence = 0;   // somebody began or ceased to look at one; not that a look ran out
  std::int64_t wordings = 0;   // unanswered wordings
  std::int64_t knowledge = 0;  // the number of the newest publication
};

// Cost: one small read, well under a millisecond in SQLite.
Result<Counters> read_counters(Database& database);

// The new number. Others that raise the same counter wait until this transaction has ended.
Result<std::int64_t> raise(Transaction& transaction, std::string_view counter);

}  // namespace faqbot::store

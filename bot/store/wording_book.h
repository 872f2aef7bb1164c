// Noting in the table of wordings what was not answered, as it is written; and striking it out again.
//
// Thread safety: pure functions over a connection.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/sql.h"
#include "store/store.h"

namespace faqbot::store {

struct Sighting {
  Unanswered::Why why = Unanswered::Why::kUnknown;
  text::MaskedText wording;
  std::vector<std::string> topics;
  std::string partner;
  Time asked{};
};

// Two wordings are one where this is the same: case, accents, contractions and signs do not count.
std::string normalised(const text::MaskedText& wording);

// The wording's number; 0 where there are no words to keep.
// REQUIRES: within a transaction that holds kWordingLock.
Result<std::int64_t> note_wording(Connection& connection, const Sighting& seen);

// Strikes out sightings; a wording that nobody is left to have used goes, and the sample of the others'
// becomes the normalised form. REQUIRES: as above.
std::optional<Error> strike_wording(Connection& connection, std::int64_t wording, Unanswered::Why why,
                                    const std::string& partner, std::int64_t times);

}  // namespace faqbot::store

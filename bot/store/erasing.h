// Deleting rows with everything that hangs on them.
//
// Thread safety: pure functions over a transaction.
#pragma once

#include <cstdint>
#include <string_view>

#include "store/database.h"

namespace faqbot::store {

// The enquiry with its notes, its draft and its history. REQUIRES: Counters::inbox was raised.
std::optional<Error> erase_enquiry(Transaction& transaction, std::int64_t id);

struct ErasedWords {
  std::int64_t questions = 0;
  std::int64_t votes = 0;
};

// Every question and vote of a conversation; their wordings are struck out among the unanswered.
Result<ErasedWords> erase_conversation(Transaction& transaction, std::string_view conversation);

// What is deleted leaves the search index and the log too. Cost: a fraction of a second with 100,000
// enquiries; writers get in between its steps.
std::optional<Error> sweep(Database& database);

}  // namespace faqbot::store

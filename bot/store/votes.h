// A vote as it is written: in place of the same visitor's earlier one, in the figures, and among the wordings
// that are owed a better answer.
//
// Thread safety: a pure function over a transaction.
#pragma once

#include <optional>

#include "store/database.h"
#include "store/store.h"

namespace faqbot::store {

std::optional<Error> replace_vote(Transaction& transaction, const Feedback& sent);

}  // namespace faqbot::store

// The steps from one version of the store to the next, as text.
//
// Times are milliseconds since 1970, UTC; days are counted from 1970; lists of topics are separated by
// spaces. Nothing is NULL.
#pragma once

#include <optional>
#include <string>

#include "store/sql.h"

namespace faqbot::store {

// Version 1: enquiries, votes, questions.
std::string visitors_step(Dialect dialect);

// Version 2: the front desk. Old rows are counted in afterwards, by backfill().
std::string desk_step(Dialect dialect);

// The index behind the inbox's search, over what backfill() has written.
std::string search_step(Dialect dialect);

// Version 3: partners' links, and the words of answered questions, kept for a day.
std::string partners_step(Dialect dialect);

// What version 2 derives from rows of version 1: the searched text, wordings, figures.
std::optional<Error> backfill(Connection& connection);

}  // namespace faqbot::store

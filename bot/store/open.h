// The store that a URL names.
#pragma once

#include <memory>
#include <string_view>

#include "store/records.h"

namespace faqbot::store {

enum class Missing { kMake, kIsAnError };

// "sqlite:PATH", "postgresql://USER:PASSWORD@HOST/DATABASE" (as libpq takes it), or "memory:", which forgets
// with the process. The tables are made or brought up to date; a new SQLite file has mode 0600, and its
// folders are made. Errors: another kind, a store that cannot be opened, or one of a newer program.
Result<std::unique_ptr<Records>> open(std::string_view url, Missing missing);

// The same without the tables, for tools that look at a store as it is.
Result<std::unique_ptr<Database>> open_database(std::string_view url, Missing missing);

// The kind and what it needs are there; whether the store can be opened shows when it is.
bool is_store_url(std::string_view url);

}  // namespace faqbot::store

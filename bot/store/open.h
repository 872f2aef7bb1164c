// The store that a URL names.
#pragma once

#include <memory>
#include <string_view>

#include "store/store.h"

namespace faqbot::store {

enum class Missing { kMake, kIsAnError };

// "sqlite:PATH" or "memory:". Errors: another kind, or a store that cannot be opened.
Result<std::unique_ptr<Store>> open(std::string_view url, Missing missing);

// The kind and what it needs are there; whether the store can be opened shows when it is.
bool is_store_url(std::string_view url);

}  // namespace faqbot::store

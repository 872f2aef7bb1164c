// Addresses with parts that vary: "/api/desk/enquiries/{reference}/notes".
//
// Thread safety: pure functions. Cost: O(bytes of the path).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace faqbot::http {

// The parts in braces, in their order, where the path is of that pattern; each has one byte at least and no
// slash.
std::optional<std::vector<std::string_view>> match_path(std::string_view pattern, std::string_view path);

}  // namespace faqbot::http

// A JSON object of strings and truths, read in one pass without a tree.
//
// Thread safety: pure functions. Memory: O(bytes); nesting is bounded.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "http/refusal.h"

namespace faqbot::http {

// A name that we know, and where its value goes.
struct FlatField {
  std::string_view name;
  std::variant<std::string*, std::optional<bool>*> to;
};

// Names we do not know are passed over, whatever they hold; null is as good as left out. The refusal of a
// value of the wrong kind is `wrong_kind`, a literal. Nothing where all is well.
std::optional<Refusal> read_flat(std::string_view json, std::span<const FlatField> fields,
                                 std::string_view wrong_kind);

// The media type is JSON by name, whatever its parameters.
bool is_json(std::string_view content_type);

}  // namespace faqbot::http

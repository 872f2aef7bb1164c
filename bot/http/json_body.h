// A JSON object of a request, read strictly: known names, right types, bounded sizes.
//
// For addresses of signed-in staff; what every visitor sends is read without a tree (flat_json.h).
//
// Thread safety: one JsonBody for one thread. Memory: O(bytes of the body).
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/refusal.h"

namespace faqbot::http {

class JsonBody {
 public:
  // Errors: seen in refusal(), as is everything that the members below find wrong.
  explicit JsonBody(std::string_view json);

  // Absent, null or of the wrong type: empty. Longer than `most` bytes: refused.
  std::string text(std::string_view name, std::size_t most);
  // The same, and it must be there and not blank.
  std::string required_text(std::string_view name, std::size_t most);
  // At most `count` texts; at least one where `is_required`.
  std::vector<std::string> texts(std::string_view name, std::size_t count, std::size_t most);
  bool flag(std::string_view name);
  std::optional<std::int64_t> whole_number(std::string_view name);
  // The objects of a list.
  std::vector<JsonBody> objects(std::string_view name, std::size_t count);
  // A text, or nothing where null stands; absent counts as null.
  std::optional<std::string> text_or_null(std::string_view name, std::size_t most);

  // The first thing found wrong; of the objects taken from it too, once they are handed back to adopt().
  const std::optional<Refusal>& refusal() const { return refusal_; }
  void adopt(const JsonBody& part);

 private:
  struct Part {};
  JsonBody(Part /*of a list*/, nlohmann::json object) : object_(std::move(object)) {}
  const nlohmann::json* find(std::string_view name) const;
  void refuse(std::string_view why);

  nlohmann::json object_;
  std::optional<Refusal> refusal_;
};

}  // namespace faqbot::http

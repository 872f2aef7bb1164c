#include "knowledge/placeholder.h"

#include <algorithm>

namespace faqbot::knowledge {
namespace {

constexpr std::string_view kPrefix = "clinic.";

bool is_key(std::string_view key) {
  return !key.empty() &&
         std::all_of(key.begin(), key.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

std::string_view key_between(std::string_view inside) {
  if (!inside.starts_with(kPrefix)) return {};
  const std::string_view key = inside.substr(kPrefix.size());
  return is_key(key) ? key : std::string_view{};
}

}  // namespace

std::vector<Placeholder> placeholders_in(std::string_view text) {
  std::vector<Placeholder> found;
  int line = 1;
  std::size_t counted = 0;
  for (std::size_t from = text.find("{{"); from != std::string_view::npos;) {
    line += static_cast<int>(std::count(text.begin() + static_cast<std::ptrdiff_t>(counted),
                                        text.begin() + static_cast<std::ptrdiff_t>(from), '\n'));
    counted = from;
    const std::size_t end = text.find("}}", from + 2);
    const bool closed = end != std::string_view::npos;
    const std::size_t size = closed ? end + 2 - from : text.size() - from;
    found.push_back(
        {from, size, closed ? key_between(text.substr(from + 2, size - 4)) : std::string_view{}, line});
    from = text.find("{{", from + (found.back().key.empty() ? 2 : size));
  }
  return found;
}

}  // namespace faqbot::knowledge

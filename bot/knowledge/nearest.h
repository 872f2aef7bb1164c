// The known name that a mistyped one most likely means, for "did you mean".
#pragma once

#include <algorithm>
#include <numeric>
#include <ranges>
#include <string_view>
#include <vector>

namespace faqbot::knowledge {

// Letters to insert, remove or change to come from one to the other. Cost: O(a * b).
inline std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

// Empty where no candidate is close enough, or `name` is longer than any sensible name.
template <std::ranges::input_range Names>
std::string_view nearest(std::string_view name, const Names& candidates) {
  constexpr std::size_t kLongest = 80;
  if (name.size() > kLongest) return {};
  std::size_t best = (name.size() + 2) / 3 + 1;
  std::string_view found;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = edit_distance(name, candidate);
    if (distance < best) {
      best = distance;
      found = candidate;
    }
  }
  return found;
}

}  // namespace faqbot::knowledge

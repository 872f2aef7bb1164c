// Spelling repair that compares a word with every known one: slow and obvious.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace faqbot::tests {

// Optimal string alignment distance, the whole table at once.
inline int slow_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<int>> d(a.size() + 1, std::vector<int>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = static_cast<int>(i + j);
        continue;
      }
      d[i][j] =
          std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

// The words of Spelling's contract: the most frequent word at the smallest distance, 1 from four letters on,
// 2 from eight; words that occur once and numbers are left out. The same limit holds for the word repaired
// to.
inline std::string slow_repair(std::string_view typed,
                               const std::unordered_map<std::string, std::uint32_t>& counts) {
  if (typed.size() < 4 || typed.size() > 24 || counts.contains(std::string(typed))) return {};
  const int most = typed.size() >= 8 ? 2 : 1;
  int nearest = most + 1;
  std::string best;
  std::uint32_t best_count = 0;
  for (const auto& [word, count] : counts) {
    if (word.size() < 4 || word.size() > 24 || count < 2) continue;
    const int distance = slow_distance(typed, word);
    if (distance > most || distance > nearest) continue;
    if (distance < nearest || count > best_count || (count == best_count && word < best)) {
      nearest = distance;
      best = word;
      best_count = count;
    }
  }
  return best;
}

}  // namespace faqbot::tests

#include "safety/negation.h"

#include <algorithm>
#include <array>

namespace faqbot::safety {
namespace {

constexpr int kReach = 3;  // words to either side

constexpr auto kDenials =
    std::to_array<std::string_view>({"no", "not", "without", "never", "nor", "neither", "isnt", "arent",
                                     "hasnt", "havent", "wasnt", "denies", "zero"});
// These deny only what follows as a possession: "dont have", "doesnt feel".
constexpr auto kDoubtful = std::to_array<std::string_view>({"dont", "doesnt", "didnt", "aint"});
constexpr auto kPossession =
    std::to_array<std::string_view>({"have", "get", "got", "feel", "has", "any", "had"});
// "not only", "no idea why", "not sure if", "no longer", "not just": no denial of what comes next.
constexpr auto kFalseDenials =
    std::to_array<std::string_view>({"only", "idea", "sure", "just", "longer", "stop", "stopping", "joking",
                                     "know", "going", "better", "getting", "matter", "been", "able"});
constexpr auto kAllWell = std::to_array<std::string_view>(
    {"fine", "normal", "ok", "okay", "alright", "clear", "unaffected", "good"});
// "isnt normal", "not right": the opposite of all well.
constexpr auto kUnwell =
    std::to_array<std::string_view>({"not", "isnt", "arent", "no", "never", "wasnt", "doesnt", "dont"});

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::ranges::find(list, word) != list.end();
}

bool denied_before(std::span<const std::string_view> words, int first, std::span<const char> spoken_for) {
  for (int at = first - 1; at >= 0 && at >= first - kReach; --at) {
    const auto word = words[static_cast<std::size_t>(at)];
    if (word == "." || word == "but") return false;
    if (!spoken_for.empty() && spoken_for[static_cast<std::size_t>(at)] != 0) continue;
    const auto next = words[static_cast<std::size_t>(at) + 1];
    if (is_one_of(word, kDenials)) return !is_one_of(next, kFalseDenials);
    if (is_one_of(word, kDoubtful)) return is_one_of(next, kPossession);
    if (word == "out" && at > 0 && words[static_cast<std::size_t>(at) - 1] == "ruled") return true;
  }
  return false;
}

bool well_after(std::span<const std::string_view> words, int last) {
  const int end = std::min(static_cast<int>(words.size()) - 1, last + kReach);
  for (int at = last + 1; at <= end; ++at) {
    const auto word = words[static_cast<std::size_t>(at)];
    if (word == "." || is_one_of(word, kUnwell)) return false;
    if (is_one_of(word, kAllWell)) return true;
  }
  return false;
}

}  // namespace

bool is_negated(std::span<const std::string_view> words, int first, int last,
                std::span<const char> spoken_for) {
  return denied_before(words, first, spoken_for) || well_after(words, last);
}

}  // namespace faqbot::safety

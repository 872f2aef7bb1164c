#include "text/spelling.h"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>

namespace faqbot::text {
namespace {

constexpr std::size_t kShortest = 4;    // shorter words have too many neighbours
constexpr std::size_t kLongForTwo = 8;  // from here on two mistakes are forgiven
constexpr std::size_t kLongest = 24;    // beyond, nobody types it twice the same
constexpr std::uint32_t kTrusted = 2;   // times a word must occur before others are repaired to it

int forgiven(std::string_view word) {
  return word.size() >= kLongForTwo ? 2 : 1;
}

constexpr unsigned kLowerBits = 16;  // of a hash of 32 bits; the upper ones choose where to look

std::uint64_t wide_hash_of(std::string_view text) {
  return std::hash<std::string_view>{}(text);
}

std::uint32_t hash_of(std::string_view text) {
  const std::uint64_t hash = wide_hash_of(text);
  return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

// Visits the word and what is left of it with up to `deletions` letters taken out.
template <typename Visit>
void visit_deletions(const std::string& word, int deletions, const Visit& visit) {
  visit(word);
  if (deletions == 0) return;
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (at > 0 && word[at] == word[at - 1]) continue;
    std::string shorter = word;
    shorter.erase(at, 1);
    visit_deletions(shorter, deletions - 1, visit);
  }
}

std::unordered_map<std::string, std::uint32_t> counted(std::span<const Utterance> texts) {
  std::unordered_map<std::string, std::uint32_t> counts;
  for (const Utterance& text : texts)
    for (const std::string& word : text.words) ++counts[word];
  return counts;
}

}  // namespace

int edit_distance(std::string_view a, std::string_view b, int most) {
  const auto gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (gap > static_cast<std::size_t>(most)) return most + 1;
  std::array<std::array<int, kLongest + 8>, 3> rows{};
  if (a.size() >= kLongest + 8 || b.size() >= kLongest + 8) return most + 1;
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& above_that = rows[(i + 1) % 3];
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], above_that[j - 2] + 1);
    }
  }
  return rows[a.size() % 3][b.size()];
}

Spelling::Spelling(std::span<const Utterance> texts) : Spelling(counted(texts)) {}

Spelling::Spelling(const std::unordered_map<std::string, std::uint32_t>& counts) {
  for (const auto& [word, count] : counts) {
    words_.push_back(wide_hash_of(word));
    if (word.size() >= kShortest && word.size() <= kLongest && count >= kTrusted)
      known_.push_back({word, count});
  }
  std::ranges::sort(known_, {}, &Known::word);  // the map's order is no order to depend on
  std::ranges::sort(words_);
  words_.shrink_to_fit();
  file();
}

void Spelling::file() {
  for (std::uint32_t i = 0; i < known_.size(); ++i)
    visit_deletions(known_[i].word, forgiven(known_[i].word), [&](const std::string& shorter) {
      filed_.push_back({hash_of(shorter), i});
    });
  std::ranges::sort(filed_);
  filed_.erase(std::unique(filed_.begin(), filed_.end()), filed_.end());
  filed_.shrink_to_fit();
  starts_.assign((std::size_t{1} << kLowerBits) + 1, 0);
  for (const Filed& one : filed_) ++starts_[(one.hash >> kLowerBits) + 1];
  std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
}

std::span<const Spelling::Filed> Spelling::filed_under(std::uint32_t hash) const {
  const std::size_t upper = hash >> kLowerBits;
  const std::span<const Filed> near(filed_.begin() + starts_[upper], filed_.begin() + starts_[upper + 1]);
  const auto from = std::ranges::lower_bound(near, hash, {}, &Filed::hash);
  auto to = from;
  while (to != near.end() && to->hash == hash) ++to;
  return {from, to};
}

void Spelling::repair(Utterance& utterance) const {
  for (std::string& word : utterance.words)
    if (const std::string_view better = repair(word); !better.empty()) {
      word = better;
      ++utterance.guessed;
    }
}

bool Spelling::knows(std::string_view word) const {
  return std::ranges::binary_search(words_, wide_hash_of(word));
}

std::string_view Spelling::repair(std::string_view word) const {
  if (known_.empty() || word.size() < kShortest || word.size() > kLongest || knows(word)) return {};
  if (std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; })) return {};
  int nearest = forgiven(word) + 1;
  const Known* best = nullptr;
  visit_deletions(std::string(word), forgiven(word), [&](const std::string& shorter) {
    for (const Filed& filed : filed_under(hash_of(shorter))) {
      const Known& known = known_[filed.known];
      const int distance = edit_distance(word, known.word, nearest);
      if (distance > nearest || distance > forgiven(word)) continue;
      const bool better = best == nullptr || distance < nearest || known.count > best->count ||
                          (known.count == best->count && known.word < best->word);
      if (!better) continue;
      nearest = distance;
      best = &known;
    }
  });
  return best == nullptr ? std::string_view{} : std::string_view{best->word};
}

}  // namespace faqbot::text

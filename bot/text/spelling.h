// The nearest known word for one that nobody taught: "messge" -> "message".
//
// Method: symmetric deletes (Garbe's SymSpell): every known word is filed under
// itself with one or two letters taken out, so that a look-up is a few hash
// probes; candidates are checked by the restricted Damerau-Levenshtein distance.
// The files are one sorted array, 8 bytes for each, with a table of where hashes
// begin: a quarter of a million lists of their own would be most of the memory.
//
// Thread safety: immutable once built.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/normalise.h"

namespace faqbot::text {

class Spelling {
 public:
  // Words with how often they occur in the knowledge; rare ones may be typos themselves.
  explicit Spelling(const std::unordered_map<std::string, std::uint32_t>& counts);
  explicit Spelling(std::span<const Utterance> texts);
  Spelling() = default;

  bool knows(std::string_view word) const;

  // Every unknown word that has a near one is replaced by it.
  void repair(Utterance& utterance) const;

  // The most frequent word at the smallest distance (1 from four letters on, 2 from eight),
  // empty where there is none or `word` is known. Cost: O(letters^2) probes.
  std::string_view repair(std::string_view word) const;

 private:
  struct Known {
    std::string word;
    std::uint32_t count = 0;
  };
  // A known word under what deletions leave of it. Two that share a hash only cost a comparison.
  struct Filed {
    std::uint32_t hash;
    std::uint32_t known;

    auto operator<=>(const Filed&) const = default;
  };
  void file();
  std::span<const Filed> filed_under(std::uint32_t hash) const;

  std::vector<Known> known_;
  std::vector<std::uint64_t> words_;   // hashes of all words, sorted
  std::vector<Filed> filed_;           // sorted
  std::vector<std::uint32_t> starts_;  // in filed_, by the hash's upper bits
};

// Insertions, deletions, replacements and swaps of neighbours between two words; more than `most` may be
// reported as most + 1. Cost: O(|a| * |b|).
int edit_distance(std::string_view a, std::string_view b, int most);

}  // namespace faqbot::text

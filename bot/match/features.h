// Words to features: a vocabulary learnt from the example questions.
//
// Two blocks, each TF-IDF weighted and of unit length, so that neither drowns
// the other: stems alone and in pairs, and the character n-grams (2 to 5, with
// the word's ends marked) inside words, which see through typos and endings.
//
// Thread safety: immutable once built.
// Cost: one hash look-up per n-gram, about 40 a word; 12 bytes per feature.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "match/sparse.h"
#include "text/normalise.h"

namespace faqbot::match {

struct FeatureOptions {
  std::size_t shortest_gram = 2;
  std::size_t longest_gram = 5;
  std::uint32_t rarest_gram = 2;  // n-grams of fewer examples are left out: they cost memory and teach nothing
  float word_share = 0.5F;        // of the squared length of a vector; the n-grams have the rest
};

// A message as features, with what the vocabulary did not know.
struct Features {
  SparseVector vector;
  SparseVector words;       // the word block alone, of unit length: what neighbours are compared by
  float known_share = 0.0F; // 0..1: share of the message's IDF weight on words seen in training
};

class FeatureSpace {
 public:
  FeatureSpace() = default;
  FeatureSpace(std::span<const text::Utterance> examples, const FeatureOptions& options);

  Features features(const text::Utterance& utterance) const;
  std::size_t size() const { return idf_.size(); }

 private:
  struct Grams {
    std::vector<std::uint64_t> words;
    std::vector<std::uint64_t> unigrams;
    std::vector<std::uint64_t> chars;
  };
  Grams grams(const text::Utterance& utterance) const;
  void learn(std::vector<std::uint64_t>& hashes, std::unordered_map<std::uint64_t, std::uint32_t>& counts) const;
  SparseVector block(std::vector<std::uint64_t>& hashes) const;

  FeatureOptions options_;
  std::unordered_map<std::uint64_t, std::uint32_t> ids_;
  std::vector<float> idf_;
  float unseen_idf_ = 0.0F;
};

}  // namespace faqbot::match

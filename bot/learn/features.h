// Words to features: a vocabulary learnt from the example questions.
//
// Two blocks, each TF-IDF weighted and of a fixed length, so that neither
// drowns the other: stems alone and in pairs, and the character n-grams (with
// the word's ends marked) inside words, which see through typos and endings.
//
// Thread safety: immutable once built.
// Cost: one hash look-up per n-gram, about 20 a word; 16 bytes per feature.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "learn/id_table.h"
#include "learn/sparse.h"
#include "text/normalise.h"

namespace faqbot::learn {

struct FeatureOptions {
  struct Grams {
    std::size_t shortest;
    std::size_t longest;  // below `shortest`: none
  };
  // From this many examples on, pairs of stems that occur once and n-grams that occur four times are left
  // out, and n-grams of two letters: they are half of the work and teach next to nothing. Small sets need
  // every one, but there a pair says less than its rarity claims: most occur once.
  std::size_t large_set = 5000;
  Grams grams_of_small{2, 4};
  Grams grams_of_large{3, 4};
  float pairs_of_small = 0.6F;  // how much their IDF counts
  bool pairs = true;            // of stems
  float word_share = 0.5F;      // of the squared length of a vector; the n-grams have the rest
};

// A message as features, with what the vocabulary did not know.
struct Features {
  SparseVector vector;               // of unit length; stems first, then pairs, then n-grams
  float unseen_weight = 0.0F;        // summed IDF of the words that no example holds; of guessed ones a part
  std::size_t words = 0;             // words in the message
  std::vector<std::uint64_t> stems;  // hashes of its words' stems, known or not, sorted
};

class FeatureSpace {
 public:
  FeatureSpace() = default;

  // Learns the vocabulary of `examples` and turns them into features on the way.
  FeatureSpace(std::span<const text::Utterance> examples, const FeatureOptions& options,
               std::vector<Features>& learnt);

  Features features(const text::Utterance& utterance) const;

  // Hashes of the words' stems, sorted: for who keeps a vocabulary of his own.
  static std::vector<std::uint64_t> stems_of(const text::Utterance& utterance);

  std::size_t size() const { return idf_.size(); }
  std::size_t stems() const { return stems_; }  // features [0, stems()) are single stems
  std::size_t words() const { return words_; }  // features [stems(), words()) are pairs of stems
  float idf(std::uint32_t feature) const { return idf_[feature]; }

  // 0..1: the share of the message's IDF weight on words that some example holds.
  double known_share(const Features& features) const;

  // Brings both blocks back to their lengths after features were taken out.
  void rescale(SparseVector& vector) const;

  // The features of one word alone, for explanations.
  SparseVector features_of_word(const std::string& word) const;

 private:
  // Hashes of what a text holds, sorted.
  struct Grams {
    std::vector<std::uint64_t> stems;
    std::vector<std::uint64_t> pairs;
    std::vector<std::uint64_t> chars;
  };
  template <typename Stem>
  void collect(const text::Utterance& utterance, Stem&& stem_of, Grams& grams) const;
  void append(std::span<const std::uint64_t> hashes, SparseVector& vector, float* unseen) const;
  Features weigh(Grams&& grams, const text::Utterance& utterance) const;

  FeatureOptions options_;
  FeatureOptions::Grams grams_{3, 4};
  IdTable ids_;
  std::vector<float> idf_;
  std::size_t stems_ = 0;
  std::size_t words_ = 0;
  float unseen_idf_ = 0.0F;
};

}  // namespace faqbot::learn

// The example questions of a topic: the nearest ones, and the language of all of them.
//
// Compares stems and pairs of stems alone: the n-grams would cost ten times as
// much and the linear classifier has heard them already. An inverted index: only
// examples that share a word with the message are looked at, and what is no topic
// has as many examples as forty topics.
//
// The language of a topic is how often its examples hold each word, mixed with how often all examples do
// (Zhai and Lafferty, "A study of smoothing methods for language models applied to information retrieval",
// TOIS 2004; Jelinek and Mercer's mixture). The classifier learns what tells topics apart; this tells what is
// usual in one, which carries over better to words that few examples hold, and to topics with few examples.
//
// Thread safety: immutable once built; one Probe for one thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "learn/sparse.h"

namespace faqbot::match {

struct Closeness {
  float nearest = 0.0F;      // cosine of the nearest example, 0..1
  float mean_of_few = 0.0F;  // mean cosine of the three nearest
  // How much likelier the topic's language says the message's words and pairs than everybody's: log odds,
  // summed.
  float likeness = 0.0F;
  float prior = 0.0F;  // ln(1 + examples): what is asked more often has more of them
  std::uint32_t example = 0;
};

class Neighbours {
 public:
  Neighbours() = default;

  // `words`: features below it are stems and pairs. Keeps its own copy of the word blocks.
  Neighbours(std::span<const learn::SparseView> examples, std::span<const std::uint32_t> labels_of,
             std::size_t labels, std::uint32_t words);

  // A message's words, ready to be compared; reused between messages.
  class Probe {
   public:
    void open(std::span<const learn::Entry> vector, std::uint32_t words);

   private:
    friend class Neighbours;
    std::vector<learn::Entry> words_;
    std::vector<float> cosines_;  // of one label's rows
  };

  // Cost: O(words of the message * log(labels), and those of the label's examples that share them).
  // `without`: examples for which without[example] is true are passed over (empty: none).
  Closeness closeness(Probe& probe, std::size_t label, std::span<const char> without = {}) const;

 private:
  struct Range {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
  };
  bool counts(std::uint32_t row, std::span<const char> without) const {
    return without.empty() || without[numbers_[row]] == 0;
  }
  float log_odds(std::size_t held_here, std::size_t here, std::size_t held_anywhere) const;

  // A row of a label that holds a word, counted from the label's first, and the word's weight in it.
  struct Posting {
    std::uint32_t row;
    float value;
  };
  // Of a word: where the postings of a label's rows begin; they end where the next group's begin.
  struct Group {
    std::uint32_t label;
    std::uint32_t from;
  };
  // `bounds`: of each word's postings, from bounds[word] to bounds[word + 1]; their rows are counted from the
  // first of all.
  void group(std::span<const std::uint32_t> bounds, std::span<const std::uint32_t> labels_of);
  std::span<const Posting> holders(std::uint32_t word, std::size_t label) const;
  std::size_t examples_with(std::uint32_t word) const;

  std::vector<Range> label_ranges_;     // rows, by label: those of a label lie together
  std::vector<std::uint32_t> numbers_;  // the example that a row was
  std::vector<std::uint32_t> starts_;   // of each word's groups; their end comes last
  std::vector<Group> groups_;           // word by word, labels ascending; one more that ends the last
  std::vector<Posting> postings_;       // group by group, rows ascending
};

}  // namespace faqbot::match

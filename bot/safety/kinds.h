// Which kinds of words does a message hold, and which side by side?
//
// "My undercarriage has gone to sleep" shares hardly a word with "numb between
// my legs", but both hold words of the kinds `saddle` and `numb`. The kinds are
// written by hand in safety/words.yaml; what each pair of them means, the
// classifier of the screen learns from the examples.
//
// Words are compared as stems, so that one form of a word is enough. A word
// may be of several kinds; a phrase counts for its own kinds and its words for
// theirs. Phrases and messages must have gone through the same synonyms.
//
// Thread safety: immutable once built. Cost: two hash look-ups a word, and one bit for each pair.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "learn/id_table.h"
#include "text/normalise.h"
#include "text/stem.h"

namespace faqbot::safety {

class Kinds {
 public:
  // The phrases of each kind. REQUIRES: at most 255 kinds.
  explicit Kinds(std::span<const std::vector<text::Utterance>> kinds);

  // What the words are, ascending: numbers below kinds() stand for kinds, those from there up to size()
  // for two kinds in one text.
  std::vector<std::uint32_t> find(const text::Utterance& message) const;

  // The same of many messages, in training.
  std::vector<std::uint32_t> find(const text::Utterance& message, text::StemBook& stem_of) const;

  std::uint32_t kinds() const { return kinds_; }
  std::uint32_t size() const { return kinds_ + kinds_ * (kinds_ - 1) / 2; }

 private:
  struct Phrase {
    std::vector<std::uint8_t> kinds;
    bool goes_on = false;  // a longer phrase begins with it
  };
  void add(const text::Utterance& phrase, std::uint8_t kind);
  std::vector<std::uint32_t> find(std::span<const std::string> stems) const;
  Phrase& phrase_of(std::uint64_t hash);

  std::uint32_t kinds_;
  learn::IdTable ids_;  // hash of stems -> number in phrases_
  std::vector<Phrase> phrases_;
};

}  // namespace faqbot::safety

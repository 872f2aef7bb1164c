#include "learn/features.h"

#include <algorithm>
#include <cmath>
#include <thread>

#include "learn/halves.h"
#include "text/stem.h"

namespace faqbot::learn {
namespace {

// FNV-1a in 64 bits: among a hundred thousand n-grams a collision is a one in a billion chance.
constexpr std::uint64_t kBasis = 14695981039346656037ULL;
constexpr std::uint64_t kPrime = 1099511628211ULL;

// A repaired word may have been a typo of ours or a stranger's own word.
constexpr float kGuessed = 0.7F;

constexpr std::uint64_t add(std::uint64_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * kPrime;
}

constexpr std::uint64_t hash_of(char kind, std::string_view text) {
  std::uint64_t hash = add(kBasis, kind);
  for (const char c : text) hash = add(hash, c);
  return hash;
}

void unit_length(std::span<Entry> entries, float length) {
  float sum = 0;
  for (const Entry& entry : entries) sum += entry.value * entry.value;
  if (sum <= 0) return;
  const float factor = length / std::sqrt(sum);
  for (Entry& entry : entries) entry.value *= factor;
}

// One example more that holds each of the n-grams. REQUIRES: sorted.
void count(std::span<const std::uint64_t> hashes, IdTable& counts) {
  for (std::size_t i = 0; i < hashes.size(); ++i)
    if (i == 0 || hashes[i] != hashes[i - 1]) ++counts.find_or_add(hashes[i], 0);
}

}  // namespace

template <typename Stem>
void FeatureSpace::collect(const text::Utterance& utterance, Stem&& stem_of, Grams& grams) const {
  std::string previous = "^";
  std::string marked;
  for (const std::string& word : utterance.words) {
    const std::string& stem = stem_of(word);
    grams.stems.push_back(hash_of('w', stem));
    previous += ' ';
    previous += stem;
    if (options_.pairs) grams.pairs.push_back(hash_of('b', previous));
    previous = stem;
    marked.assign(1, '<').append(word).append(1, '>');
    for (std::size_t from = 0; from + grams_.shortest <= marked.size(); ++from) {
      std::uint64_t hash = add(kBasis, 'c');
      const std::size_t end = std::min(marked.size(), from + grams_.longest);
      for (std::size_t at = from; at < end; ++at) {
        hash = add(hash, marked[at]);
        if (at - from + 1 >= grams_.shortest) grams.chars.push_back(hash);
      }
    }
  }
  std::ranges::sort(grams.stems);
  std::ranges::sort(grams.pairs);
  std::ranges::sort(grams.chars);
}

FeatureSpace::FeatureSpace(std::span<const text::Utterance> examples, const FeatureOptions& options,
                           std::vector<Features>& learnt)
    : options_(options),
      grams_(examples.size() >= options.large_set ? options.grams_of_large : options.grams_of_small) {
  IdTable stems;
  IdTable pairs;
  IdTable chars;
  std::vector<Grams> found(examples.size());
  in_halves(examples.size(), [&](std::size_t from, std::size_t to) {
    text::StemBook stem_of;
    for (std::size_t i = from; i < to; ++i) collect(examples[i], stem_of, found[i]);
  });
  std::thread letters([&] {
    for (const Grams& grams : found) count(grams.chars, chars);
  });
  for (const Grams& grams : found) {
    count(grams.stems, stems);
    count(grams.pairs, pairs);
  }
  letters.join();
  const auto n = static_cast<double>(examples.size());
  const auto take = [&](const IdTable& counts, std::uint32_t rarest, float weight) {
    counts.for_each([&](std::uint64_t hash, std::uint32_t times) {
      if (times < rarest) return;
      ids_.find_or_add(hash, static_cast<std::uint32_t>(idf_.size()));
      idf_.push_back(weight * static_cast<float>(std::log((1.0 + n) / (1.0 + times)) + 1.0));
    });
  };
  take(stems, 1, 1.0F);
  stems_ = idf_.size();
  const bool large = examples.size() >= options.large_set;
  take(pairs, large ? 2 : 1, large ? 1.0F : options.pairs_of_small);
  words_ = idf_.size();
  take(chars, large ? 5 : 1, 1.0F);
  unseen_idf_ = static_cast<float>(std::log(1.0 + n) + 1.0);
  learnt.resize(examples.size());
  in_halves(examples.size(), [&](std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) learnt[i] = weigh(std::move(found[i]), examples[i]);
  });
}

void FeatureSpace::append(std::span<const std::uint64_t> hashes, SparseVector& vector, float* unseen) const {
  for (std::size_t at = 0; at < hashes.size();) {
    std::size_t end = at + 1;
    while (end < hashes.size() && hashes[end] == hashes[at]) ++end;
    const std::uint32_t id = ids_.find(hashes[at]);
    if (id != IdTable::kAbsent) {
      const float tf = 1.0F + std::log(static_cast<float>(end - at));
      vector.push_back({id, tf * idf_[id]});
    } else if (unseen != nullptr) {
      *unseen += unseen_idf_;
    }
    at = end;
  }
}

void FeatureSpace::rescale(SparseVector& vector) const {
  const auto chars = std::ranges::lower_bound(vector, words_, {}, &Entry::feature);
  unit_length({vector.begin(), chars}, std::sqrt(options_.word_share));
  unit_length({chars, vector.end()}, std::sqrt(1.0F - options_.word_share));
}

double FeatureSpace::known_share(const Features& features) const {
  double known = 0;
  for (const Entry& entry : features.vector) {
    if (entry.feature >= stems_) break;
    known += idf_[entry.feature];
  }
  return known > 0 ? known / (known + features.unseen_weight) : 0.0;
}

Features FeatureSpace::weigh(Grams&& grams, const text::Utterance& utterance) const {
  Features features;
  features.words = utterance.words.size();
  features.unseen_weight = kGuessed * unseen_idf_ * static_cast<float>(utterance.guessed);
  features.vector.reserve(grams.stems.size() + grams.pairs.size() + grams.chars.size());
  append(grams.stems, features.vector, &features.unseen_weight);
  append(grams.pairs, features.vector, nullptr);
  append(grams.chars, features.vector, nullptr);
  std::ranges::sort(features.vector, {}, &Entry::feature);
  rescale(features.vector);
  features.stems = std::move(grams.stems);
  return features;
}

Features FeatureSpace::features(const text::Utterance& utterance) const {
  Grams grams;
  collect(utterance, text::thread_stemmer(), grams);
  return weigh(std::move(grams), utterance);
}

std::vector<std::uint64_t> FeatureSpace::stems_of(const text::Utterance& utterance) {
  const text::Stemmer& stemmer = text::thread_stemmer();
  std::vector<std::uint64_t> stems;
  for (const std::string& word : utterance.words) stems.push_back(hash_of('w', stemmer(word)));
  std::ranges::sort(stems);
  return stems;
}

SparseVector FeatureSpace::features_of_word(const std::string& word) const {
  return features(text::Utterance{{word}, {false}}).vector;
}

}  // namespace faqbot::learn

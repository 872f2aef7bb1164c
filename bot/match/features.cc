#include "match/features.h"

#include <algorithm>
#include <cmath>

#include "text/stem.h"

namespace faqbot::match {
namespace {

// FNV-1a in 64 bits: with a hundred thousand n-grams a collision is a one in a billion chance.
constexpr std::uint64_t kBasis = 14695981039346656037ULL;
constexpr std::uint64_t kPrime = 1099511628211ULL;

constexpr std::uint64_t add(std::uint64_t hash, char c) { return (hash ^ static_cast<unsigned char>(c)) * kPrime; }

std::uint64_t hash_of(char kind, std::string_view text) {
  std::uint64_t hash = add(kBasis, kind);
  for (const char c : text) hash = add(hash, c);
  return hash;
}

void unit_length(SparseVector& vector, float length) {
  float sum = 0;
  for (const Entry& entry : vector) sum += entry.value * entry.value;
  if (sum <= 0) return;
  const float factor = length / std::sqrt(sum);
  for (Entry& entry : vector) entry.value *= factor;
}

}  // namespace

FeatureSpace::Grams FeatureSpace::grams(const text::Utterance& utterance) const {
  Grams grams;
  const text::Stemmer& stemmer = text::thread_stemmer();
  std::string previous = "^";
  std::string marked;
  for (const std::string& word : utterance.words) {
    const std::string stem = stemmer(word);
    grams.unigrams.push_back(hash_of('w', stem));
    grams.words.push_back(grams.unigrams.back());
    grams.words.push_back(hash_of('b', previous + ' ' + stem));
    marked = '<' + word + '>';
    for (std::size_t from = 0; from + options_.shortest_gram <= marked.size(); ++from) {
      std::uint64_t hash = add(kBasis, 'c');
      const std::size_t end = std::min(marked.size(), from + options_.longest_gram);
      for (std::size_t at = from; at < end; ++at) {
        hash = add(hash, marked[at]);
        if (at - from + 1 >= options_.shortest_gram) grams.chars.push_back(hash);
      }
    }
    previous = stem;
  }
  return grams;
}

void FeatureSpace::learn(std::vector<std::uint64_t>& hashes,
                         std::unordered_map<std::uint64_t, std::uint32_t>& counts) const {
  std::ranges::sort(hashes);
  const auto repeated = std::ranges::unique(hashes);
  hashes.erase(repeated.begin(), repeated.end());
  for (const std::uint64_t hash : hashes) ++counts[hash];
}

FeatureSpace::FeatureSpace(std::span<const text::Utterance> examples, const FeatureOptions& options)
    : options_(options) {
  std::unordered_map<std::uint64_t, std::uint32_t> words;
  std::unordered_map<std::uint64_t, std::uint32_t> chars;
  for (const text::Utterance& example : examples) {
    Grams found = grams(example);
    learn(found.words, words);
    learn(found.chars, chars);
  }
  const auto n = static_cast<double>(examples.size());
  const auto take = [&](const std::unordered_map<std::uint64_t, std::uint32_t>& counts, std::uint32_t rarest) {
    for (const auto& [hash, count] : counts) {
      if (count < rarest) continue;
      ids_.emplace(hash, static_cast<std::uint32_t>(idf_.size()));
      idf_.push_back(static_cast<float>(std::log((1.0 + n) / (1.0 + count)) + 1.0));
    }
  };
  take(words, 1);
  take(chars, options.rarest_gram);
  unseen_idf_ = static_cast<float>(std::log(1.0 + n) + 1.0);
}

SparseVector FeatureSpace::block(std::vector<std::uint64_t>& hashes) const {
  std::ranges::sort(hashes);
  SparseVector vector;
  for (std::size_t at = 0; at < hashes.size();) {
    std::size_t end = at + 1;
    while (end < hashes.size() && hashes[end] == hashes[at]) ++end;
    const auto id = ids_.find(hashes[at]);
    if (id != ids_.end()) {
      const float tf = 1.0F + std::log(static_cast<float>(end - at));
      vector.push_back({id->second, tf * idf_[id->second]});
    }
    at = end;
  }
  return vector;
}

Features FeatureSpace::features(const text::Utterance& utterance) const {
  Grams found = grams(utterance);
  Features features;
  float known = 0;
  float all = 0;
  for (const std::uint64_t hash : found.unigrams) {
    const auto id = ids_.find(hash);
    const float idf = id == ids_.end() ? unseen_idf_ : idf_[id->second];
    all += idf;
    if (id != ids_.end()) known += idf;
  }
  features.known_share = all > 0 ? known / all : 0.0F;
  features.words = block(found.words);
  SparseVector chars = block(found.chars);
  unit_length(features.words, 1.0F);
  unit_length(chars, std::sqrt(1.0F - options_.word_share));
  const float word_factor = std::sqrt(options_.word_share);
  features.vector.reserve(features.words.size() + chars.size());
  for (const Entry& entry : features.words) features.vector.push_back({entry.feature, entry.value * word_factor});
  features.vector.insert(features.vector.end(), chars.begin(), chars.end());
  std::ranges::sort(features.vector, {}, &Entry::feature);
  return features;
}

}  // namespace faqbot::match

#include "safety/kinds.h"

#include <algorithm>
#include <string_view>

namespace faqbot::safety {
namespace {

// FNV-1a in 64 bits over the stems of a phrase, each with a space behind it.
constexpr std::uint64_t kBasis = 14695981039346656037ULL;
constexpr std::uint64_t kPrime = 1099511628211ULL;

std::uint64_t with(std::uint64_t hash, std::string_view stem) {
  for (const char c : stem) hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
  return (hash ^ static_cast<unsigned char>(' ')) * kPrime;
}

template <typename Stem>
std::vector<std::string> stems_of(const text::Utterance& utterance, Stem&& stem_of) {
  std::vector<std::string> stems;
  stems.reserve(utterance.words.size());
  for (const std::string& word : utterance.words) stems.push_back(stem_of(word));
  return stems;
}

}  // namespace

Kinds::Kinds(std::span<const std::vector<text::Utterance>> kinds)
    : kinds_(static_cast<std::uint32_t>(kinds.size())) {
  for (std::uint32_t kind = 0; kind < kinds_; ++kind)
    for (const text::Utterance& phrase : kinds[kind]) add(phrase, static_cast<std::uint8_t>(kind));
}

Kinds::Phrase& Kinds::phrase_of(std::uint64_t hash) {
  const std::uint32_t id = ids_.find_or_add(hash, static_cast<std::uint32_t>(phrases_.size()));
  if (id == phrases_.size()) phrases_.emplace_back();
  return phrases_[id];
}

void Kinds::add(const text::Utterance& phrase, std::uint8_t kind) {
  const std::vector<std::string> stems = stems_of(phrase, text::thread_stemmer());
  std::uint64_t hash = kBasis;
  for (std::size_t i = 0; i < stems.size(); ++i) {
    hash = with(hash, stems[i]);
    Phrase& begun = phrase_of(hash);
    if (i + 1 < stems.size()) {
      begun.goes_on = true;
    } else if (std::ranges::find(begun.kinds, kind) == begun.kinds.end()) {
      begun.kinds.push_back(kind);
    }
  }
}

std::vector<std::uint32_t> Kinds::find(const text::Utterance& message) const {
  return find(stems_of(message, text::thread_stemmer()));
}

std::vector<std::uint32_t> Kinds::find(const text::Utterance& message, text::StemBook& stem_of) const {
  return find(stems_of(message, stem_of));
}

std::vector<std::uint32_t> Kinds::find(std::span<const std::string> stems) const {
  std::vector<char> present(kinds_);
  for (std::size_t from = 0; from < stems.size(); ++from) {
    std::uint64_t hash = kBasis;
    for (std::size_t at = from; at < stems.size(); ++at) {
      hash = with(hash, stems[at]);
      const std::uint32_t id = ids_.find(hash);
      if (id == learn::IdTable::kAbsent) break;
      for (const std::uint8_t kind : phrases_[id].kinds) present[kind] = 1;
      if (!phrases_[id].goes_on) break;
    }
  }
  std::vector<std::uint32_t> found;
  for (std::uint32_t kind = 0; kind < kinds_; ++kind)
    if (present[kind] != 0) found.push_back(kind);
  const std::size_t single = found.size();
  for (std::size_t b = 1; b < single; ++b)
    for (std::size_t a = 0; a < b; ++a) found.push_back(kinds_ + found[b] * (found[b] - 1) / 2 + found[a]);
  return found;
}

}  // namespace faqbot::safety

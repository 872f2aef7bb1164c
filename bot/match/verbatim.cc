#include "match/verbatim.h"

namespace faqbot::match {
namespace {

constexpr std::uint32_t kDisputed = learn::IdTable::kAbsent - 1;
constexpr std::uint64_t kPrime = 1099511628211ULL;

}  // namespace

std::uint64_t Verbatim::key(const learn::Features& features) const {
  std::uint64_t hash = features.words;
  for (const learn::Entry& entry : features.vector) {
    if (entry.feature >= words_) break;
    hash = (hash ^ entry.feature) * kPrime;
  }
  return hash;
}

void Verbatim::add(const learn::Features& example, std::uint32_t label) {
  std::uint32_t& known = labels_.find_or_add(key(example), label);
  if (known != label) known = kDisputed;
}

std::optional<std::uint32_t> Verbatim::find(const learn::Features& message) const {
  if (message.unseen_weight > 0.0F) return std::nullopt;
  const std::uint32_t label = labels_.find(key(message));
  if (label == learn::IdTable::kAbsent || label == kDisputed) return std::nullopt;
  return label;
}

}  // namespace faqbot::match

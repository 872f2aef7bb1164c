#include "match/verbatim.h"

namespace faqbot::match {
namespace {

constexpr std::uint32_t kDisputed = 0xFFFFFFFFU;
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
  const auto [at, is_new] = labels_.try_emplace(key(example), label);
  if (!is_new && at->second != label) at->second = kDisputed;
}

std::optional<std::uint32_t> Verbatim::find(const learn::Features& message) const {
  if (message.unseen_weight > 0.0F) return std::nullopt;
  const auto at = labels_.find(key(message));
  if (at == labels_.end() || at->second == kDisputed) return std::nullopt;
  return at->second;
}

}  // namespace faqbot::match

#include "knowledge/version.h"

#include <sodium.h>

#include <array>

namespace faqbot::knowledge {
namespace {

// The length goes first, so that no two lists of files give the same bytes.
void add(crypto_generichash_state& state, const std::string& bytes) {
  const std::string length = std::to_string(bytes.size()) + ':';
  for (const std::string* part : {&length, &bytes})
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(part->data()), part->size());
}

}  // namespace

std::string version_of(std::span<const NamedBytes> files) {
  crypto_generichash_state state;
  std::array<unsigned char, crypto_generichash_BYTES> hash{};
  crypto_generichash_init(&state, nullptr, 0, hash.size());
  for (const NamedBytes& file : files) {
    add(state, file.name);
    add(state, file.bytes);
  }
  crypto_generichash_final(&state, hash.data(), hash.size());
  constexpr std::size_t kShown = 8;
  std::array<char, 2 * kShown + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), kShown);
  return hex.data();
}

}  // namespace faqbot::knowledge

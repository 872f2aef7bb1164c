#include "engine/secret_hash.h"

#include <sodium.h>

#include <cstring>
#include <stdexcept>

namespace faqbot {

SecretHash::SecretHash() {
  static_assert(sizeof key_ == crypto_shorthash_KEYBYTES);
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start: the system gives no random bytes");
  crypto_shorthash_keygen(key_.data());
}

std::uint64_t SecretHash::operator()(std::string_view text) const {
  std::array<unsigned char, crypto_shorthash_BYTES> bytes{};
  crypto_shorthash(bytes.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                   key_.data());
  std::uint64_t hash = 0;
  static_assert(sizeof hash == crypto_shorthash_BYTES);
  std::memcpy(&hash, bytes.data(), sizeof hash);
  return hash;
}

}  // namespace faqbot

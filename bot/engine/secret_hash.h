// A hash of texts that nobody outside can foresee or undo: SipHash-2-4 with a key of its own.
//
// Thread safety: immutable once made.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace faqbot {

class SecretHash {
 public:
  // With a new random key. Errors: std::runtime_error where the system gives no random bytes.
  SecretHash();

  std::uint64_t operator()(std::string_view text) const;

 private:
  std::array<unsigned char, 16> key_{};
};

}  // namespace faqbot

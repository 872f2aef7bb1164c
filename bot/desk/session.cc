#include "desk/session.h"

#include <sodium.h>

#include <array>

namespace faqbot::desk {
namespace {

using Digest = std::array<unsigned char, crypto_generichash_BYTES>;

std::string base64(const Digest& bytes) {
  std::string text(
      sodium_base64_ENCODED_LEN(std::tuple_size_v<Digest>, sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  text.pop_back();  // the C string's end
  return text;
}

// `purpose` keeps the two apart: neither can be had from the other.
Digest digest(std::string_view purpose, std::string_view token) {
  std::string input(purpose);
  input += '\0';
  input += token;
  Digest out{};
  crypto_generichash(out.data(), out.size(), reinterpret_cast<const unsigned char*>(input.data()),
                     input.size(), nullptr, 0);
  return out;
}

}  // namespace

std::string new_token() {
  Digest random{};
  randombytes_buf(random.data(), random.size());
  return base64(random);
}

std::string hash_of_token(std::string_view token) {
  const Digest hash = digest("session", token);
  std::string hex(hash.size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  hex.pop_back();
  return hex;
}

std::string csrf_word(std::string_view token) {
  return base64(digest("csrf", token));
}

bool are_equal(std::string_view left, std::string_view right) {
  return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

}  // namespace faqbot::desk

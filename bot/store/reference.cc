#include "store/reference.h"

#include <sodium.h>

#include <cstdint>
#include <string_view>

namespace faqbot::store {
namespace {

constexpr std::string_view kSigns =
    "2346789CDFGHJKMNPQRTVWXY";  // not B, S, Z: 8, 5, 2; not 0, 1, 5, I, L, O, U
constexpr std::size_t kHalf = 4;

}  // namespace

std::string random_reference() {
  std::string reference;
  for (std::size_t i = 0; i < 2 * kHalf; ++i) {
    if (i == kHalf) reference += '-';
    reference += kSigns[randombytes_uniform(static_cast<std::uint32_t>(kSigns.size()))];
  }
  return reference;
}

}  // namespace faqbot::store

// Any bytes as a conversation's token: forged ones open nothing, and sealed nonsense is survived.
#include <sodium.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "http/token.h"

namespace {

using faqbot::Conversation;
using faqbot::http::Sealer;

constexpr Sealer::Time kNow{std::chrono::seconds(1'800'000'000)};

const Sealer& sealer() {
  static const Sealer sealer({faqbot::http::Key{}});
  return sealer;
}

// A conversation of whatever the fuzzer makes up.
Conversation invented(std::string_view bytes) {
  Conversation conversation;
  conversation.id = bytes.substr(0, bytes.size() % 40);
  conversation.turns = static_cast<std::uint32_t>(bytes.size());
  for (std::size_t at = 0; at < bytes.size(); at += 1 + static_cast<unsigned char>(bytes[at])) {
    auto& list = at % 3 == 0 ? conversation.topics : at % 3 == 1 ? conversation.offered : conversation.also;
    list.emplace_back(bytes.substr(at, static_cast<unsigned char>(bytes[at])));
  }
  return conversation;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  // Nobody guesses a tag of 128 bits.
  if (sealer().open(bytes, kNow)) std::abort();

  const Conversation before = invented(bytes);
  std::string token = sealer().seal(before, kNow);
  if (token.size() > Sealer::kMostBytes) std::abort();
  const auto after = sealer().open(token, kNow);
  if (after.has_value() != !before.id.empty()) std::abort();
  if (after && (after->id != before.id || after->turns != before.turns)) std::abort();

  if (size < 2) return 0;
  const std::size_t at = (static_cast<std::size_t>(data[0]) * 256 + data[1]) % token.size();
  // The last character may hold bits that stand for nothing; all others matter.
  token[at] = token[at] == 'A' ? 'B' : 'A';
  if (at + 1 < token.size() && sealer().open(token, kNow)) std::abort();
  return 0;
}

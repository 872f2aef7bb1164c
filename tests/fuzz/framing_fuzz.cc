// Any bytes on a connection, cut anywhere: the framing never crashes, keeps to its limits, and sees the same
// requests however the bytes are cut.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "http/framing.h"

namespace {

using faqbot::http::Framing;
using faqbot::http::FramingLimits;

constexpr FramingLimits kLimits{.most_head_bytes = 2048, .most_body_bytes = 512};

// What the requests were, as text that can be compared.
std::vector<std::string> requests_in(std::string_view bytes, std::size_t piece) {
  std::vector<std::string> seen;
  Framing framing(kLimits);
  std::string waiting;
  while (!bytes.empty()) {
    waiting += bytes.substr(0, piece);
    bytes.remove_prefix(std::min(piece, bytes.size()));
    auto state = framing.advance(waiting);
    for (; state == Framing::State::kComplete; state = framing.advance(waiting)) {
      if (framing.body(waiting).size() > kLimits.most_body_bytes) std::abort();
      seen.push_back(std::string(framing.head().method) + ' ' + std::string(framing.head().target) + ' ' +
                     std::string(framing.body(waiting)));
      framing.finish(waiting);
    }
    if (state == Framing::State::kRefused) {
      seen.emplace_back("refused");
      return seen;
    }
    if (framing.held_bytes() > kLimits.most_head_bytes + kLimits.most_body_bytes) std::abort();
  }
  return seen;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto at_once = requests_in(bytes, bytes.size());
  if (requests_in(bytes, 1) != at_once) std::abort();
  if (requests_in(bytes, 1 + data[0] % 32) != at_once) std::abort();
  return 0;
}

#include "http/framing.h"

#include <cassert>
#include <utility>

namespace faqbot::http {
namespace {

// Empty lines between requests are passed over: old clients end a body with one.
std::size_t empty_lines(std::string_view bytes) {
  std::size_t size = 0;
  while (bytes.substr(size).starts_with("\r\n")) size += 2;
  return size;
}

}  // namespace

Framing::State Framing::advance(std::string& bytes) {
  if (stage_ == Stage::kHead) {
    if (searched_ == 0) bytes.erase(0, empty_lines(bytes));
    if (const State state = find_head(bytes); state != State::kComplete) return state;
  }
  return read_body(bytes);
}

Framing::State Framing::find_head(std::string& bytes) {
  for (;;) {
    const auto feed = bytes.find('\n', searched_);
    if (feed == std::string::npos) break;
    if (feed == 0 || bytes[feed - 1] != '\r') return refuse({400, "A line ends without a carriage return."});
    searched_ = feed + 1;
    const bool is_empty_line = feed >= 3 && bytes[feed - 2] == '\n';
    if (!is_empty_line) continue;
    if (searched_ > limits_.most_head_bytes) return refuse({431, "The header is longer than 16 KiB."});
    head_bytes_.assign(bytes, 0, searched_);
    bytes.erase(0, searched_);
    auto read = read_head(head_bytes_, limits_.most_body_bytes);
    if (const auto* refused = std::get_if<Refusal>(&read)) return refuse(*refused);
    head_ = std::get<Head>(std::move(read));
    stage_ = head_.chunked ? Stage::kChunks : Stage::kLength;
    return State::kComplete;
  }
  if (bytes.size() > limits_.most_head_bytes) {
    const bool is_first_line = searched_ == 0;
    return is_first_line ? refuse({414, "The address is longer than 8,000 bytes."})
                         : refuse({431, "The header is longer than 16 KiB."});
  }
  return State::kIncomplete;
}

Framing::State Framing::read_body(std::string& bytes) {
  if (stage_ == Stage::kLength)
    return bytes.size() < head_.content_length ? State::kIncomplete : State::kComplete;
  const auto used = chunks_.feed(bytes, limits_.most_body_bytes);
  bytes.erase(0, used);
  switch (chunks_.state()) {
    case ChunkDecoder::State::kMore:
      return State::kIncomplete;
    case ChunkDecoder::State::kDone:
      return State::kComplete;
    case ChunkDecoder::State::kTooLong:
      return refuse({413, "The body is too long."});
    case ChunkDecoder::State::kBad:
      break;
  }
  return refuse({400, "The chunks of the body are malformed."});
}

bool Framing::takes_continue() {
  return has_head() && std::exchange(head_.expects_continue, false);
}

std::string_view Framing::body(const std::string& bytes) const {
  return stage_ == Stage::kChunks ? chunks_.body() : std::string_view(bytes).substr(0, head_.content_length);
}

void Framing::finish(std::string& bytes) {
  assert(has_head());
  if (stage_ == Stage::kLength) bytes.erase(0, head_.content_length);
  *this = Framing(limits_);
}

Framing::State Framing::refuse(Refusal refusal) {
  refusal_ = refusal;
  return State::kRefused;
}

}  // namespace faqbot::http

#include "http/chunks.h"

#include <algorithm>
#include <charconv>

namespace faqbot::http {
namespace {

constexpr std::size_t kMostLineBytes = 1024;
constexpr std::size_t kMostTrailerBytes = 4096;

}  // namespace

std::size_t ChunkDecoder::feed(std::string_view bytes, std::size_t most_body_bytes) {
  std::size_t used = 0;
  while (state_ == State::kMore && used < bytes.size()) {
    if (expect_ == Expect::kData) {
      take_data(bytes, used);
      continue;
    }
    const auto rest = bytes.substr(used);
    const auto feed = rest.find('\n');
    if (std::min(feed, rest.size()) > kMostLineBytes) state_ = State::kBad;
    if (state_ == State::kBad || feed == std::string_view::npos) break;
    if (feed == 0 || rest[feed - 1] != '\r' || !read_line(rest.substr(0, feed - 1), most_body_bytes)) {
      if (state_ == State::kMore) state_ = State::kBad;
      break;
    }
    used += feed + 1;
  }
  return used;
}

bool ChunkDecoder::read_line(std::string_view line, std::size_t most_body_bytes) {
  if (expect_ == Expect::kDataEnd) {
    expect_ = Expect::kSize;
    return line.empty();
  }
  if (expect_ == Expect::kTrailer) {
    if (line.empty()) state_ = State::kDone;
    trailer_bytes_ += line.size();
    return trailer_bytes_ <= kMostTrailerBytes;
  }
  const auto digits = line.substr(0, line.find(';'));
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), left_, 16);
  const auto after = digits.substr(static_cast<std::size_t>(end - digits.data()));
  if (error == std::errc::invalid_argument || after.find_first_not_of(" \t") != std::string_view::npos)
    return false;
  if (error != std::errc() || left_ > most_body_bytes - body_.size()) {
    state_ = State::kTooLong;
    return false;
  }
  expect_ = left_ == 0 ? Expect::kTrailer : Expect::kData;
  return true;
}

void ChunkDecoder::take_data(std::string_view bytes, std::size_t& used) {
  const auto piece = bytes.substr(used, left_);
  body_.append(piece);
  used += piece.size();
  left_ -= piece.size();
  if (left_ == 0) expect_ = Expect::kDataEnd;
}

}  // namespace faqbot::http

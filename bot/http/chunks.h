// A chunked body -> its bytes, piece by piece.
//
// Chunk extensions and trailers are read over and dropped; both are bounded.
//
// Thread safety: belongs to one connection.
// Source: RFC 9112, section 7.1.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace faqbot::http {

class ChunkDecoder {
 public:
  enum class State { kMore, kDone, kTooLong, kBad };

  // Returns how many bytes at the front of `bytes` were used; the rest belongs to later
  // calls, or to the next request once state() is kDone.
  std::size_t feed(std::string_view bytes, std::size_t most_body_bytes);

  State state() const { return state_; }
  std::string_view body() const { return body_; }

 private:
  enum class Expect { kSize, kData, kDataEnd, kTrailer };

  bool read_line(std::string_view line, std::size_t most_body_bytes);
  void take_data(std::string_view bytes, std::size_t& used);

  Expect expect_ = Expect::kSize;
  State state_ = State::kMore;
  std::size_t left_ = 0;           // bytes of the chunk still to come
  std::size_t trailer_bytes_ = 0;  // so far
  std::string body_;
};

}  // namespace faqbot::http

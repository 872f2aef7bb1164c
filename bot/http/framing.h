// Where a request ends in the bytes that have come in so far.
//
// Bytes are put in as they arrive, in any pieces; a request comes out when all of
// it is there, so that whoever serves it never waits for a client.
//
// Thread safety: belongs to one connection. Memory: at most the limits.
// Cost: O(new bytes), whatever the pieces.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "http/chunks.h"
#include "http/head.h"

namespace faqbot::http {

struct FramingLimits {
  std::size_t most_head_bytes = std::size_t{16} * 1024;
  std::size_t most_body_bytes = std::size_t{160} * 1024;
};

class Framing {
 public:
  enum class State { kIncomplete, kComplete, kRefused };

  explicit Framing(FramingLimits limits) : limits_(limits) {}

  // Looks at `bytes` again after more have been appended; takes from its front what it has understood.
  State advance(std::string& bytes);

  // True from the first byte of a request on.
  bool has_begun(const std::string& bytes) const { return stage_ != Stage::kHead || !bytes.empty(); }
  bool has_head() const { return stage_ != Stage::kHead; }

  // Held for a request that is not finished yet, besides what is still in `bytes`.
  std::size_t held_bytes() const { return head_bytes_.size() + chunks_.body().size(); }

  // Once, when the client holds its body back until it is told to go on.
  bool takes_continue();

  // REQUIRES: the last advance() said kComplete. The views live until finish().
  const Head& head() const { return head_; }
  std::string_view body(const std::string& bytes) const;

  // REQUIRES: the last advance() said kRefused.
  const Refusal& refusal() const { return refusal_; }

  // Drops the complete request from `bytes` and makes ready for the next.
  void finish(std::string& bytes);

 private:
  enum class Stage { kHead, kLength, kChunks };

  State find_head(std::string& bytes);
  State read_body(std::string& bytes);
  State refuse(Refusal refusal);

  FramingLimits limits_;
  Stage stage_ = Stage::kHead;
  std::size_t searched_ = 0;  // bytes of the head looked at
  std::string head_bytes_;
  Head head_;
  ChunkDecoder chunks_;
  Refusal refusal_;
};

}  // namespace faqbot::http

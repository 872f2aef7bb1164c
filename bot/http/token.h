// The conversation's state on its way through the visitor's browser: sealed, so
// that nobody can read or change it, and small.
//
//   token := base64url(version nonce sealed)      at most 1,024 characters
//   version := 0x01                               also authenticated
//   sealed := XChaCha20-Poly1305(issued record*)
//   issued := varint, seconds since 1970
//   record := tag(1 byte) length(varint) bytes    unknown tags are passed over, so that an older
//                                                 replica understands a newer one
//
// A token can be sent again within its life: without memory on our side a replay
// cannot be told from a visitor who goes back, and it reveals nothing.
//
// Thread safety: immutable; every member may run on any number of threads.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/conversation.h"
#include "http/key.h"

namespace faqbot::http {

class Sealer {
 public:
  using Time = std::chrono::system_clock::time_point;
  static constexpr std::size_t kMostBytes = 1024;
  static constexpr std::chrono::hours kLife{24};

  // REQUIRES: at least one key; the first seals, all open.
  explicit Sealer(const std::vector<Key>& keys);

  // What does not fit is left out, the least needed first. Cost: a few microseconds.
  std::string seal(const Conversation& conversation, Time now) const;

  // Nothing where the token is forged, damaged, too long, older than kLife or from the future.
  std::optional<Conversation> open(std::string_view token, Time now) const;

 private:
  std::vector<Key> keys_;
};

// One that has just begun: a random id and nothing else.
Conversation new_conversation();

}  // namespace faqbot::http

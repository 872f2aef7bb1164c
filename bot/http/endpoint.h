// Where to listen: "127.0.0.1:8080", "[::1]:8080", "localhost:8080", ":8080" (everywhere).
//
// Thread safety: value types.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/result.h"

namespace faqbot::http {

struct Endpoint {
  std::string host;        // empty: every address of the machine
  std::uint16_t port = 0;  // 0: any free one

  static Result<Endpoint> parse(std::string_view text);

  // The address to type into a browser on this machine: "http://127.0.0.1:8080/".
  std::string url() const;
};

// A listening, non-blocking socket, closed with its owner.
class ListenSocket {
 public:
  // Errors: an unknown host, a port in use or not allowed.
  static Result<ListenSocket> open(const Endpoint& endpoint);

  ListenSocket(ListenSocket&& other) noexcept;
  ListenSocket& operator=(ListenSocket&& other) noexcept;
  ~ListenSocket();

  int descriptor() const { return descriptor_; }
  std::uint16_t port() const;

 private:
  explicit ListenSocket(int descriptor) : descriptor_(descriptor) {}

  int descriptor_ = -1;
};

}  // namespace faqbot::http

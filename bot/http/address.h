// Network addresses: who is at the other end, and who counts as one client.
//
// Thread safety: value types and pure functions.
#pragma once

#include <sys/socket.h>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace faqbot::http {

// An IPv6 address; IPv4 lies in it as ::ffff:a.b.c.d.
struct Address {
  std::array<std::uint8_t, 16> bytes{};

  // "192.0.2.1", "2001:db8::1", "[2001:db8::1]", "192.0.2.1:4711" or "[2001:db8::1]:4711"; the port is passed
  // over.
  static std::optional<Address> parse(std::string_view text);
  static Address of(const sockaddr_storage& socket_address);

  bool is_v4() const;
  bool is_loopback() const;

  // What one visitor holds: the address itself for IPv4, the /64 for IPv6, whose
  // owner can choose among 2^64 addresses.
  Address client() const;

  bool operator==(const Address&) const = default;
};

// "10.0.0.0/8", "2001:db8::/32", or one address.
class Network {
 public:
  static std::optional<Network> parse(std::string_view text);
  bool holds(const Address& address) const;

 private:
  Address base_;
  unsigned bits_ = 128;
};

bool any_holds(std::span<const Network> networks, const Address& address);

// The visitor behind proxies: X-Forwarded-For is read from its right end for as
// long as the one who wrote the entry is trusted; what stands further left could
// have been written by anybody.
//
// `forwarded_for`: the header's value, several of them joined by commas.
Address visitor(const Address& peer, std::string_view forwarded_for, std::span<const Network> trusted);

}  // namespace faqbot::http

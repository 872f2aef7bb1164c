#include "http/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <charconv>
#include <cstring>

namespace faqbot::http {
namespace {

constexpr std::size_t kV4Offset = 12;
constexpr unsigned kV4Bits = 96;

Address mapped(const void* four_bytes) {
  Address address;
  address.bytes[10] = address.bytes[11] = 0xFF;
  std::memcpy(address.bytes.data() + kV4Offset, four_bytes, 4);
  return address;
}

std::string_view trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t\"");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\"") - from + 1);
}

std::string_view without_port(std::string_view text) {
  if (text.starts_with('[')) {
    const auto end = text.find(']');
    return end == std::string_view::npos ? text : text.substr(1, end - 1);
  }
  const auto colon = text.find(':');
  const bool is_only_colon =
      colon != std::string_view::npos && text.find(':', colon + 1) == std::string_view::npos;
  return is_only_colon ? text.substr(0, colon) : text;
}

}  // namespace

std::optional<Address> Address::parse(std::string_view text) {
  const std::string host(without_port(trimmed(text)));
  if (host.size() > INET6_ADDRSTRLEN) return std::nullopt;
  in_addr v4{};
  if (inet_pton(AF_INET, host.c_str(), &v4) == 1) return mapped(&v4);
  Address address;
  if (inet_pton(AF_INET6, host.c_str(), address.bytes.data()) == 1) return address;
  return std::nullopt;
}

Address Address::of(const sockaddr_storage& socket_address) {
  if (socket_address.ss_family == AF_INET)
    return mapped(&reinterpret_cast<const sockaddr_in&>(socket_address).sin_addr);
  Address address;
  if (socket_address.ss_family == AF_INET6)
    std::memcpy(address.bytes.data(), &reinterpret_cast<const sockaddr_in6&>(socket_address).sin6_addr, 16);
  return address;
}

bool Address::is_v4() const {
  return std::all_of(bytes.begin(), bytes.begin() + 10, [](std::uint8_t byte) { return byte == 0; }) &&
         bytes[10] == 0xFF && bytes[11] == 0xFF;
}

bool Address::is_loopback() const {
  if (is_v4()) return bytes[kV4Offset] == 127;
  Address loopback;
  loopback.bytes[15] = 1;
  return *this == loopback;
}

Address Address::client() const {
  if (is_v4()) return *this;
  Address network = *this;
  std::fill(network.bytes.begin() + 8, network.bytes.end(), std::uint8_t{0});
  return network;
}

std::optional<Network> Network::parse(std::string_view text) {
  const auto slash = text.find('/');
  const auto base = Address::parse(text.substr(0, slash));
  if (!base) return std::nullopt;
  Network network;
  network.base_ = *base;
  if (slash == std::string_view::npos) return network;
  const auto digits = trimmed(text.substr(slash + 1));
  unsigned bits = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  if (bits > (base->is_v4() ? 32U : 128U)) return std::nullopt;
  network.bits_ = base->is_v4() ? kV4Bits + bits : bits;
  return network;
}

bool Network::holds(const Address& address) const {
  const unsigned whole = bits_ / 8;
  if (!std::equal(base_.bytes.begin(), base_.bytes.begin() + whole, address.bytes.begin())) return false;
  const unsigned rest = bits_ % 8;
  if (rest == 0) return true;
  const auto mask = static_cast<std::uint8_t>(0xFFU << (8 - rest));
  return (base_.bytes[whole] & mask) == (address.bytes[whole] & mask);
}

bool any_holds(std::span<const Network> networks, const Address& address) {
  return std::any_of(networks.begin(), networks.end(), [&](const Network& n) { return n.holds(address); });
}

Address visitor(const Address& peer, std::string_view forwarded_for, std::span<const Network> trusted) {
  Address known = peer;
  while (!forwarded_for.empty() && any_holds(trusted, known)) {
    const auto comma = forwarded_for.rfind(',');
    const auto entry = comma == std::string_view::npos ? forwarded_for : forwarded_for.substr(comma + 1);
    forwarded_for = comma == std::string_view::npos ? std::string_view() : forwarded_for.substr(0, comma);
    const auto address = Address::parse(entry);
    if (!address) break;
    known = *address;
  }
  return known;
}

}  // namespace faqbot::http

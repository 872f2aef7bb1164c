#include "http/endpoint.h"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <memory>
#include <utility>

namespace faqbot::http {
namespace {

constexpr int kBacklog = 1024;

struct FreeAddresses {
  void operator()(addrinfo* list) const { freeaddrinfo(list); }
};

void set(int socket, int level, int option, int value) {
  setsockopt(socket, level, option, &value, sizeof value);
}

// The listening socket, or the errno of what failed.
Result<int> listen_on(const addrinfo& address) {
  const int socket = ::socket(address.ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (socket < 0) return Error{std::strerror(errno)};
  set(socket, SOL_SOCKET, SO_REUSEADDR, 1);
  // Accepted sockets inherit it: a response goes out at once.
  set(socket, IPPROTO_TCP, TCP_NODELAY, 1);
  if (address.ai_family == AF_INET6) set(socket, IPPROTO_IPV6, IPV6_V6ONLY, 0);
  if (::bind(socket, address.ai_addr, address.ai_addrlen) == 0 && ::listen(socket, kBacklog) == 0)
    return socket;
  const Error error{std::strerror(errno)};
  ::close(socket);
  return error;
}

}  // namespace

Result<Endpoint> Endpoint::parse(std::string_view text) {
  const auto colon = text.rfind(':');
  const auto fail = [&] {
    return Error{"\"" + std::string(text) +
                 "\" is not HOST:PORT; write for example 127.0.0.1:8080, [::1]:8080 or :8080"};
  };
  if (colon == std::string_view::npos) return fail();
  const auto digits = text.substr(colon + 1);
  Endpoint endpoint;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), endpoint.port);
  if (error != std::errc() || end != digits.data() + digits.size()) return fail();
  auto host = text.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']'))
    host = host.substr(1, host.size() - 2);
  else if (host.find(':') != std::string_view::npos)
    return fail();
  endpoint.host = host == "*" ? std::string() : std::string(host);
  return endpoint;
}

std::string Endpoint::url() const {
  const bool is_anywhere = host.empty() || host == "0.0.0.0" || host == "::";
  const std::string name = is_anywhere                           ? "localhost"
                           : host.find(':') == std::string::npos ? host
                                                                 : "[" + host + "]";
  return "http://" + name + ":" + std::to_string(port) + "/";
}

Result<ListenSocket> ListenSocket::open(const Endpoint& endpoint) {
  addrinfo wanted{};
  wanted.ai_socktype = SOCK_STREAM;
  wanted.ai_flags = AI_PASSIVE;
  addrinfo* found = nullptr;
  const char* const host = endpoint.host.empty() ? nullptr : endpoint.host.c_str();
  if (const int failed = getaddrinfo(host, std::to_string(endpoint.port).c_str(), &wanted, &found);
      failed != 0)
    return Error{"cannot listen on \"" + endpoint.host + "\": " + gai_strerror(failed)};
  const std::unique_ptr<addrinfo, FreeAddresses> list(found);
  // IPv6's wildcard takes in IPv4 too, so it goes first where any address will do.
  std::string why = "no address";
  for (const bool wants_v6 : {true, false}) {
    for (const addrinfo* at = found; at != nullptr; at = at->ai_next) {
      if ((at->ai_family == AF_INET6) != (wants_v6 == endpoint.host.empty())) continue;
      auto socket = listen_on(*at);
      if (socket) return ListenSocket(*socket);
      why = socket.error().message;
    }
  }
  return Error{"cannot listen on port " + std::to_string(endpoint.port) + ": " + why +
               "; choose another with --listen HOST:PORT (port 0 takes any free one)"};
}

ListenSocket::ListenSocket(ListenSocket&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

ListenSocket& ListenSocket::operator=(ListenSocket&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

ListenSocket::~ListenSocket() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::uint16_t ListenSocket::port() const {
  sockaddr_storage bound{};
  socklen_t size = sizeof bound;
  getsockname(descriptor_, reinterpret_cast<sockaddr*>(&bound), &size);
  return ntohs(bound.ss_family == AF_INET6 ? reinterpret_cast<const sockaddr_in6&>(bound).sin6_port
                                           : reinterpret_cast<const sockaddr_in&>(bound).sin_port);
}

}  // namespace faqbot::http

#include "http/connections.h"

#include <sys/socket.h>

#include <string_view>

namespace faqbot::http {
namespace {

constexpr std::string_view kNoPlace =
    "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

Connection* turn_away(const Connection& connection) {
  ::send(connection.socket(), kNoPlace.data(), kNoPlace.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
  return nullptr;
}

}  // namespace

Connection* Connections::admit(int socket, const Address& peer, Clock::time_point now) {
  auto connection =
      std::make_unique<Connection>(socket, peer, options_.framing, now + options_.patience.idle);
  const std::lock_guard lock(mutex_);
  if (open_.size() >= options_.most_connections) return turn_away(*connection);
  if (is_bounded(peer)) {
    std::size_t& held = per_client_[peer.client().bytes];
    if (held >= options_.most_connections_per_client) return turn_away(*connection);
    ++held;
  }
  Connection* const admitted = connection.get();
  open_.emplace(admitted, std::move(connection));
  return admitted;
}

void Connections::close(Connection& connection) {
  const std::lock_guard lock(mutex_);
  if (is_bounded(connection.peer())) {
    const auto held = per_client_.find(connection.peer().client().bytes);
    if (held != per_client_.end() && --held->second == 0) per_client_.erase(held);
  }
  open_.erase(&connection);
}

void Connections::close_all() {
  const std::lock_guard lock(mutex_);
  open_.clear();
  per_client_.clear();
}

std::size_t Connections::expire(Clock::time_point now, bool also_idle) {
  const std::lock_guard lock(mutex_);
  const bool is_crowded = open_.size() > options_.most_connections / 4 * 3;
  const auto less = is_crowded ? options_.patience.idle - options_.patience.idle_when_crowded
                               : std::chrono::milliseconds(0);
  std::size_t expired = 0;
  for (auto& [key, connection] : open_) {
    const bool is_idle = connection->phase() == Connection::Phase::kIdle;
    const auto limit = is_idle && also_idle ? Clock::time_point::max() : is_idle ? now + less : now;
    if (!connection->lease().expire(limit)) continue;
    connection->wake();
    ++expired;
  }
  return expired;
}

std::size_t Connections::size() const {
  const std::lock_guard lock(mutex_);
  return open_.size();
}

bool Connections::is_bounded(const Address& peer) const {
  return !any_holds(options_.trusted_proxies, peer);
}

}  // namespace faqbot::http

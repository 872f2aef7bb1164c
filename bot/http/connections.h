// All open connections: who is let in, who has waited too long.
//
// Thread safety: every member may be called from any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "http/connection.h"
#include "http/server_options.h"

namespace faqbot::http {

class Connections {
 public:
  explicit Connections(const ServerOptions& options) : options_(options) {}

  // Takes the socket over. Null where no place is left for that client: it is told so, and the socket closed.
  // The caller holds the lease of the new connection.
  Connection* admit(int socket, const Address& peer, Clock::time_point now);

  // Closes it. REQUIRES: the caller holds its lease, or no worker runs any more.
  void close(Connection& connection);
  void close_all();

  // Wakes those whose patience has ended; with `also_idle`, every idle one. Returns how many.
  // Cost: O(open connections).
  std::size_t expire(Clock::time_point now, bool also_idle);

  std::size_t size() const;

 private:
  bool is_bounded(const Address& peer) const;

  const ServerOptions& options_;
  mutable std::mutex mutex_;
  // Guarded by mutex_.
  std::unordered_map<const Connection*, std::unique_ptr<Connection>> open_;
  std::map<std::array<std::uint8_t, 16>, std::size_t> per_client_;
};

}  // namespace faqbot::http

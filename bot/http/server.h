// The HTTP server: many connections, few threads, and none of them waits for a client.
//
// All sockets lie in one epoll set, each armed for one event at a time. A worker
// takes whichever is ready, reads what is there, and answers once a request is
// complete; a connection that is idle or slow costs memory alone. One more thread,
// the overseer, lets connections in and wakes those whose patience has ended.
// Nothing here is done in a signal handler.
//
// Thread safety: stop() and the counts from any thread.
// Cost: four system calls a request; about 1 KiB for an idle connection.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

#include "core/result.h"
#include "http/connections.h"
#include "http/endpoint.h"
#include "http/exchange.h"
#include "http/server_options.h"

namespace faqbot::http {

struct ConnectionCounts {
  std::uint64_t open = 0;
  std::uint64_t accepted = 0;
  std::uint64_t turned_away = 0;  // no place was left
  std::uint64_t timed_out = 0;    // idle ones included
};

class Server {
 public:
  Server(ServerOptions options, Handler handler);
  ~Server();                       // stops
  Server(const Server&) = delete;  // its threads hold its address
  Server& operator=(const Server&) = delete;

  // Listens and answers until stop(). The result is the port. Errors: see ListenSocket.
  // REQUIRES: called once.
  Result<std::uint16_t> start(const Endpoint& endpoint);

  // Lets nobody in, ends idle connections, and waits for requests under way (Patience::stop at
  // most). Safe to call again.
  void stop();

  ConnectionCounts counts() const;

 private:
  class Descriptor;

  void work();
  void oversee();
  void let_in();
  bool affords(Connection& connection);
  void close(Connection& connection);
  void arm(Connection& connection, Connection::Next next, int operation);

  const ServerOptions options_;
  const Handler handler_;
  Connections connections_;
  std::unique_ptr<Descriptor> epoll_;
  std::unique_ptr<Descriptor> overseer_wakes_;
  std::unique_ptr<Descriptor> workers_end_;
  std::optional<ListenSocket> listening_;  // the overseer's once it runs
  std::atomic<std::size_t> held_bytes_{0};
  std::atomic<bool> stopping_{false};
  std::atomic<std::uint64_t> accepted_{0};
  std::atomic<std::uint64_t> turned_away_{0};
  std::atomic<std::uint64_t> timed_out_{0};
  std::vector<std::jthread> workers_;
  std::jthread overseer_;
};

}  // namespace faqbot::http

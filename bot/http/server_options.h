// The bounds of what clients may cost, and the patience with them.
#pragma once

#include <chrono>
#include <cstddef>
#include <vector>

#include "http/address.h"
#include "http/framing.h"

namespace faqbot::http {

struct Patience {
  std::chrono::milliseconds head{10'000};     // first byte of a request to the end of its head
  std::chrono::milliseconds request{15'000};  // first byte of a request to its last
  std::chrono::milliseconds idle{60'000};     // between requests, and before the first
  std::chrono::milliseconds idle_when_crowded{
      5'000};                                  // the same, once three quarters of the places are taken
  std::chrono::milliseconds response{30'000};  // for a client to take in a response
  std::chrono::milliseconds farewell{2'000};   // for a refused client to read why, before the socket closes
  std::chrono::milliseconds stop{10'000};      // for requests under way when the server stops
};

struct ServerOptions {
  FramingLimits framing;
  Patience patience;
  unsigned threads = 4;  // too few: a slow disk stalls everybody; too many: they get in each other's way
  std::size_t most_connections = 10'000;  // about 1 KiB each while idle
  std::size_t most_connections_per_client =
      4'000;  // one address, or one /64; proxies named below are free of it
  std::size_t most_held_bytes =
      std::size_t{64} * 1024 * 1024;  // in the buffers of all waiting connections; beyond it they close
  std::vector<Network> trusted_proxies;
};

}  // namespace faqbot::http

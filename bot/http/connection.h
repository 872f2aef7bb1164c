// One client's connection: takes in bytes, answers requests, lets bytes go; never waits.
//
// States: idle -> receiving -> (answering) -> sending -> idle, or -> parting -> closed.
// After every step it says what it waits for, and until when.
//
// Thread safety: advance() by the worker that holds the lease; the rest as said there.
#pragma once

#include <atomic>
#include <span>
#include <string>
#include <utility>

#include "http/address.h"
#include "http/framing.h"
#include "http/lease.h"
#include "http/protocol.h"
#include "http/server_options.h"

namespace faqbot::http {

// What a worker brings along.
struct Bench {
  Protocol& protocol;
  std::span<char> scratch;
  const Patience& patience;
};

class Connection {
 public:
  enum class Next { kRead, kWrite, kClose };
  enum class Phase { kIdle, kReceiving, kSending, kParting };

  // Owns the (non-blocking) socket.
  Connection(int socket, const Address& peer, FramingLimits limits, Clock::time_point patience_ends);
  ~Connection();
  Connection(const Connection&) = delete;  // it is its socket
  Connection& operator=(const Connection&) = delete;

  // Goes as far as it can without waiting. `expired`: its patience had ended.
  Next advance(Bench& bench, bool expired, Clock::time_point now);

  // REQUIRES: the last advance() did not say kClose.
  Clock::time_point patience_ends() const { return patience_ends_; }

  // What its buffers hold, and what was counted the last time. REQUIRES: the lease.
  std::size_t held_bytes() const { return in_.size() + out_.size() + framing_.held_bytes(); }
  std::size_t count(std::size_t bytes) { return std::exchange(counted_, bytes); }

  int socket() const { return socket_; }
  const Address& peer() const { return peer_; }
  Lease& lease() { return lease_; }

  // From any thread: where it stood when it was last parked.
  Phase phase() const { return phase_.load(std::memory_order_relaxed); }

  // From any thread, after lease().expire(): wakes the worker that will find it expired.
  void wake() const;

 private:
  Next receive(Bench& bench, bool expired, Clock::time_point now);
  Next answer(Bench& bench, bool is_last, Clock::time_point now);
  Next send(Bench& bench, Clock::time_point now);
  Next after_response(Bench& bench, Clock::time_point now);
  Next refuse(Bench& bench, const Refusal& refusal, Clock::time_point now);
  Next wait_for_more(Bench& bench, Clock::time_point now);
  Next part(Bench& bench, Clock::time_point now);
  Next listen_to_the_end(Bench& bench) const;
  bool flush();

  const int socket_;
  const Address peer_;
  Lease lease_;
  std::atomic<Phase> phase_{Phase::kIdle};

  // Guarded by the lease.
  Framing framing_;
  std::string in_;
  std::string out_;
  std::size_t counted_ = 0;
  std::size_t sent_ = 0;       // bytes of out_
  bool closes_ = false;        // once out_ is sent
  bool was_refused_ = false;   // more of the refused bytes may be under way
  Clock::time_point started_;  // first byte of the request
  Clock::time_point patience_ends_;
};

}  // namespace faqbot::http

// Who may touch a connection: the worker that took it, or nobody while it waits.
//
// A waiting connection bears the instant at which its patience ends. The
// overseer may mark it expired after that; the next worker to take it learns so.
//
// Thread safety: park() and take() by the worker at hand, expire() by the overseer.
// What a worker wrote before park() is seen by the one that takes it next.
#pragma once

#include <atomic>
#include <chrono>
#include <limits>

namespace faqbot::http {

using Clock = std::chrono::steady_clock;

class Lease {
 public:
  void park(Clock::time_point patience_ends) {
    state_.store(patience_ends.time_since_epoch().count(), std::memory_order_release);
  }

  // True where it had expired.
  bool take() { return state_.exchange(kTaken, std::memory_order_acq_rel) == kExpired; }

  // True where it was waiting, its patience ended before `now`, and nobody has taken it meanwhile.
  bool expire(Clock::time_point now) {
    auto state = state_.load(std::memory_order_relaxed);
    if (state == kTaken || state == kExpired || state > now.time_since_epoch().count()) return false;
    return state_.compare_exchange_strong(state, kExpired, std::memory_order_acq_rel);
  }

 private:
  using Ticks = Clock::rep;
  static constexpr Ticks kTaken = std::numeric_limits<Ticks>::min();
  static constexpr Ticks kExpired = kTaken + 1;

  std::atomic<Ticks> state_{kTaken};
};

}  // namespace faqbot::http

// Requests per visitor: a token bucket for each client address.
//
// Memory is fixed: buckets lie in small sets, and a new client takes the place of
// the one in its set that was seen longest ago (who then starts with a full bucket
// again; that errs on the visitor's side). The set is chosen by a keyed hash, so
// that nobody can aim at another's bucket.
//
// Thread safety: every member may be called from any thread.
// Cost: under a microsecond; 1.5 MiB for the default of 32,768 clients.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <vector>

#include "http/address.h"

namespace faqbot::http {

struct RateOptions {
  double per_second = 2.0;  // refilled; 0: no limit at all
  double burst = 60.0;  // a bucket's size: what a visitor may ask in one go, and a family behind one address
  std::size_t clients = 32'768;
};

class RateLimit {
 public:
  using Time = std::chrono::steady_clock::time_point;

  explicit RateLimit(RateOptions options);
  ~RateLimit();

  // Zero where the request may pass; else the time until it may.
  // `cost`: 1 for an ordinary request.
  std::chrono::duration<double> take(const Address& client, double cost, Time now);

 private:
  static constexpr std::size_t kWays = 8;

  struct Bucket {
    std::array<std::uint8_t, 16> client{};
    Time seen{};
    double tokens = -1.0;  // below 0: never used
  };
  struct Set {
    std::mutex mutex;
    std::array<Bucket, kWays> buckets;  // guarded by mutex
  };

  Set& set_of(const Address& client) const;
  Bucket& bucket_of(Set& set, const Address& client, Time now) const;

  const RateOptions options_;
  const std::array<std::uint8_t, 16> hash_key_;
  const std::size_t sets_;
  mutable std::vector<Set> table_;  // each set has a lock of its own
};

}  // namespace faqbot::http

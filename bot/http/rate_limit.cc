#include "http/rate_limit.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>

namespace faqbot::http {
namespace {

std::array<std::uint8_t, 16> random_hash_key() {
  static_assert(crypto_shorthash_KEYBYTES == 16);
  std::array<std::uint8_t, 16> key{};
  randombytes_buf(key.data(), key.size());
  return key;
}

}  // namespace

RateLimit::RateLimit(RateOptions options)
    : options_(options),
      hash_key_(random_hash_key()),
      sets_(std::max<std::size_t>(1, options.clients / kWays)),
      table_(sets_) {}

RateLimit::~RateLimit() = default;

std::chrono::duration<double> RateLimit::take(const Address& client, double cost, Time now) {
  if (options_.per_second <= 0.0) return std::chrono::duration<double>::zero();
  Set& set = set_of(client);
  const std::lock_guard lock(set.mutex);
  Bucket& bucket = bucket_of(set, client, now);
  const double elapsed = std::max(0.0, std::chrono::duration<double>(now - bucket.seen).count());
  bucket.tokens = std::min(options_.burst, bucket.tokens + elapsed * options_.per_second);
  bucket.seen = now;
  if (bucket.tokens < cost)
    return std::chrono::duration<double>((cost - bucket.tokens) / options_.per_second);
  bucket.tokens -= cost;
  return std::chrono::duration<double>::zero();
}

RateLimit::Set& RateLimit::set_of(const Address& client) const {
  std::array<std::uint8_t, crypto_shorthash_BYTES> hash{};
  crypto_shorthash(hash.data(), client.bytes.data(), client.bytes.size(), hash_key_.data());
  std::uint64_t number = 0;
  std::memcpy(&number, hash.data(), sizeof number);
  return table_[number % sets_];
}

RateLimit::Bucket& RateLimit::bucket_of(Set& set, const Address& client, Time now) const {
  Bucket* oldest = set.buckets.data();
  for (Bucket& bucket : set.buckets) {
    if (bucket.tokens >= 0.0 && bucket.client == client.bytes) return bucket;
    const bool is_better =
        bucket.tokens < 0.0 ? oldest->tokens >= 0.0 : oldest->tokens >= 0.0 && bucket.seen < oldest->seen;
    if (is_better) oldest = &bucket;
  }
  *oldest = Bucket{client.bytes, now, options_.burst};
  return *oldest;
}

}  // namespace faqbot::http

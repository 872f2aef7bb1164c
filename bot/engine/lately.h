// What was worked out lately for a text, so that the chip that visitor after
// visitor taps is not read anew.
//
// It is bounded, and forgets: what nobody asks for again is dropped by the time
// that two generations have passed, of kMost texts or of ten minutes each. It
// never holds a text, only its hash, keyed by a secret that lives and dies with
// it.
//
// Thread safety: every member may be called from any thread.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "engine/secret_hash.h"

namespace faqbot {

template <typename Value>
class Lately {
 public:
  using Clock = std::chrono::steady_clock;
  static constexpr std::size_t kMost = 1000;  // texts of a generation
  static constexpr std::chrono::minutes kGeneration{10};

  // Null where it is not known (any more). Cost: a fraction of a microsecond.
  std::shared_ptr<const Value> find(std::string_view text, Clock::time_point now = Clock::now()) {
    const std::uint64_t key = hash_(text);
    const std::lock_guard lock(mutex_);
    age(now);
    if (const auto at = young_.find(key); at != young_.end()) return at->second;
    const auto at = old_.find(key);
    if (at == old_.end()) return nullptr;
    std::shared_ptr<const Value> value = at->second;
    young_.emplace(key, value);
    return value;
  }

  void keep(std::string_view text, std::shared_ptr<const Value> value, Clock::time_point now = Clock::now()) {
    const std::uint64_t key = hash_(text);
    const std::lock_guard lock(mutex_);
    age(now);
    young_.insert_or_assign(key, std::move(value));
  }

 private:
  using Generation = std::unordered_map<std::uint64_t, std::shared_ptr<const Value>>;

  void age(Clock::time_point now) {
    if (now - begun_ >= 2 * kGeneration) young_.clear();
    if (young_.size() < kMost && now - begun_ < kGeneration) return;
    old_ = std::exchange(young_, {});
    begun_ = now;
  }

  const SecretHash hash_;
  std::mutex mutex_;
  Generation young_;                        // guarded by mutex_
  Generation old_;                          // likewise
  Clock::time_point begun_ = Clock::now();  // of the young generation; likewise
};

}  // namespace faqbot

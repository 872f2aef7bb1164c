#include "desk/housekeeping.h"

#include <condition_variable>
#include <mutex>
#include <utility>

namespace faqbot::desk {
namespace {

store::Time now() {
  return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

}  // namespace

Housekeeping::Housekeeping(Publisher& publisher, store::Records& records, HousekeepingOptions options)
    : publisher_(publisher),
      records_(records),
      options_(std::move(options)),
      worker_([this](const std::stop_token& stop) { work(stop); }) {}

void Housekeeping::tell(const std::optional<Error>& error) const {
  if (error && options_.complain) options_.complain(*error);
}

void Housekeeping::work(const std::stop_token& stop) {
  using Steady = std::chrono::steady_clock;
  std::mutex mutex;
  std::condition_variable_any woken;
  auto delete_next = Steady::now();
  while (!stop.stop_requested()) {
    tell(publisher_.follow(now()));
    if (Steady::now() >= delete_next) {
      const auto deleted = records_.privacy().expire(now(), options_.retention);
      if (!deleted) tell(deleted.error());
      delete_next = Steady::now() + options_.delete_every;
    }
    std::unique_lock lock(mutex);
    woken.wait_for(lock, stop, options_.follow_every, [] { return false; });
  }
}

}  // namespace faqbot::desk

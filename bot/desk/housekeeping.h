// What goes on by itself while the service runs: other replicas' publications are fetched, and what may not
// be kept any longer is deleted.
//
// Thread safety: begins with its construction, ends with its destruction; one thread of its own.
#pragma once

#include <chrono>
#include <functional>
#include <thread>

#include "desk/publisher.h"
#include "store/records.h"

namespace faqbot::desk {

struct HousekeepingOptions {
  store::Retention retention;
  std::chrono::milliseconds follow_every{
      1'000};  // too long: replicas disagree; too short: the store is asked a lot
  std::chrono::minutes delete_every{60};
  std::function<void(const Error&)> complain = {};  // may be empty
};

class Housekeeping {
 public:
  // REQUIRES: both outlive this.
  Housekeeping(Publisher& publisher, store::Records& records, HousekeepingOptions options);

 private:
  void work(const std::stop_token& stop);
  void tell(const std::optional<Error>& error) const;

  Publisher& publisher_;
  store::Records& records_;
  const HousekeepingOptions options_;
  std::jthread worker_;  // last: it uses all of the above
};

}  // namespace faqbot::desk

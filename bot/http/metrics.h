// What happens, in numbers, for Prometheus: never who asked, never what.
//
// Thread safety: every member may be called from any thread.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/reply.h"
#include "http/server.h"
#include "store/recorder.h"

namespace faqbot::http {

class Metrics {
 public:
  void count_reply(ReplyKind kind, std::chrono::nanoseconds took);
  void count_response(int status);

  // The text format of Prometheus. `knowledge`: the version that serves, empty before there is one.
  std::string text(const ConnectionCounts& connections, std::string_view knowledge,
                   const store::Recorder::Counts& questions = {}) const;

 private:
  using Counter = std::atomic<std::uint64_t>;
  static constexpr std::array<double, 10> kBounds = {0.0001, 0.00025, 0.0005, 0.001, 0.0025,
                                                     0.005,  0.01,    0.05,   0.25,  1.0};  // seconds

  std::array<Counter, 4> replies_{};                // by ReplyKind
  std::array<Counter, 6> responses_{};              // by hundreds of the status
  std::array<Counter, kBounds.size() + 1> took_{};  // not cumulative; the last: longer than all bounds
  Counter took_nanoseconds_{0};
};

}  // namespace faqbot::http

// Questions on their way to the store, so that no reply waits for a disk.
//
// They gather in a bounded queue; one thread writes them, together, once a pause. What arrives while the
// queue is full is dropped and counted: a flood of questions costs the service a fixed share, and the
// figures a few of them.
//
// Thread safety: record() and counts() from any thread.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "store/store.h"

namespace faqbot::store {

struct RecorderOptions {
  std::size_t capacity = 1024;  // too few: a busy minute is dropped; too many: memory
  std::chrono::milliseconds pause{
      250};  // too short: the disk is written for each question; too long: a crash loses more
  std::function<void(const Error&)> complain = {};  // told when questions could not be written; may be empty
};

class Recorder {
 public:
  // REQUIRES: the store outlives this.
  Recorder(Store& store, RecorderOptions options);
  ~Recorder();                         // writes what waits
  Recorder(const Recorder&) = delete;  // its thread holds its address
  Recorder& operator=(const Recorder&) = delete;

  // Never waits for the store. Cost: a lock and a move.
  void record(Question question);

  struct Counts {
    std::uint64_t written = 0;
    std::uint64_t lost = 0;  // the queue was full, or the store failed
  };
  Counts counts() const;

 private:
  void write_until_told_to_stop(const std::stop_token& stop);
  void write(const std::vector<Question>& questions);

  Store& store_;
  const RecorderOptions options_;
  mutable std::mutex mutex_;
  std::condition_variable_any arrived_;
  std::vector<Question> waiting_;  // guarded by mutex_
  Counts counts_;                  // guarded by mutex_
  std::jthread writer_;            // last: it uses all of the above
};

}  // namespace faqbot::store

#include "store/recorder.h"

#include <utility>

namespace faqbot::store {

Recorder::Recorder(Store& store, RecorderOptions options)
    : store_(store),
      options_(std::move(options)),
      writer_([this](const std::stop_token& stop) { write_until_told_to_stop(stop); }) {}

Recorder::~Recorder() = default;

void Recorder::record(Question question) {
  const std::lock_guard lock(mutex_);
  if (waiting_.size() >= options_.capacity) {
    ++counts_.lost;
    return;
  }
  waiting_.push_back(std::move(question));
  if (waiting_.size() == 1) arrived_.notify_one();
}

Recorder::Counts Recorder::counts() const {
  const std::lock_guard lock(mutex_);
  return counts_;
}

void Recorder::write_until_told_to_stop(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  for (;;) {
    arrived_.wait(lock, stop, [&] { return !waiting_.empty(); });
    arrived_.wait_for(lock, stop, options_.pause, [] { return false; });
    if (waiting_.empty() && stop.stop_requested()) return;
    const auto questions = std::exchange(waiting_, {});
    lock.unlock();
    write(questions);
    lock.lock();
  }
}

void Recorder::write(const std::vector<Question>& questions) {
  const auto error = store_.record_questions(questions);
  if (error && options_.complain) options_.complain(*error);
  const std::lock_guard lock(mutex_);
  (error ? counts_.lost : counts_.written) += questions.size();
}

}  // namespace faqbot::store

// The store in one SQLite file: write-ahead log, and on disk before anything is acknowledged.
//
// Several processes of one machine may share the file. Not for network file systems: SQLite's
// write-ahead log needs shared memory.
//
// Cost: a write waits for the disk, some milliseconds.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>

#include "store/store.h"

namespace faqbot::store {

class SqliteStore final : public Store {
 public:
  enum class Opening { kExisting, kMakeIfMissing };

  // A new file has mode 0600, and its folders are made. Errors: a file that cannot be used, with its name.
  static Result<std::unique_ptr<SqliteStore>> open(const std::filesystem::path& file, Opening opening);
  ~SqliteStore() override;

  Result<std::string> save_enquiry(const Enquiry& enquiry) override;
  std::optional<Error> save_feedback(const Feedback& feedback) override;
  std::optional<Error> record_questions(std::span<const Question> questions) override;
  Result<std::vector<KeptEnquiry>> enquiries(std::size_t most) override;
  Result<std::vector<Unanswered>> unanswered(std::size_t most) override;

 private:
  struct Parts;
  explicit SqliteStore(std::unique_ptr<Parts> parts);

  std::mutex mutex_;
  const std::unique_ptr<Parts> parts_;  // what it holds is guarded by mutex_
};

}  // namespace faqbot::store

// A store that forgets with the process: for demonstrations and tests (`--store memory:`).
#pragma once

#include <mutex>

#include "store/store.h"

namespace faqbot::store {

class MemoryStore final : public Store {
 public:
  Result<std::string> save_enquiry(const Enquiry& enquiry) override;
  std::optional<Error> save_feedback(const Feedback& feedback) override;
  std::optional<Error> record_questions(std::span<const Question> questions) override;
  Result<std::vector<KeptEnquiry>> enquiries(std::size_t most) override;
  Result<std::vector<Unanswered>> unanswered(std::size_t most) override;

 private:
  bool is_taken(const std::string& reference) const;
  Unanswered owed(std::size_t question) const;

  std::mutex mutex_;
  // Guarded by mutex_, each in the order of arrival.
  std::vector<KeptEnquiry> enquiries_;
  std::vector<Feedback> feedback_;
  std::vector<Question> questions_;
};

}  // namespace faqbot::store

// The visitors' side of a store, in SQL.
//
// Cost: a write waits for the disk, some milliseconds.
// Thread safety: as Store.
#pragma once

#include "store/database.h"
#include "store/store.h"

namespace faqbot::store {

class SqlStore final : public Store {
 public:
  // REQUIRES: the database is migrated and outlives this.
  explicit SqlStore(Database& database) : database_(database) {}

  Result<std::string> save_enquiry(const Enquiry& sent) override;
  std::optional<Error> save_feedback(const Feedback& sent) override;
  std::optional<Error> record_questions(std::span<const Question> questions) override;
  Result<std::vector<KeptEnquiry>> enquiries(std::size_t most) override;
  Result<std::vector<Unanswered>> unanswered(std::size_t most) override;

 private:
  Database& database_;
};

}  // namespace faqbot::store

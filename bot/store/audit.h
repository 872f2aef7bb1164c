// Who did what at the front desk, and when. It outlives what it speaks of and names no visitor.
//
// The other headers write here by themselves, in the transaction of the change: an act without its entry,
// or an entry without its act, cannot be.
// Thread safety: as Database.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace faqbot::store {

// Who acts, and when.
struct By {
  std::string who;  // an account's name; "the program" for what runs by itself
  Time at{};
};

struct AuditEntry {
  std::int64_t id = 0;
  Time made{};
  std::string who;
  std::string action;  // "enquiry answered", "signed in"
  std::string object;  // an enquiry's reference, an account, a version; never a visitor's words
  std::string detail;
};

// REQUIRES: nothing in object and detail says who a visitor is.
std::optional<Error> write_audit(Transaction& transaction, const By& by, std::string_view action,
                                 std::string_view object, std::string_view detail = {});

class Audit {
 public:
  explicit Audit(Database& database) : database_(database) {}

  // For what has no transaction of its own here: signing in, an export, a view of somebody's data.
  std::optional<Error> write(const By& by, std::string_view action, std::string_view object,
                             std::string_view detail = {});

  // Newest first, those before the entry `before` (0: from the newest on).
  Result<std::vector<AuditEntry>> page(std::int64_t before, std::size_t most);

 private:
  Database& database_;
};

}  // namespace faqbot::store

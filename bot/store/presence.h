// Who is looking at an enquiry just now, in any replica.
//
// A page says so again and again while it is open; who falls silent is gone when the time given has run out.
// Thread safety: as Database.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace faqbot::store {

struct Watcher {
  std::string reference;  // of the enquiry
  std::string who;
};

class Presence {
 public:
  explicit Presence(Database& database) : database_(database) {}

  // False where there is no such enquiry.
  Result<bool> look(std::string_view reference, std::string_view who, Time now, std::chrono::seconds length);
  std::optional<Error> leave(std::string_view reference, std::string_view who);

  // Everybody who is looking at anything: for the list and for one enquiry alike.
  Result<std::vector<Watcher>> watchers(Time now);

 private:
  Database& database_;
};

}  // namespace faqbot::store

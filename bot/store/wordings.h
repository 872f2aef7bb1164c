// What visitors asked in vain, by wording: not understood, every choice turned down, or told "not helpful".
//
// Wordings that differ only in case, accents, signs or contractions are one row, counted as they are asked.
// Which wordings are alike beyond that is for the desk to compute. A wording stays until it is handled, or
// until retention removes it (privacy.h). One that was taught and is asked in vain again comes back.
//
// Thread safety: as Database.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/audit.h"
#include "store/database.h"

namespace faqbot::store {

enum class Handling { kTaught, kNewTopic, kDismissed };

std::string_view name_of(Handling handling);

struct Wording {
  std::int64_t id = 0;
  std::string sample;      // as it was typed last, masked
  std::string normalised;  // what it is compared by
  std::int64_t asked = 0;  // the sum of the next three
  std::int64_t unknown = 0;
  std::int64_t refused = 0;
  std::int64_t unhelpful = 0;
  Time first{};
  Time last{};
  std::vector<std::string> offered;                            // topics shown the last time
  std::vector<std::pair<std::string, std::int64_t>> partners;  // id, how often; "" is the clinic itself
};

struct HandledWording {
  Wording wording;  // without partners
  std::optional<Handling> handling;
  std::string topic;  // taught, or the draft's id
  By by;
};

class Wordings {
 public:
  explicit Wordings(Database& database) : database_(database) {}

  // The most frequent first. Cost: proportional to `most`.
  Result<std::vector<Wording>> open(std::size_t most);
  Result<std::int64_t> count_open();

  // What visitors asked last, whatever came of it, newest first, each wording once.
  Result<std::vector<std::string>> recent(std::size_t most);

  // How many of them were open until now; the others stay as somebody else handled them.
  Result<std::size_t> handle(std::span<const std::int64_t> wordings, Handling handling,
                             std::string_view topic, const By& by);
  // Undoes that. How many were handled until now.
  Result<std::size_t> reopen(std::span<const std::int64_t> wordings, const By& by);

  // Those handled last first.
  Result<std::vector<HandledWording>> handled(std::size_t most);

 private:
  Database& database_;
};

}  // namespace faqbot::store

// How much is asked, and what: counts without a visitor in them.
//
// They are counted as questions are written (tally.h), so they outlast the questions, and a year costs
// little more than a week.
//
// Thread safety: as Database.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"
#include "store/tally.h"

namespace faqbot::store {

// Both days are in it.
struct DayRange {
  Day from;
  Day to;
};

struct DayFigures {
  Day day;
  std::int64_t answered = 0;
  std::int64_t clarified = 0;
  std::int64_t unknown = 0;
  std::int64_t urgent = 0;
};

struct TopicFigure {
  std::string topic;
  std::int64_t times = 0;
};

struct TopicVotes {
  std::string topic;
  std::int64_t helpful = 0;
  std::int64_t unhelpful = 0;
};

struct FiguresSheet {
  std::vector<DayFigures> days;                  // those on which something was asked, in order
  std::vector<TopicFigure> topics;               // answered, most frequent first; small talk too
  std::vector<TopicVotes> votes;                 // by topic's id
  std::array<std::int64_t, 24> hours{};          // questions by the hour of the clinic's day
  std::map<std::string, std::int64_t> partners;  // questions by partner; "" is the clinic's own page
};

// What a partner may see of one topic: fewer than this are not told.
inline constexpr std::int64_t kLeastShown = 5;

class Figures {
 public:
  explicit Figures(Database& database) : database_(database) {}

  // Of one partner ("" is the clinic's own page), or of all. REQUIRES: range.from <= range.to
  Result<FiguresSheet> sheet(const DayRange& range, const std::optional<std::string>& partner,
                             std::size_t most_topics);

  // For a partner's own page: topics of one calendar month, most frequent first, those under kLeastShown left
  // out. Whole months and no sums, so that no small count is the difference of two that are shown.
  Result<std::vector<TopicFigure>> partner_month(std::string_view partner, std::chrono::year_month month);

 private:
  Database& database_;
};

}  // namespace faqbot::store

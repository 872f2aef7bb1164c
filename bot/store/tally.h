// Counting what is asked while it is written, so that figures need not read a million questions.
//
// Thread safety: a Tally belongs to one thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "store/sql.h"
#include "store/store.h"

namespace faqbot::store {

// Days are the clinic's own, where the service knows its time zone.
using Day = std::chrono::sys_days;

// In place of a partner's id: of all of them and the clinic together.
inline constexpr const char* kEverybody = "*";

Day local_day(Time when, std::chrono::minutes utc_offset);
std::int64_t number(Day day);
// Of the month that the day lies in: years * 12 + months.
std::int64_t month_number(Day day);

class Tally {
 public:
  void count(const Question& question);
  // `times` -1 takes a vote back.
  void count_vote(Day day, const std::string& partner, const std::string& topic, bool is_helpful,
                  std::int64_t times);

  // Adds all to the table, in one order, so that two replicas never wait for each other in a ring.
  std::optional<Error> write(Connection& connection) const;

 private:
  void add(const char* what, Day day, const std::string& partner, const std::string& label,
           std::int64_t times);
  void add_one(const char* what, Day day, const std::string& partner, const std::string& label,
               std::int64_t times);

  // what, scale, partner, period, label
  std::map<std::tuple<std::string, std::string, std::string, std::int64_t, std::string>, std::int64_t>
      counts_;
};

}  // namespace faqbot::store

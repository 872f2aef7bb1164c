// How far a place's clocks are from UTC, daylight saving included.
//
// Reads the system's IANA files (RFC 8536, TZif): the transitions that they
// list, and their closing rule for all years after.
//
// Thread safety: immutable once read.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace faqbot::knowledge {

class TimeZone {
 public:
  // Nothing where the system has no such zone. REQUIRES: a zone's name, no other path ("Europe/London").
  static std::optional<TimeZone> load(std::string_view name,
                                      const std::filesystem::path& folder = "/usr/share/zoneinfo");

  // The bytes of a TZif file; nothing where they are none.
  static std::optional<TimeZone> parse(std::string_view bytes);

  // What to add to UTC at that moment. Cost: O(log transitions).
  std::chrono::seconds offset(std::chrono::sys_seconds at) const;

 private:
  // "M3.5.0/1": the last Sunday in March, at one o'clock.
  struct Change {
    unsigned month = 0;
    unsigned week = 0;  // 5: the last
    unsigned weekday = 0;
    std::chrono::seconds time{7200};
  };
  struct Rule {
    std::chrono::seconds standard{0};
    std::chrono::seconds summer{0};
    std::optional<Change> begins;
    std::optional<Change> ends;
  };
  static std::optional<Rule> parse_rule(std::string_view text);
  static std::optional<Change> parse_change(std::string_view& text);
  static std::chrono::local_seconds moment(const Change& change, std::chrono::year year);
  std::chrono::seconds by_rule(std::chrono::sys_seconds at) const;

  std::vector<std::int64_t> transitions_;      // seconds since 1970, ascending
  std::vector<std::chrono::seconds> offsets_;  // after each transition
  std::chrono::seconds first_{0};              // before all of them
  std::optional<Rule> rule_;                   // after all of them
};

}  // namespace faqbot::knowledge

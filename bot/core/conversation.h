// What the last turns were about: all that a conversation remembers.
//
// It travels with the visitor, sealed (http/token.h); the server keeps none of
// it. So it is small: topics, never the visitor's words.
//
// Thread safety: a value type.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace faqbot {

struct Conversation {
  std::string id;                    // random, made at the first turn; ties feedback and enquiries to it
  std::uint32_t turns = 0;           // turns so far
  std::vector<std::string> topics;   // answered, newest first, at most kRemembered
  std::vector<std::string> offered;  // choices of the last reply, in the order shown
  std::vector<std::string> also;     // what the last message could have meant besides, best first
  std::vector<std::string> refused;  // said not to be what was meant, newest first, at most kRemembered
  std::uint32_t failures = 0;        // turns in a row that were not understood or were refused
  std::uint32_t newest = 0;  // how many of `topics` the last reply answered; their detail may be asked for
  std::uint32_t idle = 0;    // turns since a topic was last answered: what was spoken of fades
  std::string alarm;         // safety topic that was raised within the last kAlarmHolds turns
  std::uint32_t since_alarm = 0;  // turns

  static constexpr std::size_t kRemembered = 8;
  static constexpr std::uint32_t kAlarmHolds = 3;
};

}  // namespace faqbot

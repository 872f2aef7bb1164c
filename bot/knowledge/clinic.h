// What only the clinic knows: facts by name, and the table of its hours.
//
// Thread safety: value types.
#pragma once

#include <array>
#include <chrono>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace faqbot::knowledge {

// Minutes since midnight, the clinic's own time: [from, to).
struct OpenInterval {
  int from = 0;
  int to = 0;
};

struct SpecialDay {
  std::chrono::year_month_day day;
  std::vector<OpenInterval> open;  // empty: closed
  std::string note;                // "Christmas Day"
};

struct Hours {
  std::string timezone;                           // IANA name, "Europe/London"
  std::array<std::vector<OpenInterval>, 7> week;  // Monday first
  std::vector<SpecialDay> special;                // dated exceptions, sorted by day
  bool known = false;                             // false until the clinic fills the table in
};

// What help is called where the clinic is, or, while its country is not known, a
// phrase that lists the common ones with their countries. From emergency-numbers.yaml.
struct EmergencyTexts {
  std::string emergency_call;
  std::string crisis_line;
  std::string urgent_care;
  bool listed = false;  // whether these are such lists, too long to say twice in one answer
};

// What stands before the list, and alone where there is none.
inline constexpr std::string_view kAnyEmergencyNumber = "your local emergency number";
inline constexpr std::string_view kAnyCrisisLine = "a crisis line in your country";
inline constexpr std::string_view kAnyUrgentCare = "your doctor or an out-of-hours medical service";

struct Clinic {
  std::string name;
  // Filled-in facts alone, by the key that answers name: facts["phone"]. One with
  // several lines is a list (prices), an entry a line.
  std::map<std::string, std::string> facts;
  Hours hours;
  // "GB", "SG", …: chooses the emergency numbers; empty until filled in.
  std::string country;
  EmergencyTexts emergency;
};

// Every key that clinic.yaml may hold and an answer may name, whether filled in or not;
// the computed ones (name, reach, emergency_call, crisis_line, urgent_care, hours) too.
bool is_known_fact(std::string_view key);

// True for the facts that always have a text: name, reach, emergency_call, crisis_line, urgent_care.
bool is_always_available(std::string_view key);

// True for a known fact that one clinic fills in and another does not.
bool may_be_missing(std::string_view key);

// How a fact is written in clinic.yaml, and so how it is checked and shown.
enum class FactShape {
  kText,
  kTextOrList,
  kPhone,
  kEmail,
  kAddressOfPage,
  kCountry,
  kHours,
  kTimezone,
  kComputed
};

struct FactKey {
  std::string_view key;
  FactShape shape;
};

// All known facts, in the order of clinic.yaml.
std::span<const FactKey> fact_keys();

// "Monday to Friday 09:00 to 18:00, Saturday 09:00 to 13:00, closed on Sunday"; empty while
// the hours are not known. Special days are left to whoever knows the date.
std::string hours_sentence(const Hours& hours);

}  // namespace faqbot::knowledge

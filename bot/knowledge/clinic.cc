#include "knowledge/clinic.h"

#include <algorithm>

namespace faqbot::knowledge {
namespace {

constexpr std::array kFactKeys = {
    FactKey{"name", FactShape::kText},
    FactKey{"country", FactShape::kCountry},
    FactKey{"phone", FactShape::kPhone},
    FactKey{"email", FactShape::kEmail},
    FactKey{"website", FactShape::kAddressOfPage},
    FactKey{"booking_link", FactShape::kAddressOfPage},
    FactKey{"address", FactShape::kText},
    FactKey{"map_link", FactShape::kAddressOfPage},
    FactKey{"parking", FactShape::kTextOrList},
    FactKey{"transport", FactShape::kTextOrList},
    FactKey{"access", FactShape::kTextOrList},
    FactKey{"hours", FactShape::kHours},
    FactKey{"timezone", FactShape::kTimezone},
    FactKey{"prices", FactShape::kTextOrList},
    FactKey{"payment_methods", FactShape::kTextOrList},
    FactKey{"packages", FactShape::kTextOrList},
    FactKey{"discounts", FactShape::kTextOrList},
    FactKey{"refunds", FactShape::kText},
    FactKey{"cancellation", FactShape::kText},
    FactKey{"late_policy", FactShape::kText},
    FactKey{"insurers", FactShape::kTextOrList},
    FactKey{"receipts", FactShape::kText},
    FactKey{"certificates", FactShape::kText},
    FactKey{"referral", FactShape::kText},
    FactKey{"session_length", FactShape::kText},
    FactKey{"first_visit_length", FactShape::kText},
    FactKey{"waiting_time", FactShape::kText},
    FactKey{"reminders", FactShape::kText},
    FactKey{"home_visits", FactShape::kText},
    FactKey{"online_visits", FactShape::kText},
    FactKey{"signature", FactShape::kText},
    FactKey{"therapists", FactShape::kTextOrList},
    FactKey{"choose_therapist", FactShape::kText},
    FactKey{"languages", FactShape::kTextOrList},
    FactKey{"facilities", FactShape::kTextOrList},
    FactKey{"pilates_classes", FactShape::kTextOrList},
    FactKey{"pilates_timetable", FactShape::kTextOrList},
    FactKey{"privacy_contact", FactShape::kText},
    FactKey{"complaints_contact", FactShape::kText},
    FactKey{"partnerships", FactShape::kText},
    FactKey{"jobs", FactShape::kText},
    FactKey{"emergency_number", FactShape::kText},
    FactKey{"crisis_line", FactShape::kText},
    FactKey{"urgent_care", FactShape::kText},
    FactKey{"reach", FactShape::kComputed},
    FactKey{"emergency_call", FactShape::kComputed},
};

}  // namespace

std::span<const FactKey> fact_keys() {
  return kFactKeys;
}

bool is_known_fact(std::string_view key) {
  return std::any_of(kFactKeys.begin(), kFactKeys.end(),
                     [key](const FactKey& fact) { return fact.key == key; });
}

bool is_always_available(std::string_view key) {
  constexpr std::array<std::string_view, 5> kAlways = {"name", "reach", "emergency_call", "crisis_line",
                                                       "urgent_care"};
  return std::find(kAlways.begin(), kAlways.end(), key) != kAlways.end();
}

bool may_be_missing(std::string_view key) {
  return is_known_fact(key) && !is_always_available(key);
}

}  // namespace faqbot::knowledge

#include "knowledge/emergency_numbers.h"

#include <doctest/doctest.h>

namespace faqbot::tests {
namespace {

using knowledge::CountryNumbers;
using knowledge::has_numbers;
using knowledge::texts_for;

const std::vector<CountryNumbers> kNumbers = {
    {{"GB"}, "the UK", {"999", "Samaritans, 116 123", "NHS 111", false}},
    {{"MY"}, "Malaysia", {"999", "", "", false}},
    {{"EU", "FR", "IE"}, "the European Union", {"112", "", "", false}},
    {{"IE"}, "Ireland", {"112 or 999", "Samaritans, 116 123", "", false}},
};

TEST_CASE("emergency numbers: a country has its own, even if a union lists it first") {
  CHECK(texts_for(kNumbers, "GB").urgent_care == "NHS 111");
  CHECK(texts_for(kNumbers, "IE").emergency_call == "112 or 999");
  CHECK(texts_for(kNumbers, "FR").emergency_call == "112");
}

TEST_CASE("emergency numbers: without a country all are listed, those with the same number together") {
  const knowledge::EmergencyTexts texts = texts_for(kNumbers, "");
  CHECK(texts.listed);
  CHECK(texts.emergency_call ==
        "your local emergency number (999 in the UK and Malaysia; 112 in the European Union; 112 or 999 in "
        "Ireland)");
  CHECK(texts.crisis_line ==
        "a crisis line in your country (in the UK Samaritans, 116 123; in Ireland Samaritans, 116 123)");
  CHECK(texts.urgent_care == "your doctor or an out-of-hours medical service (in the UK NHS 111)");
}

TEST_CASE("emergency numbers: an unlisted country gets the list, and is known to be unlisted") {
  CHECK_FALSE(has_numbers(kNumbers, "ZA"));
  CHECK(texts_for(kNumbers, "ZA").emergency_call == texts_for(kNumbers, "").emergency_call);
}

TEST_CASE("emergency numbers: without a list the words hold anywhere") {
  CHECK(texts_for({}, "").emergency_call == "your local emergency number");
}

}  // namespace
}  // namespace faqbot::tests

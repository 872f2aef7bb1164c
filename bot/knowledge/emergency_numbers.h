// emergency-numbers.yaml: what help is called, country by country.
//
// Thread safety: value types and pure functions. REQUIRES: text from text_from().
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/clinic.h"
#include "knowledge/report.h"

namespace faqbot::knowledge {

struct CountryNumbers {
  std::vector<std::string> codes;  // "GB"; for a union its own code and its members'
  std::string name;                // as in "in the UK"
  EmergencyTexts texts;            // a part that is not known is empty
};

std::vector<CountryNumbers> read_emergency_numbers(std::string_view text, FileReport& report);

// True where `country` has an entry, its own or a union's.
bool has_numbers(const std::vector<CountryNumbers>& numbers, std::string_view country);

// The country's own texts; for an empty or unlisted country phrases that name
// all entries with their countries.
EmergencyTexts texts_for(const std::vector<CountryNumbers>& numbers, std::string_view country);

}  // namespace faqbot::knowledge

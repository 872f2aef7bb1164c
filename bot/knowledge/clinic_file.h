// clinic.yaml -> Clinic, and the check that the example fills every key.
//
// Thread safety: pure functions. REQUIRES: text from text_from().
#pragma once

#include <optional>
#include <string_view>

#include "knowledge/clinic.h"
#include "knowledge/report.h"

namespace faqbot::knowledge {

struct ClinicFile {
  Clinic clinic;
  int country_line = 0;
};

std::optional<ClinicFile> read_clinic(std::string_view text, FileReport& report);

// A key that the example leaves out or empty is an error: it teaches every key.
void check_example(std::string_view text, FileReport& report);

}  // namespace faqbot::knowledge

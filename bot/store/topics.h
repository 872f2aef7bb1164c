// A list of topic ids as one text, "mfr/what-is mfr/duration", and back.
//
// Thread safety: pure functions.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace faqbot::store {

std::string joined(std::span<const std::string> topics);
std::vector<std::string> parted(std::string_view topics);

}  // namespace faqbot::store

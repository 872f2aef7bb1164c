// Who wrote a letter, as far as the letter says.
//
// Thread safety: a pure function. Cost: O(bytes).
#pragma once

#include <string>
#include <string_view>

namespace faqbot::desk {

// The name to greet, "Siobhan" of "Kind regards,\nSiobhan Murphy" or "Dr Patel"; empty where none stands
// where names do. Only names written with a capital are taken: a wrong name is worse than none.
std::string name_of_writer(std::string_view letter);

}  // namespace faqbot::desk

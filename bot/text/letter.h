// Where an e-mail says what it has to say, and where it only ends.
//
// Thread safety: pure functions. Cost: O(bytes).
#pragma once

#include <string>
#include <string_view>

namespace faqbot::text {

// Does the line only take leave? "Kind regards,", "Cheers", "ta, jo"
bool is_closing(std::string_view line);

// The letter without its signature: the lines behind the last taking leave, or, where none is taken, those at
// the end that are a name, a number or an address. A postscript stays. As typed; whole where nothing is
// signed.
std::string without_signature(std::string_view letter);

// What the letter itself says: no signature, no lines quoted from an earlier one ("> …"), and the lines of a
// sentence that a mail program broke joined again.
std::string body_of(std::string_view letter);

}  // namespace faqbot::text

// The name of an enquiry as people read it out on the telephone: "K7M4-QX2P".
#pragma once

#include <string>

namespace faqbot::store {

// Random, of 24 digits and letters that no other of them is mistaken for, and no vowels, so that none
// spells a word. About 10^11 of them: a store still has to look whether one is taken.
std::string random_reference();

}  // namespace faqbot::store

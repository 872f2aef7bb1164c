// Words that say nothing about a topic by themselves.
//
// Thread safety: pure functions.
#pragma once

#include <string_view>

#include "text/normalise.h"

namespace faqbot::text {

// REQUIRES: `word` as normalise() leaves it. Cost: O(log list).
bool is_stop_word(std::string_view word);

// Words of the utterance that are no stop words.
std::size_t telling_words(const Utterance& utterance);

}  // namespace faqbot::text

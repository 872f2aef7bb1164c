// Is something said to be absent? "no numbness", "the loo is all normal".
//
// A few words to the left and right in the same sentence, after Chapman et al.,
// "A simple algorithm for identifying negated findings" (NegEx), 2001.
//
// Thread safety: pure functions.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace faqbot::safety {

// `words`: of text::plain_words(), "." where a sentence ends. [first, last]: the words of the finding.
// `spoken_for`: of each word, whether it belongs to another finding, so that it denies nothing here: in "no
// feeling between my legs" the "no" is part of what is felt. Empty: none is.
bool is_negated(std::span<const std::string_view> words, int first, int last,
                std::span<const char> spoken_for = {});

}  // namespace faqbot::safety

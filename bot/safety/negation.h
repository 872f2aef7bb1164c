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
bool is_negated(std::span<const std::string_view> words, int first, int last);

}  // namespace faqbot::safety

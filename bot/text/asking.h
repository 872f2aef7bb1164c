// Does a piece of a message ask, and does a clause begin to?
//
// Thread safety: pure functions. Cost: O(bytes).
#pragma once

#include <string_view>

#include "text/normalise.h"

namespace faqbot::text {

// Does the piece ask something? "whereabouts?", "do you do kids", "i'd like to know what it costs"
bool asks(std::string_view piece);
bool asks(std::string_view piece, const Utterance& utterance);  // of a piece that was read already

// Does it say what somebody wants, without asking? "i need to move it to friday", "we can only come at night"
bool wishes(std::string_view piece);

// Does it begin as a question, whatever nouns are in it? "will bupa pay"
bool opens_as_question(std::string_view piece);

// Behind a conjunction or a comma: does `rest` begin another question than the clause `before` it holds?
// "and what does it cost", "so i was wondering if", after a question "and whether you take cheques"
bool begins_question(std::string_view rest, std::string_view before);

// Behind a question: does `rest` leave off asking and tell? "…, i finish at eight"
bool begins_telling(std::string_view rest);

// ", is it online or do i ring": gives the question before it possible answers, and asks nothing else.
bool spells_out(std::string_view rest);

// "..., which is nice", "Mrs Pym, who has no computer": goes on telling of what stands before.
bool is_relative(std::string_view rest);

// "if I come again, would it be ...": the question hangs on it.
bool is_condition(std::string_view clause);

}  // namespace faqbot::text

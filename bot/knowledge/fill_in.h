// Puts the clinic's facts into a parsed answer.
//
// A fact enters as words of the tree, after the Markdown has been read: nothing
// that a clinic writes can become markup.
#pragma once

#include "knowledge/clinic.h"
#include "knowledge/markdown.h"

namespace faqbot::knowledge {

// Whether `block` names a fact that is not filled in.
bool lacks_a_fact(cmark_node* block, const Clinic& clinic);

// Whether `block` names a fact that one clinic fills in and another does not.
bool names_a_fact(cmark_node* block);

// Fills in every fact. Paragraphs and list items that name a missing one go, and
// so does a heading with nothing left under it.
void fill_in(cmark_node* document, const Clinic& clinic);

}  // namespace faqbot::knowledge

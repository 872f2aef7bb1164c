// The questions in a letter, an e-mail say, where there is no turn to ask back in.
//
// A letter is read part by part, and every part says something of every topic:
// a question more than what is merely told, a question that cannot stand alone
// with the story in front of it. What all parts say of one topic is added up,
// as independent witnesses; the topics that are then likely are what the letter
// asks about.
//
// Thread safety: pure functions.
#pragma once

#include <string_view>
#include <vector>

#include "core/letter.h"
#include "core/ranking.h"
#include "dialogue/follow_up.h"

namespace faqbot::dialogue {

// In their order, each topic once and six at most, with the part that says most of it. The topic is empty
// where a part asks what no topic answers. Cost: up to three rankings for each part.
std::vector<LetterQuestion> questions_of_letter(std::string_view letter, const Rank& rank);

}  // namespace faqbot::dialogue

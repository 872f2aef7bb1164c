// The questions in a letter, an e-mail say, where there is no turn to ask back in.
//
// Thread safety: pure functions.
#pragma once

#include <string_view>
#include <vector>

#include "core/letter.h"
#include "core/ranking.h"
#include "dialogue/follow_up.h"

namespace faqbot::dialogue {

// In their order. The topic is empty where none is sure enough. Cost: up to two rankings for each sentence.
std::vector<LetterQuestion> questions_of_letter(std::string_view letter, const Rank& rank);

// The topics that a letter asks about, most six: for staff, who can pass over one too many.
std::vector<RankedTopic> topics_of_letter(std::string_view letter, const Rank& rank);

}  // namespace faqbot::dialogue

// What a conversation keeps of a turn, for the next one.
//
// Thread safety: a pure function.
#pragma once

#include "core/conversation.h"
#include "core/reply.h"
#include "dialogue/talk.h"

namespace faqbot::dialogue {

// The conversation after that reply, which was made from `plan`.
Conversation remember(Conversation conversation, const Plan& plan, const Reply& reply);

}  // namespace faqbot::dialogue

// A whole e-mail, or anything that was pasted: its questions, and a reply for a person to finish.
//
// The reply is made of curated texts alone. What no topic answers stands in it as a gap, marked, so that it
// cannot be sent unseen.
//
// Thread safety: pure functions. Cost: a few turns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/letter.h"
#include "engine/engine.h"

namespace faqbot::desk {

struct Paragraph {
  std::string text;     // plain; lines are broken where it says so
  bool is_gap = false;  // for a person to fill in
};

struct LetterReply {
  std::string writer;  // the name to greet, or empty
  std::vector<LetterQuestion> questions;
  std::vector<std::string> unanswered;  // parts that no topic answers, as written
  std::vector<Paragraph> paragraphs;    // greeting, answers in the order asked, signature
};

// With an empty line between paragraphs.
std::string text_of(const LetterReply& reply);

// True where it is more than a question typed into a box: several lines or sentences.
bool is_letter(std::string_view text);

LetterReply reply_to(const Engine& engine, std::string_view letter);

// Greets that person instead: the name is known from elsewhere. An empty one changes nothing.
void greet(LetterReply& reply, std::string_view name);

// What ends a reply: the clinic's own signature, or its name and the ways to reach it.
std::string signature(const knowledge::Clinic& clinic);

}  // namespace faqbot::desk

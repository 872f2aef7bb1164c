// What one turn hands in and out: the words that every stage shares.
//
// Thread safety: value types.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "core/conversation.h"

namespace faqbot {

struct SourceLink {
  std::string title;
  std::string url;
};

// One curated answer, ready to show.
struct Answer {
  std::string topic;
  std::string title;
  std::string short_text;  // the first paragraph, plain text
  std::string text;        // the whole answer, plain text
  std::string html;        // the whole answer, safe to insert into a page
  std::vector<SourceLink> sources;
  std::string reviewed;     // ISO date
  double confidence = 0.0;  // probability, 0..1, that this is what was asked
};

// A topic offered as a button.
struct Link {
  std::string topic;
  std::string label;
};

enum class ReplyKind { kAnswer, kClarify, kUnknown, kUrgent };

// "answer", "clarify", "unknown" or "urgent".
std::string_view name_of(ReplyKind kind);

struct Reply {
  ReplyKind kind = ReplyKind::kUnknown;
  std::string text;               // the whole reply as plain text
  std::vector<Answer> answers;    // one for each question answered; for kUrgent the safety topic first
  std::vector<Link> choices;      // kClarify: two or three
  std::vector<Link> suggestions;  // worth asking next
  bool handoff = false;           // the ways to reach a person are in the text
  std::string knowledge;          // version of the knowledge that answered
};

// What a visitor sends. Either `message` or `choice` is set.
struct Turn {
  std::string message;  // valid UTF-8, 1 to 2,000 characters
  std::string choice;   // topic id of a choice clicked, or "none"
  std::string partner;  // id of the page's owner, empty for the clinic itself
  Conversation conversation;
  // When it came. Answers about opening hours look at it; left at 1970, they tell of no particular day.
  std::chrono::sys_seconds now{};
};

// A question that was left without an answer, for the front desk to learn from.
struct Unanswered {
  std::string message;             // the part as typed; empty where a button said "none of these"
  std::vector<std::string> shown;  // topics that were offered and refused
};

// What a turn leads to. The conversation is what the next Turn brings along.
struct Outcome {
  Reply reply;
  Conversation conversation;
  std::vector<Unanswered> unanswered;
};

}  // namespace faqbot

// Whole conversations and whole e-mails, scored.
//
// Thread safety: pure functions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/reply.h"
#include "core/result.h"
#include "engine/engine.h"

namespace faqbot::eval {

struct ExpectedTurn {
  std::string say;
  std::vector<std::string> any;  // "expect": any of them is right; "none": declining is
  std::vector<std::string> all;  // "expect_all": every one must be there
};

struct Dialogue {
  std::string name;
  std::vector<ExpectedTurn> turns;
};

// JSON lines: {"name", "turns": [{"say", "expect": […] or "expect_all": […]}]}. Errors name the line.
Result<std::vector<Dialogue>> read_dialogues(std::string_view lines);

struct GivenTurn {
  ReplyKind kind = ReplyKind::kUnknown;
  std::vector<std::string> topics;  // answered, or offered
  bool right = false;
};

struct DialogueScores {
  std::vector<std::vector<GivenTurn>> dialogues;
  std::size_t turns = 0;
  std::size_t right = 0;
  std::size_t answers = 0;     // given to turns that expect a topic
  std::size_t unexpected = 0;  // of these, topics that nobody expected there
};

DialogueScores score_dialogues(const Engine& engine, const std::vector<Dialogue>& set);

struct Enquiry {
  std::string name;
  std::string text;
  std::vector<std::string> expect_all;
  std::vector<std::string> also_ok;
};

// JSON lines: {"name", "text", "expect_all": […], "also_ok": […]}. Errors name the line.
Result<std::vector<Enquiry>> read_enquiries(std::string_view lines);

struct EnquiryScores {
  std::vector<std::vector<RankedTopic>> given;
  std::size_t expected = 0;
  std::size_t found = 0;
  std::size_t topics = 0;   // given
  std::size_t outside = 0;  // of these, neither expected nor fine
};

EnquiryScores score_enquiries(const Engine& engine, const std::vector<Enquiry>& set);

}  // namespace faqbot::eval

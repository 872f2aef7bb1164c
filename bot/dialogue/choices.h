// An answer to "Do you mean: 1. … 2. … 3. …" as people type it.
//
//   "2", "the second one", "first", "last", "both", "neither", the choice's own words, "yes" to a single one
//
// Thread safety: pure functions. Cost: O(words).
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace faqbot::dialogue {

enum class Picking {
  kNothing,  // the message is no answer to the question
  kSome,
  kNone,     // "neither", "none of these"
  kUnclear,  // "yes" to several, "hmm": it is about the choices and takes none of them
};

struct Picked {
  Picking picking = Picking::kNothing;
  std::vector<std::size_t> places;  // kSome: of the choices, in their order, each once
};

// `labels`: the choices as they were shown. REQUIRES: they were shown in the last reply.
Picked pick(std::string_view message, std::span<const std::string> labels);

// Does the message say nothing but which of so many choices? "both", "the second one please"; not the words
// of one. Then it can be no call for help either.
bool only_points(std::string_view message, std::size_t choices);

}  // namespace faqbot::dialogue

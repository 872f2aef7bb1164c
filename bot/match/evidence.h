// The numbers that speak for and against each candidate and for the message as a whole.
//
// The same functions serve a visitor's message and the rehearsal on training
// questions, so that both regressions see what they will see.
//
// Thread safety: pure functions.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "learn/features.h"
#include "match/matcher.h"

namespace faqbot::match {

// The labels of the largest margins, best first; `always`, where it is a label, is among them.
std::vector<std::uint32_t> best_labels(std::span<const float> margins, std::size_t most, std::size_t always);

// What is left of a closeness without the parts that are left out.
Closeness part_of(Closeness closeness, const Parts& parts);

// What the choice among candidates weighs.
std::vector<double> evidence_for(const Candidate& candidate, bool background);

// What belonging weighs. Where training had no background: a constant and belonging() alone. Where it had
// one, strangers were seen in earnest, and the rehearsal can weigh more: `odds`, the choice's log odds of the
// best topic against the background, and what both resemble. REQUIRES: candidates not empty, best first.
struct Overall;
std::vector<double> evidence_of(const Overall& overall, double odds, const Parts& parts);

// How much speaks for the message being any topic's business at all, on the scale of a margin.
//
// The weights are fixed, small round numbers that hold for any set of topics: training questions cannot teach
// them, since stand-ins for the unknown made of the same clinic's topics resemble a stranger's message too
// little, and weights fitted to them swing from set to set (bot/README.md has the figures). What is fitted is
// where on this scale belonging begins, and how sharply.
// REQUIRES: candidates not empty, best first.
struct Overall {
  std::span<const Candidate> candidates;
  const Candidate* background = nullptr;  // null where training had none
  double known_share = 0.0;
  std::size_t words = 0;
};
double belonging(const Overall& overall, const Parts& parts);

}  // namespace faqbot::match

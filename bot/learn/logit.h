// Small logistic regressions, for turning evidence into probabilities.
//
// Method: penalised maximum likelihood by Newton's method (IRLS); Hosmer and
// Lemeshow, Applied Logistic Regression; the conditional form is McFadden's
// conditional logit (1974).
//
// Thread safety: pure functions and value types. Deterministic.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace faqbot::learn {

// One row of evidence, with whether it came true and how much it counts.
struct Observation {
  std::vector<double> evidence;
  bool truth = false;
  double weight = 1.0;
};

// Weights for probability = 1 / (1 + exp(-(weights . evidence))). The evidence
// brings its own constant 1. `ridge` is the penalty on squared weights.
// REQUIRES: all rows of one length. Cost: O(rows * evidence^2) a step, about 10 steps.
std::vector<double> fit_logit(std::span<const Observation> rows, double ridge);

// A choice among alternatives of which one is right.
struct Choice {
  std::vector<std::vector<double>> alternatives;
  std::size_t right = 0;
};

// Weights for P(i) proportional to exp(weights . alternatives[i]).
std::vector<double> fit_choice(std::span<const Choice> choices, double ridge);

double dot(std::span<const double> a, std::span<const double> b);
double logistic(double x);

}  // namespace faqbot::learn

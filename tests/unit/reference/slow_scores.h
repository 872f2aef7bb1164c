// Scores of classifiers by their definitions, counting pair by pair: slow and obvious.
#pragma once

#include <cmath>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "eval/scores.h"

namespace faqbot::tests {

// Share of pairs of one message in scope and one out of scope that are in the right order, ties half.
inline double slow_area_under_curve(std::span<const eval::Judged> messages) {
  double right = 0;
  double pairs = 0;
  for (const eval::Judged& inside : messages)
    for (const eval::Judged& outside : messages) {
      if (inside.expected.empty() || !outside.expected.empty()) continue;
      pairs += 1;
      right += inside.score > outside.score ? 1.0 : inside.score == outside.score ? 0.5 : 0.0;
    }
  return pairs > 0 ? right / pairs : 0.0;
}

// Pearson's correlation of the two indicator matrices (Gorodkin 2004), message by message and label by label.
inline double slow_mcc(std::span<const eval::Judged> messages, double threshold) {
  std::set<std::string> labels{""};
  for (const eval::Judged& m : messages) labels.insert({m.expected, m.predicted});
  const auto given = [&](const eval::Judged& m) {
    return m.score >= threshold ? m.predicted : std::string{};
  };
  const auto n = static_cast<double>(messages.size());
  double xy = 0;
  double xx = 0;
  double yy = 0;
  for (const std::string& label : labels) {
    double mean_x = 0;
    double mean_y = 0;
    for (const eval::Judged& m : messages) {
      mean_x += (given(m) == label ? 1.0 : 0.0) / n;
      mean_y += (m.expected == label ? 1.0 : 0.0) / n;
    }
    for (const eval::Judged& m : messages) {
      const double x = (given(m) == label ? 1.0 : 0.0) - mean_x;
      const double y = (m.expected == label ? 1.0 : 0.0) - mean_y;
      xy += x * y;
      xx += x * x;
      yy += y * y;
    }
  }
  return xx > 1e-12 && yy > 1e-12 ? xy / std::sqrt(xx * yy) : 0.0;
}

}  // namespace faqbot::tests

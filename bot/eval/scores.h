// Figures that compare classifiers which may also decline.
//
// Thread safety: pure functions.
#pragma once

#include <span>
#include <string>
#include <vector>

namespace faqbot::eval {

// One judged message. An empty `expected` means out of scope.
struct Judged {
  std::string expected;
  std::string predicted;
  double score = 0.0;       // how surely the message is in scope: what thresholds are compared with
  double confidence = 0.0;  // probability that the prediction is right
};

struct AtThreshold {
  double threshold = 0.0;
  double accuracy = 0.0;             // of all messages; declining is right for those out of scope
  double in_scope_accuracy = 0.0;    // of those in scope: accepted and right
  double out_of_scope_recall = 0.0;  // of those out of scope: declined
  double mcc = 0.0;                  // Matthews correlation over all labels, "declined" being one
};

// A message is accepted where score >= threshold. Cost: O(messages log labels).
AtThreshold score_at(std::span<const Judged> messages, double threshold);

// The threshold with the highest Matthews correlation. Cost: O(messages^2) at worst.
AtThreshold best_threshold(std::span<const Judged> messages);

// Right labels with nothing declined, of the messages in scope.
double in_scope_accuracy(std::span<const Judged> messages);

// Probability that a message in scope scores above one out of scope (ties count half); 0 without both.
double area_under_curve(std::span<const Judged> messages);

// How often answers given at about some probability are right.
struct Reliability {
  double from = 0.0;
  double to = 0.0;
  std::size_t messages = 0;
  double mean_confidence = 0.0;
  double right = 0.0;  // share of them
};
std::vector<Reliability> reliability(std::span<const Judged> messages);

}  // namespace faqbot::eval

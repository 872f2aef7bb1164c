// The matcher that serves, trained and scored on somebody else's labelled set.
//
// Thread safety: a pure function.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "eval/scores.h"
#include "match/matcher.h"

namespace faqbot::eval {

struct LabelledSentence {
  std::string sentence;
  std::string label;
};

// CSV with the header columns `sentence` and `label`. Errors name the line.
Result<std::vector<LabelledSentence>> read_intent_set(std::string_view csv);

struct IntentScores {
  std::vector<Judged> messages;  // in the order of the test set; expected is empty for `none`
  double own_threshold = 0.0;    // chosen from the training set alone
  double train_seconds = 0.0;
  double microseconds_per_question = 0.0;  // median, one thread
  std::size_t labels = 0;
};

// What may be left out or done otherwise, to learn what it is worth.
struct IntentOptions {
  learn::FeatureOptions features;
  match::MatcherOptions matcher;
  bool spelling = true;
};

// REQUIRES: train is not empty. Rows of `train` labelled `none` are ordinary rows.
IntentScores score_intents(const std::vector<LabelledSentence>& train,
                           const std::vector<LabelledSentence>& test, std::string_view none,
                           const IntentOptions& options = {});

}  // namespace faqbot::eval

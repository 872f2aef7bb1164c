// Every text that training sees, as words and as features of one vocabulary.
//
// Thread safety: immutable once built; the stages learn from it, then it may go.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "learn/features.h"
#include "text/normalise.h"

namespace faqbot::learn {

struct Corpus {
  std::vector<text::Utterance> texts;
  std::vector<Features> features;             // of each text
  std::shared_ptr<const FeatureSpace> space;  // outlives the training

  explicit Corpus(std::vector<text::Utterance> all, const FeatureOptions& options = {})
      : texts(std::move(all)), space(std::make_shared<const FeatureSpace>(texts, options, features)) {}
};

}  // namespace faqbot::learn

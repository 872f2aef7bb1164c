// Which topics could a message mean, and how sure is that?
//
// Evidence of a linear classifier and of the nearest example questions is
// combined by two small regressions, both fitted to cross-validated scores of
// the training questions alone: one weighs the topics against each other, the
// other says how likely the best one is right at all, with topics that were
// left out of training in turn standing in for messages that nobody foresaw.
// bot/README.md has the picture and what each part is worth.
//
// Thread safety: immutable once trained; match() may run on any number of threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "learn/corpus.h"
#include "learn/linear.h"
#include "match/answers.h"
#include "match/neighbours.h"
#include "match/verbatim.h"

namespace faqbot::match {

// A part of a corpus, with labels.
struct TrainingSet {
  std::vector<std::uint32_t> examples;   // numbers of texts in the corpus
  std::vector<std::uint32_t> labels_of;  // of each example
  std::size_t labels = 0;
  // Labels from here on (at most one) are examples of what is no topic at all.
  std::size_t topics = 0;
  // Hashes of the stems of each topic's answer, by label; empty where there are no answers.
  std::vector<std::vector<std::uint64_t>> answers;
};

// Evidence that can be left out, to learn what it is worth: tests/bench/parts.cc makes the table of it that
// stands in match/README.md.
struct Parts {
  bool nearest = true;      // the nearest example questions
  bool language = true;     // what a topic's examples usually say, and how many they are
  bool answers = true;      // what its answer says
  bool known_share = true;  // how much of the message training has seen
  bool gap = true;          // the distance to the second topic
  bool length = true;
  bool background = true;   // how much like the examples of what is no topic
  bool verbatim = true;     // a message that is an example, word for word
  bool handwritten = true;  // authors' patterns and never-wordings, and verbs that the visitor denies
};

// How training questions are rehearsed.
struct Folds {
  int examples;  // one in so many questions of each topic is held out
  int topics;    // one in so many topics is left out altogether; 0: none
};

struct MatcherOptions {
  // A topic's examples are few against all others.
  learn::LinearOptions linear{.positive_weight = 2.0, .fewest_passes = 12};
  Parts parts;
  std::size_t candidates = 8;  // labels that get a closer look than the linear classifier's
  Folds folds{6, 2};
  // Where authors wrote examples of what is no topic, left-out topics need not stand for all strangers.
  Folds folds_beside_strangers{4, 4};
  // Questions to rehearse before the regressions are fitted: fewer make them unsteady, more cost time.
  std::size_t rehearsed = 2000;
};

struct Candidate {
  std::uint32_t label = 0;
  double confidence = 0.0;  // probability, 0..1, that this is what was meant
  float margin = 0.0F;
  Closeness closeness;
  float answer = 0.0F;  // how much of the message the topic's answer speaks of, 0..1
};

struct Match {
  std::vector<Candidate> candidates;  // most likely first; the background label is never among them
  double belongs = 0.0;               // probability that the message is any topic's business
  double known_share = 0.0;           // 0..1, share of the message's weight on words that training holds
};

class Matcher {
 public:
  // Cost: about a second for 10,000 examples of 150 labels on two cores. Deterministic.
  // REQUIRES: every label has an example.
  static Matcher train(const TrainingSet& set, const learn::Corpus& corpus,
                       const MatcherOptions& options = {});

  // `features`: of the message, in the corpus's space. Cost: tens of microseconds.
  Match match(const learn::Features& features) const;

  // The linear classifier's margin of each label, for explanations.
  std::vector<float> margins(const learn::Features& features) const;

  // From this probability of belonging on, the best candidate is worth giving. Even odds, since the
  // probability was fitted with the share of strangers that the options reckon with.
  static constexpr double threshold() { return 0.5; }

  const learn::LinearModel& linear() const { return linear_; }

 private:
  Match sure_of(Match match, std::uint32_t label) const;

  std::shared_ptr<const learn::FeatureSpace> space_;
  learn::LinearModel linear_;
  Verbatim verbatim_;
  Parts parts_;
  Neighbours neighbours_;
  Answers answers_;
  std::size_t topics_ = 0;
  std::size_t candidates_ = 0;
  std::vector<double> choice_weights_;
  std::vector<double> belonging_weights_;
};

}  // namespace faqbot::match

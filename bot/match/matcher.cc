#include "match/matcher.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "learn/logit.h"
#include "match/evidence.h"
#include "match/rehearsal.h"

namespace faqbot::match {
namespace {

// Keeps the regressions calm on the smallest sets, per example of the set: rehearsing the same questions
// again adds steadiness, not knowledge.
double ridge(const TrainingSet& set, std::span<const Rehearsed> rehearsed) {
  return std::max(1.0, static_cast<double>(rehearsed.size()) / static_cast<double>(set.examples.size()));
}

// Candidates weighed against each other: topics best first, the background apart.
struct Weighed {
  std::vector<Candidate> candidates;
  std::vector<double> shares;
  std::optional<Candidate> background;
  double background_share = 0.0;

  std::vector<double> evidence(double known_share, std::size_t words) const {
    return {1.0, belonging({candidates, background ? &*background : nullptr, known_share, words})};
  }
};

Weighed weigh(std::span<const Candidate> candidates, std::span<const double> weights, std::size_t topics) {
  std::vector<std::pair<double, Candidate>> scored;
  for (const Candidate& candidate : candidates)
    scored.emplace_back(learn::dot(weights, evidence_for(candidate, candidate.label >= topics)), candidate);
  std::ranges::stable_sort(scored, std::greater{}, [](const auto& row) { return row.first; });
  double sum = 0;
  for (const auto& row : scored) sum += std::exp(row.first - scored.front().first);
  Weighed weighed;
  for (const auto& [score, candidate] : scored) {
    const double share = std::exp(score - scored.front().first) / sum;
    if (candidate.label >= topics) {
      weighed.background = candidate;
      weighed.background_share = share;
    } else {
      weighed.candidates.push_back(candidate);
      weighed.shares.push_back(share);
    }
  }
  return weighed;
}

// The share of messages from outside that the probabilities reckon with. The examples show how much of the
// visitors' language they have not seen yet: a word is new with the probability that their words occur once
// (Good and Turing), and a message is reckoned a stranger's as often as one of its words is new.
double share_of_strangers(const TrainingSet& set, const learn::Corpus& corpus) {
  std::unordered_map<std::string_view, int> counts;
  double words = 0;
  for (const std::uint32_t example : set.examples)
    for (const std::string& word : corpus.texts[example].words) {
      ++counts[word];
      words += 1.0;
    }
  const auto once = std::ranges::count_if(counts, [](const auto& count) { return count.second == 1; });
  const double mean_length = words / static_cast<double>(set.examples.size());
  const double share = 1.0 - std::pow(1.0 - static_cast<double>(once) / std::max(words, 1.0), mean_length);
  return std::clamp(share, 0.02, 0.5);
}

std::vector<double> fit_choice_weights(const TrainingSet& set, std::span<const Rehearsed> rehearsed) {
  std::vector<learn::Choice> choices;
  for (const Rehearsed& one : rehearsed) {
    if (!one.topic_known) continue;
    learn::Choice choice;
    bool present = false;
    for (const Candidate& candidate : one.candidates) {
      if (candidate.label == set.labels_of[one.example]) {
        choice.right = choice.alternatives.size();
        present = true;
      }
      choice.alternatives.push_back(evidence_for(candidate, candidate.label >= set.topics));
    }
    if (present) choices.push_back(std::move(choice));
  }
  return learn::fit_choice(choices, ridge(set, rehearsed));
}

std::vector<learn::Observation> judge(const TrainingSet& set, std::span<const Rehearsed> rehearsed,
                                      std::span<const double> choice_weights, double strangers) {
  std::vector<learn::Observation> rows;
  double known = 0;
  double unknown = 0;
  for (const Rehearsed& one : rehearsed) {
    const Weighed weighed = weigh(one.candidates, choice_weights, set.topics);
    if (weighed.candidates.empty()) continue;
    const bool answerable = one.topic_known && set.labels_of[one.example] < set.topics;
    learn::Observation row;
    row.truth = answerable;
    row.evidence = weighed.evidence(one.known_share, one.words);
    row.weight = answerable ? 1.0 : -1.0;  // marks the stand-ins until both sums are known
    (answerable ? known : unknown) += 1.0;
    rows.push_back(std::move(row));
  }
  for (learn::Observation& row : rows)
    if (row.weight < 0) row.weight = known / unknown * strangers / (1.0 - strangers);
  return rows;
}

}  // namespace

Matcher Matcher::train(const TrainingSet& set, const learn::Corpus& corpus, const MatcherOptions& options) {
  Matcher matcher;
  matcher.space_ = corpus.space;
  matcher.topics_ = set.topics;
  matcher.candidates_ = options.candidates;
  std::vector<learn::SparseVector> vectors;
  vectors.reserve(set.examples.size());
  for (const std::uint32_t example : set.examples) vectors.push_back(corpus.features[example].vector);
  matcher.neighbours_ =
      Neighbours(vectors, set.labels_of, set.labels, static_cast<std::uint32_t>(corpus.space->words()));
  auto rehearsing = std::async(std::launch::async,
                               [&] { return rehearse(set, corpus, vectors, matcher.neighbours_, options); });
  matcher.linear_ =
      learn::train_linear(vectors, set.labels_of, set.labels, corpus.space->size(), options.linear);
  const std::vector<Rehearsed> rehearsed = rehearsing.get();
  matcher.choice_weights_ = fit_choice_weights(set, rehearsed);
  matcher.belonging_weights_ = learn::fit_logit(
      judge(set, rehearsed, matcher.choice_weights_, share_of_strangers(set, corpus)), ridge(set, rehearsed));
  return matcher;
}

std::vector<float> Matcher::margins(const learn::Features& features) const {
  std::vector<float> margins(linear_.labels());
  linear_.score(features.vector, margins);
  return margins;
}

Match Matcher::match(const learn::Features& features) const {
  Match match;
  if (features.vector.empty()) return match;
  const std::vector<float> margins = this->margins(features);
  thread_local Neighbours::Probe probe;
  probe.open(features.vector, static_cast<std::uint32_t>(space_->words()));
  std::vector<Candidate> candidates;
  for (const std::uint32_t label : best_labels(margins, candidates_, topics_))
    candidates.push_back({label, 0.0, margins[label], neighbours_.closeness(probe, label)});
  Weighed weighed = weigh(candidates, choice_weights_, topics_);
  match.known_share = space_->known_share(features);
  if (weighed.candidates.empty()) return match;
  match.belongs =
      learn::logistic(learn::dot(belonging_weights_, weighed.evidence(match.known_share, features.words)));
  // The shares are of topics and background together; belonging has judged the background already.
  const double of_topics = 1.0 - weighed.background_share;
  for (std::size_t i = 0; i < weighed.candidates.size(); ++i)
    weighed.candidates[i].confidence = match.belongs * weighed.shares[i] / std::max(of_topics, 1e-9);
  match.candidates = std::move(weighed.candidates);
  return match;
}

}  // namespace faqbot::match

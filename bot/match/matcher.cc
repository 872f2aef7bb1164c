#include "match/matcher.h"

#include <algorithm>
#include <array>
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

// Where authors wrote examples of what is no topic, the share of all strangers that these stand for.
constexpr double kRealStrangers = 0.9;
// How much more likely strangers are reckoned there: a rehearsed one is known by the examples that its author
// wrote beside it, a visitor's has no such siblings.
constexpr double kNoSiblings = 2.3;
// The confidence that an example is owed which somebody repeats.
constexpr double kVerbatim = 0.97;
constexpr double kLeastShare = 1e-9;

// Candidates weighed against each other: topics best first, the background apart.
struct Weighed {
  std::vector<Candidate> candidates;
  std::vector<double> shares;
  std::optional<Candidate> background;
  double background_share = 0.0;

  std::vector<double> evidence(double known_share, std::size_t words, const Parts& parts) const {
    const bool heard = background && parts.background;
    const double odds =
        std::log(std::max(shares.front(), kLeastShare)) - std::log(std::max(background_share, kLeastShare));
    return evidence_of({candidates, heard ? &*background : nullptr, known_share, words}, odds, parts);
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

// Whom a rehearsed question stands for: a visitor of the clinic's, a stranger, or somebody with a matter of
// the clinic's kind that nobody wrote a topic for.
enum class Stands { kVisitor, kStranger, kUnforeseen };

Stands stands_for(const TrainingSet& set, const Rehearsed& one) {
  if (set.labels_of[one.example] >= set.topics) return Stands::kStranger;
  return one.topic_known ? Stands::kVisitor : Stands::kUnforeseen;
}

std::vector<learn::Observation> judge(const TrainingSet& set, std::span<const Rehearsed> rehearsed,
                                      std::span<const double> choice_weights, double strangers,
                                      const Parts& parts) {
  std::vector<learn::Observation> rows;
  std::vector<Stands> kinds;
  std::array<double, 3> counts{};
  for (const Rehearsed& one : rehearsed) {
    const Weighed weighed = weigh(one.candidates, choice_weights, set.topics);
    if (weighed.candidates.empty()) continue;
    kinds.push_back(stands_for(set, one));
    counts[static_cast<std::size_t>(kinds.back())] += 1.0;
    rows.push_back(
        {weighed.evidence(one.known_share, one.words, parts), kinds.back() == Stands::kVisitor, 1.0});
  }
  // Authors' own examples of what is no topic are strangers indeed; left-out topics only stand in for them.
  const bool seen = counts[1] > 0;
  const double real = seen ? kRealStrangers : 0.0;
  const double odds = (seen ? kNoSiblings : 1.0) * strangers / (1.0 - strangers);
  const std::array<double, 3> shares{1.0, real, 1.0 - real};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto kind = static_cast<std::size_t>(kinds[i]);
    if (kind != 0) rows[i].weight = shares[kind] * counts[0] / counts[kind] * odds;
  }
  return rows;
}

}  // namespace

Matcher Matcher::train(const TrainingSet& set, const learn::Corpus& corpus, const MatcherOptions& options) {
  Matcher matcher;
  matcher.space_ = corpus.space;
  matcher.topics_ = set.topics;
  matcher.candidates_ = options.candidates;
  matcher.parts_ = options.parts;
  std::vector<learn::SparseView> vectors;
  vectors.reserve(set.examples.size());
  for (const std::uint32_t example : set.examples) vectors.emplace_back(corpus.features[example].vector);
  matcher.neighbours_ =
      Neighbours(vectors, set.labels_of, set.labels, static_cast<std::uint32_t>(corpus.space->words()));
  if (options.parts.answers) matcher.answers_ = Answers(set.answers);
  matcher.verbatim_ = Verbatim(static_cast<std::uint32_t>(corpus.space->words()));
  if (options.parts.verbatim)
    for (std::size_t i = 0; i < set.examples.size(); ++i)
      matcher.verbatim_.add(corpus.features[set.examples[i]], set.labels_of[i]);
  auto rehearsing = std::async(std::launch::async, [&] {
    return rehearse(set, corpus, vectors, matcher.neighbours_, matcher.answers_, options);
  });
  matcher.linear_ =
      learn::train_linear(vectors, set.labels_of, set.labels, corpus.space->size(), options.linear);
  const std::vector<Rehearsed> rehearsed = rehearsing.get();
  matcher.choice_weights_ = fit_choice_weights(set, rehearsed);
  matcher.belonging_weights_ = learn::fit_logit(
      judge(set, rehearsed, matcher.choice_weights_, share_of_strangers(set, corpus), options.parts),
      ridge(set, rehearsed));
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
  const std::optional<std::uint32_t> said = verbatim_.find(features);
  std::vector<std::uint32_t> labels = best_labels(margins, candidates_, topics_);
  if (said && std::ranges::find(labels, *said) == labels.end()) labels.push_back(*said);
  const Answers::Query asked = answers_.query(features.stems);
  candidates.reserve(labels.size());
  for (const std::uint32_t label : labels)
    candidates.push_back({label, 0.0, margins[label], part_of(neighbours_.closeness(probe, label), parts_),
                          answers_.score(asked, label)});
  Weighed weighed = weigh(candidates, choice_weights_, topics_);
  match.known_share = space_->known_share(features);
  if (weighed.candidates.empty()) return match;
  match.belongs = learn::logistic(
      learn::dot(belonging_weights_, weighed.evidence(match.known_share, features.words, parts_)));
  // The shares are of topics and background together; belonging has judged the background already.
  const double of_topics = 1.0 - weighed.background_share;
  for (std::size_t i = 0; i < weighed.candidates.size(); ++i)
    weighed.candidates[i].confidence = match.belongs * weighed.shares[i] / std::max(of_topics, 1e-9);
  match.candidates = std::move(weighed.candidates);
  return said ? sure_of(std::move(match), *said) : match;
}

Match Matcher::sure_of(Match match, std::uint32_t label) const {
  const auto at = std::ranges::find(match.candidates, label, &Candidate::label);
  if (at == match.candidates.end()) return match;  // an example of what is no topic
  match.belongs = std::max(match.belongs, kVerbatim);
  const double sure = std::max(at->confidence, kVerbatim * match.belongs);
  const double others = match.belongs - at->confidence;
  for (Candidate& candidate : match.candidates)
    candidate.confidence *= others > 0 ? std::min(1.0, (match.belongs - sure) / others) : 0.0;
  at->confidence = sure;
  std::rotate(match.candidates.begin(), at, at + 1);
  return match;
}

}  // namespace faqbot::match

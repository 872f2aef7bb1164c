#include "match/rehearsal.h"

#include <algorithm>
#include <random>

#include "learn/halves.h"
#include "match/evidence.h"
#include "text/stop_words.h"

namespace faqbot::match {
namespace {

constexpr unsigned kMostRounds = 10;

// Letters in an order that no language has.
constexpr const char* kForeignWord = "qzxwvkj";

// Which fold each example is held out of, and which leaves each topic out.
struct Plan {
  std::vector<int> example_fold;
  std::vector<int> topic_fold;
};

Plan plan(const TrainingSet& set, const Folds& folds, unsigned round) {
  Plan plan;
  std::minstd_rand random(7 + round);
  std::vector<std::uint32_t> topics(set.topics);
  for (std::uint32_t t = 0; t < topics.size(); ++t) topics[t] = t;
  std::shuffle(topics.begin(), topics.end(), random);
  plan.topic_fold.assign(set.labels, -1);  // the background is never left out
  if (folds.topics > 0)
    for (std::size_t i = 0; i < topics.size(); ++i)
      plan.topic_fold[topics[i]] = static_cast<int>(i) % folds.topics;
  // Round robin within each topic, so that every fold has the same share of it.
  std::vector<int> next(set.labels);
  for (int& fold : next) fold = static_cast<int>(random() % static_cast<unsigned>(folds.examples));
  for (const std::uint32_t label : set.labels_of) plan.example_fold.push_back(next[label]++ % folds.examples);
  return plan;
}

// The example as it looks to a vocabulary that `frequency` counted.
learn::SparseVector without_unknown(learn::SparseView vector, std::span<const std::uint32_t> frequency,
                                    const learn::FeatureSpace& space) {
  learn::SparseVector known;
  known.reserve(vector.size());
  for (const learn::Entry& entry : vector)
    if (frequency[entry.feature] > 0) known.push_back(entry);
  if (known.size() != vector.size()) space.rescale(known);
  return known;
}

// The example with every second telling word replaced by one that nobody knows.
learn::Features with_foreign_words(const learn::Corpus& corpus, std::uint32_t example) {
  text::Utterance foreign = corpus.texts[example];
  bool replace = example % 2 == 0;
  for (std::string& word : foreign.words) {
    if (text::is_stop_word(word)) continue;
    if (replace) word = kForeignWord;
    replace = !replace;
  }
  return corpus.space->features(foreign);
}

double share_known(learn::SparseView vector, double unseen, std::span<const std::uint32_t> frequency,
                   const learn::FeatureSpace& space) {
  double all = unseen;
  double known = 0;
  for (const learn::Entry& entry : vector) {
    if (entry.feature >= space.stems()) break;
    all += space.idf(entry.feature);
    if (frequency[entry.feature] > 0) known += space.idf(entry.feature);
  }
  return all > 0 ? known / all : 0.0;
}

// One fold: what it trained on, and how that model scores the rest.
class Fold {
 public:
  Fold(const TrainingSet& set, const learn::Corpus& corpus, std::span<const learn::SparseView> vectors,
       const Plan& parts, int number, const Answers& answers, const Folds& folds,
       const MatcherOptions& options)
      : set_(set),
        corpus_(corpus),
        vectors_(vectors),
        answers_(answers),
        folds_(folds),
        options_(options),
        topic_known_(set.labels),
        held_out_(set.examples.size()),
        frequency_(corpus.space->size()) {
    for (std::size_t label = 0; label < set.labels; ++label)
      topic_known_[label] = folds.topics > 0 && parts.topic_fold[label] == number % folds.topics ? 0 : 1;
    for (std::size_t i = 0; i < held_out_.size(); ++i)
      held_out_[i] = parts.example_fold[i] == number || topic_known_[set.labels_of[i]] == 0 ? 1 : 0;
    train();
  }

  void score(const Neighbours& neighbours, std::vector<Rehearsed>& rehearsed) const {
    std::vector<Asked> asked;
    int stand_ins = 0;
    for (std::uint32_t i = 0; i < set_.examples.size(); ++i) {
      if (held_out_[i] == 0) continue;
      const bool topic_known = topic_known_[set_.labels_of[i]] != 0;
      // A left-out topic has many more questions than a fold holds out: every few are enough.
      if (!topic_known && ++stand_ins % (folds_.examples - 1) != 0) continue;
      // Every second stand-in speaks of foreign matters, too: the vocabulary of a clinic's left-out topics is
      // its own, that of a stranger's question mostly is not.
      asked.push_back({i, topic_known, !topic_known && stand_ins / (folds_.examples - 1) % 2 == 0});
    }
    const std::size_t before = rehearsed.size();
    rehearsed.resize(before + asked.size());
    learn::in_halves(asked.size(), [&](std::size_t from, std::size_t to) {
      Scratch scratch{std::vector<float>(outer_.size()), {}};
      for (std::size_t i = from; i < to; ++i)
        rehearsed[before + i] = score_one(asked[i], neighbours, scratch);
    });
  }

 private:
  void train() {
    std::vector<learn::SparseView> training;
    std::vector<std::uint32_t> labels_of;
    // Labels left out have no number in the fold's model: it must not know that they exist.
    std::vector<std::uint32_t> inner(set_.labels);
    for (std::uint32_t label = 0; label < set_.labels; ++label) {
      inner[label] = static_cast<std::uint32_t>(outer_.size());
      if (topic_known_[label] != 0) outer_.push_back(label);
    }
    for (std::size_t i = 0; i < held_out_.size(); ++i) {
      if (held_out_[i] != 0) continue;
      training.push_back(vectors_[i]);
      labels_of.push_back(inner[set_.labels_of[i]]);
      for (const learn::Entry& entry : vectors_[i]) ++frequency_[entry.feature];
    }
    // As thoroughly as the whole set is learnt: what the regressions see must be like what they will serve.
    learn::LinearOptions alike = options_.linear;
    alike.fewest_passes = options_.linear.passes(set_.examples.size());
    alike.visits = options_.linear.visits * training.size() / set_.examples.size();
    model_ = learn::train_linear(training, labels_of, outer_.size(), frequency_.size(), alike);
    background_ = set_.labels > set_.topics ? outer_.size() - 1 : outer_.size();
  }

  struct Asked {
    std::uint32_t example;
    bool topic_known;
    bool foreign;  // with every second word one that nobody knows
  };
  // Of one thread.
  struct Scratch {
    std::vector<float> margins;
    Neighbours::Probe probe;
  };

  Rehearsed score_one(const Asked& question, const Neighbours& neighbours, Scratch& scratch) const {
    const learn::FeatureSpace& space = *corpus_.space;
    const auto [i, topic_known, foreign] = question;
    const learn::Features heard = foreign ? with_foreign_words(corpus_, set_.examples[i]) : learn::Features{};
    const learn::SparseView vector = foreign ? learn::SparseView(heard.vector) : vectors_[i];
    Rehearsed one;
    one.example = i;
    one.topic_known = topic_known;
    one.words = corpus_.features[set_.examples[i]].words;
    one.known_share = share_known(vector, heard.unseen_weight, frequency_, space);
    const learn::SparseVector seen = without_unknown(vector, frequency_, space);
    model_.score(seen, scratch.margins);
    scratch.probe.open(seen, static_cast<std::uint32_t>(space.words()));
    const Answers::Query asked =
        answers_.query(foreign ? heard.stems : corpus_.features[set_.examples[i]].stems);
    for (const std::uint32_t label : best_labels(scratch.margins, options_.candidates, background_)) {
      const std::uint32_t outer = outer_[label];
      one.candidates.push_back(
          {outer, 0.0, scratch.margins[label],
           part_of(neighbours.closeness(scratch.probe, outer, held_out_), options_.parts),
           answers_.score(asked, outer)});
    }
    return one;
  }

  const TrainingSet& set_;
  const learn::Corpus& corpus_;
  std::span<const learn::SparseView> vectors_;
  const Answers& answers_;
  const Folds& folds_;
  const MatcherOptions& options_;
  std::vector<char> topic_known_;         // by label
  std::vector<char> held_out_;            // by example
  std::vector<std::uint32_t> frequency_;  // by feature, in the training part
  std::vector<std::uint32_t> outer_;      // the set's label of each of the model's
  std::size_t background_ = 0;  // the model's label of what is no topic; beyond its labels without one
  learn::LinearModel model_;
};

}  // namespace

std::vector<Rehearsed> rehearse(const TrainingSet& set, const learn::Corpus& corpus,
                                std::span<const learn::SparseView> vectors, const Neighbours& neighbours,
                                const Answers& answers, const MatcherOptions& options) {
  const Folds& folds = set.labels > set.topics ? options.folds_beside_strangers : options.folds;
  std::vector<Rehearsed> rehearsed;
  for (unsigned round = 0; round < kMostRounds; ++round) {
    const Plan parts = plan(set, folds, round);
    for (int number = 0; number < folds.examples; ++number) {
      Fold(set, corpus, vectors, parts, number, answers, folds, options).score(neighbours, rehearsed);
      if (rehearsed.size() >= options.rehearsed) return rehearsed;
    }
  }
  return rehearsed;
}

}  // namespace faqbot::match

#include "safety/screen.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "learn/halves.h"
#include "text/stop_words.h"

namespace faqbot::safety {
namespace {

// A call for an ambulance comes before all; a person in crisis before a bad back.
int urgency(std::string_view level) {
  constexpr auto kOrder = std::to_array<std::string_view>({"emergency", "crisis", "cauda-equina", "urgent"});
  return static_cast<int>(std::ranges::find(kOrder, level) - kOrder.begin());
}

constexpr std::size_t kFewWords = 2;  // telling words

// How much a message leans to any level rather than to "harmless".
struct Lean {
  std::size_t level = 0;
  float margin = -1.0F;
};

Lean lean_of(std::span<const float> margins) {
  Lean lean;
  for (std::size_t level = 0; level + 1 < margins.size(); ++level)
    if (level == 0 || margins[level] > lean.margin) lean = {level, margins[level]};
  lean.margin = (lean.margin - margins.back()) / 2.0F;
  return lean;
}

// How rarely each kind and pair of kinds occurs (IDF); a pair that was seen once teaches nothing.
std::vector<float> rarity_of(std::span<const std::vector<std::uint32_t>> found, std::size_t size) {
  constexpr std::uint32_t kFewest = 2;
  std::vector<std::uint32_t> times(size);
  for (const auto& kinds : found)
    for (const std::uint32_t kind : kinds) ++times[kind];
  std::vector<float> rarity(size);
  const auto n = static_cast<float>(found.size());
  for (std::size_t i = 0; i < size; ++i)
    if (times[i] >= kFewest) rarity[i] = std::log((1.0F + n) / (1.0F + static_cast<float>(times[i]))) + 1.0F;
  return rarity;
}

// The lean that so small a share of ordinary texts is above. The topmost few are chance: how far the highest
// fiftieth reaches on average says more, since beyond a high bar excesses fall off exponentially (Pickands,
// "Statistical inference using extreme order statistics", 1975, for tails that end as a normal one does).
float bar_for(std::vector<float> leans, double share) {
  constexpr double kTail = 0.02;
  std::ranges::sort(leans, std::greater{});
  const auto tail = static_cast<std::size_t>(kTail * static_cast<double>(leans.size()));
  constexpr std::size_t kFewest = 10;  // excesses that tell how fast a tail falls
  constexpr float kWideBerth = 0.5F;   // above the highest lean, where there are fewer
  if (tail < kFewest) return leans.front() + kWideBerth;
  const float from = leans[tail];
  float excess = 0;
  for (std::size_t i = 0; i < tail; ++i) excess += leans[i] - from;
  return from + excess / static_cast<float>(tail) * static_cast<float>(std::log(kTail / share));
}

// Leans of ordinary texts that are held out in turn, as a model that has not learnt them finds them.
std::vector<float> rehearsed_leans(const ScreenTraining& training, const learn::Corpus& corpus,
                                   std::span<const learn::SparseView> vectors, std::size_t labels,
                                   std::size_t features, const ScreenOptions& options) {
  const std::size_t stems = corpus.space->stems();
  std::vector<float> leans;
  std::vector<float> margins(labels);
  for (std::size_t fold = 0; fold < options.folds && leans.size() < options.rehearsed; ++fold) {
    std::vector<learn::SparseView> rest;
    std::vector<std::uint32_t> levels_of;
    for (std::size_t i = 0; i < vectors.size(); ++i) {
      if (i % options.folds == fold) continue;
      rest.push_back(vectors[i]);
      levels_of.push_back(training.levels_of[i]);
    }
    const auto model = learn::train_linear(rest, levels_of, labels, features, options.linear);
    const WordOdds odds(rest, levels_of, labels, stems);
    for (std::size_t i = fold; i < vectors.size(); i += options.folds) {
      if (training.levels_of[i] + 1 != labels || training.lookalike[i] != 0) continue;
      model.score(vectors[i], margins);
      odds.add(vectors[i], options.odds_share, margins);
      leans.push_back(lean_of(margins).margin);
    }
  }
  return leans;
}

}  // namespace

Screen::Screen(Rules rules, const knowledge::Safety& safety, const ScreenTraining& training,
               const learn::Corpus& corpus, const ScreenOptions& options)
    : options_(options),
      rules_(std::move(rules)),
      kinds_(training.kinds),
      words_(static_cast<std::uint32_t>(corpus.space->size())) {
  for (const knowledge::SafetyLevel& level : safety.levels) topics_.push_back(level.topic);
  if (topics_.empty()) return;
  std::vector<std::vector<std::uint32_t>> found(training.texts.size());
  learn::in_halves(found.size(), [&](std::size_t from, std::size_t to) {
    text::StemBook stem_of;
    for (std::size_t i = from; i < to; ++i) found[i] = kinds_.find(corpus.texts[training.texts[i]], stem_of);
  });
  rarity_ = rarity_of(found, kinds_.size());
  std::vector<learn::SparseVector> whole;
  whole.reserve(found.size());
  for (std::size_t i = 0; i < found.size(); ++i)
    whole.push_back(vector_of(corpus.features[training.texts[i]].vector, found[i]));
  const std::vector<learn::SparseView> vectors = learn::views_of(whole);
  const std::size_t labels = topics_.size() + 1;
  const std::size_t features = words_ + kinds_.size();
  linear_ = learn::train_linear(vectors, training.levels_of, labels, features, options.linear);
  odds_ = WordOdds(vectors, training.levels_of, labels, corpus.space->stems());
  std::vector<float> leans = rehearsed_leans(training, corpus, vectors, labels, features, options);
  if (leans.empty()) return;
  // What leans to "harmless" is harmless, however few ordinary texts there were to set the bar on.
  bar_ = std::max(0.0F, bar_for(std::move(leans), options.false_alarms));
}

learn::SparseVector Screen::vector_of(const learn::SparseVector& words,
                                      std::span<const std::uint32_t> kinds) const {
  learn::SparseVector vector;
  vector.reserve(words.size() + kinds.size());
  vector.assign(words.begin(), words.end());
  float sum = 0;
  for (const std::uint32_t kind : kinds) {
    if (rarity_[kind] == 0) continue;
    vector.push_back({words_ + kind, rarity_[kind]});
    sum += rarity_[kind] * rarity_[kind];
  }
  const float factor = sum > 0 ? std::sqrt(options_.kinds_share / sum) : 0.0F;
  for (std::size_t i = words.size(); i < vector.size(); ++i) vector[i].value *= factor;
  return vector;
}

std::vector<Alarm> Screen::check(std::string_view plain, const text::Utterance& understood,
                                 const learn::Features& features) const {
  std::vector<Alarm> alarms;
  if (topics_.empty()) return alarms;
  const bool known = !features.vector.empty();
  std::vector<float> margins(topics_.size() + 1);
  const learn::SparseVector vector = vector_of(features.vector, kinds_.find(understood));
  linear_.score(vector, margins);
  odds_.add(vector, options_.odds_share, margins);
  const Lean lean = lean_of(margins);
  if (!known || lean.margin > -options_.surely_harmless)
    for (const Fired& fired : rules_.check(plain)) alarms.push_back({topics_[fired.level], fired.rule, 1.0});
  // "both?" and the like say too little to be like anything.
  const bool says_little = text::telling_words(understood) < kFewWords;
  const float bar = bar_ + (says_little ? options_.surer_of_little : 0.0F);
  if (known && lean.margin > bar)
    alarms.push_back({topics_[lean.level], "like the examples of this level", lean.margin - bar});
  std::ranges::stable_sort(alarms, {}, [](const Alarm& alarm) {
    return urgency(std::string_view(alarm.topic).substr(alarm.topic.find('/') + 1));
  });
  return alarms;
}

}  // namespace faqbot::safety

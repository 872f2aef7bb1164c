#include "safety/screen.h"

#include <algorithm>
#include <array>

namespace faqbot::safety {
namespace {

// A call for an ambulance comes before all; a person in crisis before a bad back.
int urgency(std::string_view level) {
  constexpr auto kOrder = std::to_array<std::string_view>({"emergency", "crisis", "cauda-equina", "urgent"});
  return static_cast<int>(std::ranges::find(kOrder, level) - kOrder.begin());
}

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

// Leans of ordinary texts that are held out in turn, as a model that has not learnt them finds them.
std::vector<float> rehearsed_leans(const ScreenTraining& training,
                                   std::span<const learn::SparseVector> vectors, std::size_t labels,
                                   std::size_t features, const ScreenOptions& options) {
  std::vector<float> leans;
  std::vector<float> margins(labels);
  for (std::size_t fold = 0; fold < options.folds && leans.size() < options.rehearsed; ++fold) {
    std::vector<learn::SparseVector> rest;
    std::vector<std::uint32_t> levels_of;
    for (std::size_t i = 0; i < vectors.size(); ++i) {
      if (i % options.folds == fold) continue;
      rest.push_back(vectors[i]);
      levels_of.push_back(training.levels_of[i]);
    }
    const auto model = learn::train_linear(rest, levels_of, labels, features, options.linear);
    for (std::size_t i = fold; i < vectors.size(); i += options.folds) {
      if (training.levels_of[i] + 1 != labels || training.lookalike[i] != 0) continue;
      model.score(vectors[i], margins);
      leans.push_back(lean_of(margins).margin);
    }
  }
  return leans;
}

}  // namespace

Screen::Screen(const knowledge::Safety& safety, const ScreenTraining& training, const learn::Corpus& corpus,
               const ScreenOptions& options)
    : rules_(safety) {
  for (const knowledge::SafetyLevel& level : safety.levels) topics_.push_back(level.topic);
  if (topics_.empty()) return;
  const std::size_t labels = topics_.size() + 1;
  std::vector<learn::SparseVector> vectors;
  for (const std::uint32_t text : training.texts) vectors.push_back(corpus.features[text].vector);
  linear_ = learn::train_linear(vectors, training.levels_of, labels, corpus.space->size(), options.linear);
  std::vector<float> leans = rehearsed_leans(training, vectors, labels, corpus.space->size(), options);
  if (leans.empty()) return;
  const auto allowed = static_cast<std::size_t>(options.false_alarms * static_cast<double>(leans.size()));
  std::ranges::sort(leans, std::greater{});
  bar_ = leans[std::min(allowed, leans.size() - 1)];
}

std::vector<Alarm> Screen::check(std::string_view plain, const learn::Features& features) const {
  std::vector<Alarm> alarms;
  if (topics_.empty()) return alarms;
  for (const Fired& fired : rules_.check(plain)) alarms.push_back({topics_[fired.level], fired.rule, 1.0});
  std::vector<float> margins(topics_.size() + 1);
  linear_.score(features.vector, margins);
  const Lean lean = lean_of(margins);
  if (lean.margin > bar_ && !features.vector.empty())
    alarms.push_back({topics_[lean.level], "like the examples of this level", lean.margin - bar_});
  std::ranges::stable_sort(alarms, {}, [](const Alarm& alarm) {
    return urgency(std::string_view(alarm.topic).substr(alarm.topic.find('/') + 1));
  });
  return alarms;
}

}  // namespace faqbot::safety

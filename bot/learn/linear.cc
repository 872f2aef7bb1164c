#include "learn/linear.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <iterator>
#include <numeric>
#include <random>
#include <thread>

#include "learn/rows.h"
#include "learn/slab.h"

namespace faqbot::learn {
namespace {

constexpr float kBiasInput = 1.0F;
constexpr float kLargestByte = 127.0F;
constexpr float kAtRest = -1.0F;  // the margin of a label that nothing speaks for
constexpr float kAtEase = 0.03F;  // the step that no margin feels

constexpr std::size_t kEntries = 8;  // of a vector in a cache line

float squared_norm(SparseView vector) {
  float sum = kBiasInput * kBiasInput;
  for (const Entry& entry : vector) sum += entry.value * entry.value;
  return sum;
}

// Half up. Without std::floor(), which x86-64 has no instruction for before SSE 4.1.
std::int8_t rounded(float number) {
  const float raised = number + 0.5F;
  const auto whole = static_cast<int>(raised);
  return static_cast<std::int8_t>(static_cast<float>(whole) > raised ? whole - 1 : whole);
}

// A problem and its solution as it comes about.
struct Fit {
  std::span<const SparseView> examples;
  std::span<const std::uint32_t> labels_of;
  std::size_t stride;        // labels, padded: in whole cache lines, or half of one
  float own;                 // the dual's diagonal for a label's own examples
  float other;               // and for all others
  std::vector<float> norms;  // squared, of each example and its bias
  std::vector<float> bias;
  Slab weights;  // feature-major
  Slab alphas;   // the dual solution, example-major
};

// The labels [first, first + count) of a fit, learnt by one thread; their rows are padded to `lanes`.
class Worker {
 public:
  Worker(Fit& fit, std::size_t first, std::size_t count, std::size_t lanes)
      : fit_(fit),
        first_(first),
        count_(count),
        lines_((lanes + kLine - 1) / kLine),
        bias_(std::span(fit.bias).subspan(first, count)),
        scores_(lanes),
        steps_(lanes),
        moves_(lines_),
        moving_(fit.examples.size() * lines_) {}

  // The first `thorough` passes visit all examples, the others what still moves of them. The order is the
  // same whatever does: no worker's labels depend on another's.
  void solve(int thorough, int passes) {
    std::vector<std::uint32_t> order(fit_.examples.size());
    std::iota(order.begin(), order.end(), 0U);
    std::minstd_rand random(20261122);
    std::vector<std::uint32_t> due;
    for (int pass = 0; pass < passes; ++pass) {
      all_ = pass < thorough;
      std::shuffle(order.begin(), order.end(), random);
      due.clear();
      std::ranges::copy_if(order, std::back_inserter(due),
                           [&](std::uint32_t example) { return all_ || moves(example); });
      for (std::size_t i = 0; i < due.size(); ++i) {
        if (i + 2 < due.size()) __builtin_prefetch(&fit_.examples[due[i + 2]]);
        if (i + 1 < due.size()) fetch_example(due[i + 1]);
        visit(due[i]);
      }
    }
  }

 private:
  // Labels next to each other, from one on, in whole cache lines.
  struct Run {
    std::size_t first;
    std::size_t lanes;
  };

  // The flags of an example's lines: whether its last visit moved any label of theirs by more than ease.
  std::span<char> moving(std::uint32_t example) {
    return std::span(moving_).subspan(example * lines_, lines_);
  }

  bool moves(std::uint32_t example) {
    return std::ranges::any_of(moving(example), [](char moves) { return moves != 0; });
  }

  void fetch(const float* row) const {
    for (std::size_t k = 0; k < count_; k += kLine) __builtin_prefetch(row + k);
  }

  // All that a visit to it reads: in the order of a shuffle nothing of it is near.
  void fetch_example(std::uint32_t example) {
    const SparseView vector = fit_.examples[example];
    for (std::size_t i = 0; i < vector.size(); i += kEntries) __builtin_prefetch(vector.data() + i);
    fetch(alphas(example));
    __builtin_prefetch(&fit_.norms[example]);
    __builtin_prefetch(&fit_.labels_of[example]);
  }

  float* alphas(std::size_t example) { return fit_.alphas.data() + example * fit_.stride + first_; }

  // Each label learns by itself: those whose line is at rest are passed over.
  void visit(std::uint32_t example) {
    if (all_) return visit(example, {0, scores_.size()});
    const std::span<char> moving = this->moving(example);
    for (std::size_t line = 0; line < lines_; ++line) {
      if (moving[line] == 0) continue;
      const std::size_t from = line;
      while (line < lines_ && moving[line] != 0) ++line;
      visit(example, {from * kLine, std::min(line * kLine, scores_.size()) - from * kLine});
    }
  }

  // One dual step of every label of the run on one example: the target is +1 for its own label, -1 for all
  // others.
  void visit(std::uint32_t example, Run run) {
    const SparseView vector = fit_.examples[example];
    const float norm = fit_.norms[example];
    const std::size_t count = std::min(run.lanes, count_ - run.first);
    const std::span<float> bias = bias_.subspan(run.first, count);
    std::ranges::transform(bias, scores_.begin(), [](float b) { return b * kBiasInput; });
    add_rows_(scores_.data(), fit_.weights.data() + first_ + run.first, fit_.stride, vector, run.lanes);
    float* const alphas = this->alphas(example) + run.first;
    const std::size_t own = fit_.labels_of[example] - first_ - run.first;  // beyond count: another run's
    const float own_before = own < count ? alphas[own] : 0.0F;
    step_down_(steps_.data(), alphas, scores_.data(), {fit_.other, 1.0F / (norm + fit_.other)}, count);
    if (own < count) {
      alphas[own] = own_before;
      steps_[own] = dual_step(scores_[own], alphas[own], {fit_.own, 1.0F / (norm + fit_.own)});
    }
    std::fill(steps_.begin() + static_cast<std::ptrdiff_t>(count),
              steps_.begin() + static_cast<std::ptrdiff_t>(run.lanes), 0.0F);
    learn(example, run, bias);
  }

  // The weights follow the steps.
  void learn(std::uint32_t example, Run run, std::span<float> bias) {
    const SparseView vector = fit_.examples[example];
    moved_.clear();
    const std::span<char> moving = this->moving(example).subspan(run.first / kLine);
    moves_of_(moves_.data(), steps_.data(), run.lanes, kAtEase);
    for (std::size_t line = 0; line * kLine < run.lanes; ++line) {
      moving[line] = moves_[line].far ? 1 : 0;
      if (!moves_[line].any) continue;
      for (std::size_t k = line * kLine; k < std::min(run.lanes, (line + 1) * kLine); ++k)
        if (steps_[k] != 0.0F) moved_.push_back(static_cast<std::uint32_t>(k));
    }
    for (const std::uint32_t k : moved_) bias[k] += kBiasInput * steps_[k];
    float* const rows = fit_.weights.data() + first_ + run.first;
    if (moved_.size() * 8 > run.lanes)
      return add_to_rows_(rows, fit_.stride, vector, steps_.data(), run.lanes);
    for (const Entry& entry : vector) {
      float* const weights = rows + entry.feature * fit_.stride;
      for (const std::uint32_t k : moved_) weights[k] += entry.value * steps_[k];
    }
  }

  Fit& fit_;
  std::size_t first_;
  std::size_t count_;
  std::size_t lines_;
  bool all_ = true;  // whether visits are to all lines
  std::span<float> bias_;
  std::vector<float> scores_;  // padded, as the rows are; a run's from the front on
  std::vector<float> steps_;   // likewise
  std::vector<Moves> moves_;   // by line; likewise
  std::vector<char> moving_;   // of each example, of each line
  std::vector<std::uint32_t> moved_;
  AddRows add_rows_ = fastest_add_rows();
  AddToRows add_to_rows_ = fastest_add_to_rows();
  StepDown step_down_ = fastest_step_down();
  MovesOf moves_of_ = fastest_moves_of();
};

}  // namespace

LinearModel::LinearModel(std::span<const float> weights, std::size_t stride, std::vector<float> bias)
    : scales_(stride == 0 ? 0 : weights.size() / stride), bias_(std::move(bias)) {
  weights_.resize(scales_.size() * lanes());
  for (std::size_t f = 0; f < scales_.size(); ++f) {
    const auto row = weights.subspan(f * stride, labels());
    float largest = 0;
    for (const float weight : row) largest = std::max(largest, std::abs(weight));
    scales_[f] = largest / kLargestByte;
    if (largest == 0) continue;
    const float factor = kLargestByte / largest;
    std::int8_t* bytes = &weights_[f * lanes()];
    for (std::size_t k = 0; k < row.size(); ++k) bytes[k] = rounded(row[k] * factor);
  }
}

void LinearModel::score(std::span<const Entry> vector, std::span<float> scores) const {
  assert(scores.size() == labels());
  thread_local std::vector<float> sums;
  sums.assign(lanes(), 0.0F);
  std::ranges::transform(bias_, sums.begin(), [](float b) { return b * kBiasInput; });
  add_rows_(sums.data(), weights_.data(), scales_.data(), vector, sums.size());
  std::copy_n(sums.begin(), scores.size(), scores.begin());
}

float LinearModel::weight(std::uint32_t feature, std::size_t label) const {
  return scales_[feature] * static_cast<float>(weights_[feature * lanes() + label]);
}

int LinearOptions::thorough_passes(std::size_t examples) const {
  return std::clamp(static_cast<int>(visits / std::max<std::size_t>(1, examples)), 2, most_thorough);
}

int LinearOptions::passes(std::size_t examples) const {
  const int thorough = thorough_passes(examples);
  return thorough == most_thorough ? thorough : std::max(thorough, fewest_passes);
}

LinearModel train_linear(std::span<const SparseView> examples, std::span<const std::uint32_t> labels_of,
                         std::size_t labels, std::size_t features, const LinearOptions& options) {
  assert(labels_of.size() == examples.size());
  const std::size_t lines = (labels + kLine - 1) / kLine;
  const std::size_t stride = labels <= kLanes ? kLanes : lines * kLine;
  Fit fit{examples,
          labels_of,
          stride,
          static_cast<float>(0.5 / (options.cost * options.positive_weight)),
          static_cast<float>(0.5 / options.cost),
          {},
          std::vector<float>(labels, kAtRest),
          Slab(features * stride),
          Slab(examples.size() * stride)};
  for (const SparseView example : examples) fit.norms.push_back(squared_norm(example));
  const std::size_t parts = std::clamp<std::size_t>(options.threads, 1, std::max<std::size_t>(lines, 1));
  const int passes = options.passes(examples.size());
  const int thorough = options.thorough_passes(examples.size());
  std::vector<std::thread> threads;
  for (std::size_t part = 0; part < parts; ++part) {
    const std::size_t first = lines * part / parts * kLine;
    const std::size_t end = std::min(stride, lines * (part + 1) / parts * kLine);
    const std::size_t count = std::min(labels, end) - first;
    threads.emplace_back([&fit, first, end, count, thorough, passes] {
      Worker(fit, first, count, end - first).solve(thorough, passes);
    });
  }
  for (std::thread& thread : threads) thread.join();
  return {{fit.weights.data(), fit.weights.size()}, fit.stride, std::move(fit.bias)};
}

}  // namespace faqbot::learn

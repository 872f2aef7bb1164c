#include "learn/linear.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <random>
#include <thread>

#include "learn/rows.h"

namespace faqbot::learn {
namespace {

constexpr float kBiasInput = 1.0F;
constexpr float kSmallestStep = 1e-6F;  // below, writing costs more than it teaches

struct Problem {
  std::span<const SparseVector> examples;
  std::span<const std::uint32_t> labels_of;
  std::size_t labels;
  std::size_t features;
  const LinearOptions& options;
};

// The labels [first, first + count) of the problem, solved by one thread.
class Block {
 public:
  Block(const Problem& problem, std::size_t first, std::size_t count)
      : problem_(problem),
        first_(first),
        count_(count),
        weights_(problem.features * count),
        bias_(count),
        alphas_(problem.examples.size() * count),
        scores_(count),
        steps_(count),
        for_(static_cast<float>(0.5 / (problem.options.cost * problem.options.positive_weight))),
        against_(static_cast<float>(0.5 / problem.options.cost)) {}

  void solve() {
    std::vector<std::uint32_t> order(problem_.examples.size());
    std::iota(order.begin(), order.end(), 0U);
    std::vector<float> norms(problem_.examples.size());
    for (std::size_t i = 0; i < norms.size(); ++i) norms[i] = squared_norm(problem_.examples[i]);
    std::minstd_rand random(20261122);
    for (int pass = 0; pass < passes(); ++pass) {
      std::shuffle(order.begin(), order.end(), random);
      for (const std::uint32_t example : order) visit(example, norms[example]);
    }
  }

  // Copies this block's labels into the whole problem's arrays.
  void hand_over(std::vector<float>& weights, std::vector<float>& bias) const {
    for (std::size_t f = 0; f < problem_.features; ++f)
      std::copy_n(&weights_[f * count_], count_, &weights[f * problem_.labels + first_]);
    std::copy_n(bias_.begin(), count_, bias.begin() + static_cast<std::ptrdiff_t>(first_));
  }

 private:
  int passes() const {
    const auto wanted =
        static_cast<int>(problem_.options.visits / std::max<std::size_t>(1, problem_.examples.size()));
    return std::clamp(wanted, problem_.options.fewest_passes, problem_.options.most_passes);
  }

  static float squared_norm(const SparseVector& vector) {
    float sum = kBiasInput * kBiasInput;
    for (const Entry& entry : vector) sum += entry.value * entry.value;
    return sum;
  }

  void margins(const SparseVector& vector) {
    std::transform(bias_.begin(), bias_.end(), scores_.begin(), [](float b) { return b * kBiasInput; });
    for (const Entry& entry : vector)
      add_scaled_row_(scores_.data(), &weights_[entry.feature * count_], entry.value, count_);
  }

  // The dual step of one label: y is +1 for the example's own label, -1 for all others.
  static float step(float y, float score, float& alpha, float diagonal, float inverse) {
    const float gradient = y * score - 1.0F + diagonal * alpha;
    const float wanted = std::max(alpha - gradient * inverse, 0.0F) - alpha;
    const float change = std::abs(wanted) > kSmallestStep ? wanted : 0.0F;
    alpha += change;
    return change * y;
  }

  // One dual step of every label on one example.
  void visit(std::size_t example, float norm) {
    const SparseVector& vector = problem_.examples[example];
    margins(vector);
    float* alphas = &alphas_[example * count_];
    const std::size_t own = problem_.labels_of[example] - first_;  // beyond count_ where another block has it
    const float own_before = own < count_ ? alphas[own] : 0.0F;
    const float inverse = 1.0F / (norm + against_);
    for (std::size_t k = 0; k < count_; ++k)
      steps_[k] = step(-1.0F, scores_[k], alphas[k], against_, inverse);
    if (own < count_) {
      alphas[own] = own_before;
      steps_[own] = step(1.0F, scores_[own], alphas[own], for_, 1.0F / (norm + for_));
    }
    learn(vector);
  }

  void learn(const SparseVector& vector) {
    moved_.clear();
    for (std::size_t k = 0; k < count_; ++k)
      if (steps_[k] != 0.0F) moved_.push_back(static_cast<std::uint32_t>(k));
    for (const std::uint32_t k : moved_) bias_[k] += kBiasInput * steps_[k];
    const bool most = moved_.size() * 8 > count_;
    for (const Entry& entry : vector) {
      float* row = &weights_[entry.feature * count_];
      if (most) {
        add_scaled_row_(row, steps_.data(), entry.value, count_);
      } else {
        for (const std::uint32_t k : moved_) row[k] += entry.value * steps_[k];
      }
    }
  }

  const Problem& problem_;
  std::size_t first_;
  std::size_t count_;
  std::vector<float> weights_;  // feature-major
  std::vector<float> bias_;
  std::vector<float> alphas_;  // example-major
  std::vector<float> scores_;
  std::vector<float> steps_;
  std::vector<std::uint32_t> moved_;
  float for_;      // the dual's diagonal for a label's own examples
  float against_;  // and for all others
  AddScaledRow add_scaled_row_ = fastest_add_scaled_row();
};

}  // namespace

LinearModel::LinearModel(std::size_t labels, std::vector<float> weights, std::vector<float> bias)
    : stride_(labels),
      weights_(weights.size()),
      scales_(labels == 0 ? 0 : weights.size() / labels),
      bias_(std::move(bias)) {
  for (std::size_t f = 0; f < scales_.size(); ++f) {
    const float* row = &weights[f * stride_];
    float largest = 0;
    for (std::size_t k = 0; k < stride_; ++k) largest = std::max(largest, std::abs(row[k]));
    scales_[f] = largest / 127.0F;
    if (largest == 0) continue;
    for (std::size_t k = 0; k < stride_; ++k)
      weights_[f * stride_ + k] = static_cast<std::int8_t>(std::lround(row[k] / scales_[f]));
  }
}

void LinearModel::score(std::span<const Entry> vector, std::span<float> scores) const {
  assert(scores.size() == labels());
  std::transform(bias_.begin(), bias_.end(), scores.begin(), [](float b) { return b * kBiasInput; });
  for (const Entry& entry : vector) {
    const std::int8_t* row = &weights_[entry.feature * stride_];
    const float scale = entry.value * scales_[entry.feature];
    add_scaled_bytes_(scores.data(), row, scale, stride_);
  }
}

float LinearModel::weight(std::uint32_t feature, std::size_t label) const {
  return scales_[feature] * static_cast<float>(weights_[feature * stride_ + label]);
}

LinearModel train_linear(std::span<const SparseVector> examples, std::span<const std::uint32_t> labels_of,
                         std::size_t labels, std::size_t features, const LinearOptions& options) {
  assert(labels_of.size() == examples.size());
  const Problem problem{examples, labels_of, labels, features, options};
  std::vector<float> weights(features * labels);
  std::vector<float> bias(labels);
  const std::size_t threads = std::clamp<std::size_t>(options.threads, 1, std::max<std::size_t>(labels, 1));
  std::vector<std::thread> workers;
  for (std::size_t t = 0; t < threads; ++t) {
    const std::size_t first = labels * t / threads;
    const std::size_t count = labels * (t + 1) / threads - first;
    workers.emplace_back([&, first, count] {
      Block block(problem, first, count);
      block.solve();
      block.hand_over(weights, bias);
    });
  }
  for (std::thread& worker : workers) worker.join();
  return {labels, std::move(weights), std::move(bias)};
}

}  // namespace faqbot::learn

#include "learn/linear.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <random>
#include <thread>

namespace faqbot::learn {
namespace {

constexpr float kBiasInput = 1.0F;

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
        steps_(count) {}

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
  void hand_over(std::vector<float>& weights, std::vector<float>& bias, LinearFit& fit) {
    const std::size_t labels = problem_.labels;
    for (std::size_t f = 0; f < problem_.features; ++f)
      std::copy_n(&weights_[f * count_], count_, &weights[f * labels + first_]);
    std::copy_n(bias_.begin(), count_, bias.begin() + static_cast<std::ptrdiff_t>(first_));
    for (std::size_t i = 0; i < problem_.examples.size(); ++i) {
      margins(problem_.examples[i]);
      std::copy_n(scores_.begin(), count_, &fit.margins[i * labels + first_]);
      for (std::size_t k = 0; k < count_; ++k)
        fit.pulls[i * labels + first_ + k] = sign(i, k) * alphas_[i * count_ + k];
    }
  }

 private:
  int passes() const {
    const auto wanted = static_cast<int>(problem_.options.visits / std::max<std::size_t>(1, problem_.examples.size()));
    return std::clamp(wanted, problem_.options.fewest_passes, problem_.options.most_passes);
  }

  static float squared_norm(const SparseVector& vector) {
    float sum = kBiasInput * kBiasInput;
    for (const Entry& entry : vector) sum += entry.value * entry.value;
    return sum;
  }

  float sign(std::size_t example, std::size_t k) const {
    return problem_.labels_of[example] == first_ + k ? 1.0F : -1.0F;
  }

  void margins(const SparseVector& vector) {
    std::transform(bias_.begin(), bias_.end(), scores_.begin(), [](float b) { return b * kBiasInput; });
    for (const Entry& entry : vector) {
      const float* row = &weights_[entry.feature * count_];
      for (std::size_t k = 0; k < count_; ++k) scores_[k] += entry.value * row[k];
    }
  }

  // One dual step of every label on one example.
  void visit(std::size_t example, float norm) {
    const SparseVector& vector = problem_.examples[example];
    margins(vector);
    float* alphas = &alphas_[example * count_];
    moved_.clear();
    for (std::size_t k = 0; k < count_; ++k) {
      const float y = sign(example, k);
      const double cost = problem_.options.cost * (y > 0 ? problem_.options.positive_weight : 1.0);
      const float diagonal = static_cast<float>(0.5 / cost);
      const float gradient = y * scores_[k] - 1.0F + diagonal * alphas[k];
      const float next = std::max(alphas[k] - gradient / (norm + diagonal), 0.0F);
      const float step = (next - alphas[k]) * y;
      if (std::abs(step) < 1e-6F) continue;
      alphas[k] = next;
      steps_[k] = step;
      moved_.push_back(static_cast<std::uint32_t>(k));
    }
    for (const Entry& entry : vector) {
      float* row = &weights_[entry.feature * count_];
      for (const std::uint32_t k : moved_) row[k] += entry.value * steps_[k];
    }
    for (const std::uint32_t k : moved_) bias_[k] += kBiasInput * steps_[k];
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
};

}  // namespace

LinearModel::LinearModel(std::size_t labels, std::vector<float> weights, std::vector<float> bias)
    : stride_(labels), weights_(weights.size()), scales_(labels == 0 ? 0 : weights.size() / labels), bias_(std::move(bias)) {
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
    for (std::size_t k = 0; k < stride_; ++k) scores[k] += scale * static_cast<float>(row[k]);
  }
}

float LinearModel::weight(std::uint32_t feature, std::size_t label) const {
  return scales_[feature] * static_cast<float>(weights_[feature * stride_ + label]);
}

LinearFit train_linear(std::span<const SparseVector> examples, std::span<const std::uint32_t> labels_of,
                       std::size_t labels, std::size_t features, const LinearOptions& options) {
  assert(labels_of.size() == examples.size());
  const Problem problem{examples, labels_of, labels, features, options};
  LinearFit fit;
  fit.margins.resize(examples.size() * labels);
  fit.pulls.resize(examples.size() * labels);
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
      block.hand_over(weights, bias, fit);
    });
  }
  for (std::thread& worker : workers) worker.join();
  fit.model = LinearModel(labels, std::move(weights), std::move(bias));
  return fit;
}

}  // namespace faqbot::learn

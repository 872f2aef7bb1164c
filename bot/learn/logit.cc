#include "learn/logit.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace faqbot::learn {
namespace {

constexpr int kSteps = 25;
constexpr double kConverged = 1e-7;

// Symmetric positive definite system of a handful of unknowns, by Cholesky.
class Newton {
 public:
  Newton(std::size_t n, double ridge) : n_(n), ridge_(ridge), gradient_(n), hessian_(n * n) {}

  void start(std::span<const double> at) {
    std::ranges::fill(hessian_, 0.0);
    for (std::size_t i = 0; i < n_; ++i) {
      gradient_[i] = -ridge_ * at[i];
      hessian_[i * n_ + i] = ridge_;
    }
  }
  void push(std::span<const double> x, double slope) {
    for (std::size_t i = 0; i < n_; ++i) gradient_[i] += slope * x[i];
  }
  void curve(std::span<const double> x, double curvature) {
    for (std::size_t i = 0; i < n_; ++i)
      for (std::size_t j = 0; j <= i; ++j) hessian_[i * n_ + j] += curvature * x[i] * x[j];
  }

  // Moves `at` one step uphill; returns the largest change.
  double step(std::span<double> at) {
    factor();
    std::vector<double> x = gradient_;
    for (std::size_t i = 0; i < n_; ++i) {
      for (std::size_t j = 0; j < i; ++j) x[i] -= hessian_[i * n_ + j] * x[j];
      x[i] /= hessian_[i * n_ + i];
    }
    for (std::size_t i = n_; i-- > 0;) {
      for (std::size_t j = i + 1; j < n_; ++j) x[i] -= hessian_[j * n_ + i] * x[j];
      x[i] /= hessian_[i * n_ + i];
    }
    double largest = 0;
    for (std::size_t i = 0; i < n_; ++i) {
      const double change = std::clamp(x[i], -kLongestStep, kLongestStep);
      at[i] += change;
      largest = std::max(largest, std::abs(change));
    }
    return largest;
  }

 private:
  static constexpr double kLongestStep = 5.0;  // keeps separable data from running away in one step

  void factor() {
    for (std::size_t i = 0; i < n_; ++i) {
      for (std::size_t j = 0; j <= i; ++j) {
        double sum = hessian_[i * n_ + j];
        for (std::size_t k = 0; k < j; ++k) sum -= hessian_[i * n_ + k] * hessian_[j * n_ + k];
        hessian_[i * n_ + j] = i == j ? std::sqrt(std::max(sum, 1e-12)) : sum / hessian_[j * n_ + j];
      }
    }
  }

  std::size_t n_;
  double ridge_;
  std::vector<double> gradient_;
  std::vector<double> hessian_;  // lower triangle, then its Cholesky factor
};

}  // namespace

double dot(std::span<const double> a, std::span<const double> b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

double logistic(double x) {
  return 1.0 / (1.0 + std::exp(-x));
}

std::vector<double> fit_logit(std::span<const Observation> rows, double ridge) {
  if (rows.empty()) return {};
  std::vector<double> weights(rows.front().evidence.size());
  Newton newton(weights.size(), ridge);
  for (int step = 0; step < kSteps; ++step) {
    newton.start(weights);
    for (const Observation& row : rows) {
      const double p = logistic(dot(weights, row.evidence));
      newton.push(row.evidence, row.weight * ((row.truth ? 1.0 : 0.0) - p));
      newton.curve(row.evidence, row.weight * std::max(p * (1.0 - p), 1e-6));
    }
    if (newton.step(weights) < kConverged) break;
  }
  return weights;
}

std::vector<double> fit_choice(std::span<const Choice> choices, double ridge) {
  if (choices.empty()) return {};
  std::vector<double> weights(choices.front().alternatives.front().size());
  Newton newton(weights.size(), ridge);
  std::vector<double> p;
  std::vector<double> mean(weights.size());
  for (int step = 0; step < kSteps; ++step) {
    newton.start(weights);
    for (const Choice& choice : choices) {
      p.clear();
      for (const auto& x : choice.alternatives) p.push_back(dot(weights, x));
      const double top = *std::ranges::max_element(p);
      double sum = 0;
      for (double& v : p) sum += v = std::exp(v - top);
      std::ranges::fill(mean, 0.0);
      for (std::size_t a = 0; a < p.size(); ++a) {
        p[a] /= sum;
        for (std::size_t i = 0; i < mean.size(); ++i) mean[i] += p[a] * choice.alternatives[a][i];
      }
      newton.push(choice.alternatives[choice.right], 1.0);
      newton.push(mean, -1.0);
      for (std::size_t a = 0; a < p.size(); ++a) newton.curve(choice.alternatives[a], p[a]);
      newton.curve(mean, -1.0);
    }
    if (newton.step(weights) < kConverged) break;
  }
  return weights;
}

}  // namespace faqbot::learn

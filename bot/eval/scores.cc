#include "eval/scores.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace faqbot::eval {
namespace {

double share(double part, double whole) {
  return whole > 0 ? part / whole : 0.0;
}

// The multi-class form of Matthews' correlation (Gorodkin's R_K, 2004).
class Correlation {
 public:
  void add(const std::string& truth, const std::string& predicted) {
    truths_[truth] += 1.0;
    predictions_[predicted] += 1.0;
    right_ += truth == predicted ? 1.0 : 0.0;
    all_ += 1.0;
  }

  double value() const {
    double both = 0;
    double truths = 0;
    double predictions = 0;
    for (const auto& [label, count] : truths_) {
      truths += count * count;
      if (const auto at = predictions_.find(label); at != predictions_.end()) both += count * at->second;
    }
    for (const auto& [label, count] : predictions_) predictions += count * count;
    const double scale = std::sqrt((all_ * all_ - predictions) * (all_ * all_ - truths));
    return scale > 0 ? (right_ * all_ - both) / scale : 0.0;
  }

 private:
  std::map<std::string, double> truths_;
  std::map<std::string, double> predictions_;
  double right_ = 0;
  double all_ = 0;
};

bool is_right(const Judged& message) {
  return !message.expected.empty() && message.predicted == message.expected;
}

}  // namespace

AtThreshold score_at(std::span<const Judged> messages, double threshold) {
  AtThreshold at{threshold};
  Correlation correlation;
  double in_scope = 0;
  double answered_right = 0;
  double declined_right = 0;
  for (const Judged& message : messages) {
    const bool accepted = message.score >= threshold;
    const std::string given = accepted ? message.predicted : std::string{};
    correlation.add(message.expected, given);
    if (message.expected.empty()) {
      declined_right += accepted ? 0.0 : 1.0;
    } else {
      in_scope += 1.0;
      answered_right += accepted && is_right(message) ? 1.0 : 0.0;
    }
  }
  const auto all = static_cast<double>(messages.size());
  at.accuracy = share(answered_right + declined_right, all);
  at.in_scope_accuracy = share(answered_right, in_scope);
  at.out_of_scope_recall = share(declined_right, all - in_scope);
  at.mcc = correlation.value();
  return at;
}

AtThreshold best_threshold(std::span<const Judged> messages) {
  std::set<double> thresholds{0.0};
  // Thousandths are fine enough, and keep large sets affordable.
  for (const Judged& message : messages) thresholds.insert(std::ceil(message.score * 1000.0) / 1000.0);
  AtThreshold best;
  best.mcc = -1.0;
  for (const double threshold : thresholds) {
    const AtThreshold at = score_at(messages, threshold);
    if (at.mcc > best.mcc) best = at;
  }
  return best;
}

double in_scope_accuracy(std::span<const Judged> messages) {
  const auto in_scope = std::ranges::count_if(messages, [](const Judged& m) { return !m.expected.empty(); });
  return share(static_cast<double>(std::ranges::count_if(messages, is_right)), static_cast<double>(in_scope));
}

double area_under_curve(std::span<const Judged> messages) {
  std::vector<double> outside;
  std::vector<double> inside;
  for (const Judged& message : messages)
    (message.expected.empty() ? outside : inside).push_back(message.score);
  if (outside.empty() || inside.empty()) return 0.0;
  std::ranges::sort(outside);
  double sum = 0;
  for (const double score : inside) {
    const auto ties = std::equal_range(outside.begin(), outside.end(), score);
    sum += static_cast<double>(ties.first - outside.begin()) +
           0.5 * static_cast<double>((ties.second - ties.first));
  }
  return sum / (static_cast<double>(outside.size()) * static_cast<double>(inside.size()));
}

std::vector<Reliability> reliability(std::span<const Judged> messages) {
  constexpr int kBins = 10;
  std::vector<Reliability> bins(kBins);
  for (int b = 0; b < kBins; ++b) bins[static_cast<std::size_t>(b)] = {b / 10.0, (b + 1) / 10.0, 0, 0.0, 0.0};
  for (const Judged& message : messages) {
    Reliability& bin = bins[static_cast<std::size_t>(
        std::clamp(static_cast<int>(message.confidence * kBins), 0, kBins - 1))];
    ++bin.messages;
    bin.mean_confidence += message.confidence;
    bin.right += is_right(message) ? 1.0 : 0.0;
  }
  std::erase_if(bins, [](const Reliability& bin) { return bin.messages == 0; });
  for (Reliability& bin : bins) {
    bin.mean_confidence /= static_cast<double>(bin.messages);
    bin.right /= static_cast<double>(bin.messages);
  }
  return bins;
}

}  // namespace faqbot::eval

#include "desk/grouping.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <unordered_map>

#include "text/normalise.h"
#include "text/stem.h"
#include "text/stop_words.h"

namespace faqbot::desk {
namespace {

// Above it two wordings share most of what they say; chosen by reading groups of real questions: lower and
// "hours" joins "opening hours of the pool", higher and a typo stands alone.
constexpr double kAlike = 0.55;

constexpr double kFewWordings = 100.0;

using Weights = std::map<std::string, double>;

// Stop words count where nothing else was said.
Weights stems_of(const std::string& wording) {
  const text::Utterance utterance = text::normalise(wording);
  Weights telling;
  Weights all;
  for (const std::string& word : utterance.words) {
    std::string stem = text::thread_stemmer()(word);
    if (!text::is_stop_word(word)) telling[stem] = 1.0;
    all[std::move(stem)] = 1.0;
  }
  return telling.empty() ? all : telling;
}

void weigh(std::vector<Weights>& wordings) {
  std::unordered_map<std::string, double> holding;
  for (const Weights& wording : wordings)
    for (const auto& [stem, weight] : wording) holding[stem] += 1.0;
  // The root keeps a word that one visitor alone used, a typo for example, from outweighing all the others;
  // a handful of wordings is weighed as if it stood among many.
  const double count = std::max(kFewWordings, static_cast<double>(wordings.size()));
  for (Weights& wording : wordings) {
    double square = 0.0;
    for (auto& [stem, weight] : wording) {
      weight = std::sqrt(std::log(1.0 + count / holding[stem]));
      square += weight * weight;
    }
    for (auto& [stem, weight] : wording) weight /= std::sqrt(square);
  }
}

class Leaders {
 public:
  // The group most alike, or nothing near enough.
  const std::size_t* nearest(const Weights& wording) {
    std::unordered_map<std::size_t, double> alike;
    for (const auto& [stem, weight] : wording)
      for (const auto& [group, theirs] : by_stem_[stem]) alike[group] += weight * theirs;
    double best = kAlike;
    const std::size_t* found = nullptr;
    for (const auto& [group, cosine] : alike) {
      const bool is_better = cosine > best || (cosine == best && (found == nullptr || group < *found));
      if (!is_better) continue;
      best = cosine;
      found_ = group;
      found = &found_;
    }
    return found;
  }

  void add(std::size_t group, const Weights& leader) {
    for (const auto& [stem, weight] : leader) by_stem_[stem].emplace_back(group, weight);
  }

 private:
  std::unordered_map<std::string, std::vector<std::pair<std::size_t, double>>> by_stem_;
  std::size_t found_ = 0;
};

}  // namespace

std::vector<Group> grouped(std::span<const Asked> asked) {
  std::vector<Weights> wordings;
  wordings.reserve(asked.size());
  for (const Asked& one : asked) wordings.push_back(stems_of(one.wording));
  weigh(wordings);
  std::vector<std::size_t> order(asked.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order,
                           [&](std::size_t a, std::size_t b) { return asked[a].times > asked[b].times; });
  std::vector<Group> groups;
  Leaders leaders;
  for (const std::size_t at : order) {
    const std::size_t* near = leaders.nearest(wordings[at]);
    if (near == nullptr) {
      leaders.add(groups.size(), wordings[at]);
      groups.emplace_back();
    }
    Group& group = near == nullptr ? groups.back() : groups[*near];
    group.members.push_back(at);
    group.times += asked[at].times;
  }
  std::ranges::stable_sort(groups, [](const Group& a, const Group& b) { return a.times > b.times; });
  return groups;
}

}  // namespace faqbot::desk

#include "eval/wordings_review.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "engine/reader.h"
#include "match/rehearsal.h"
#include "match/topic_ranker.h"

namespace faqbot::eval {
namespace {

using knowledge::Problem;
using knowledge::Topic;

constexpr std::size_t kShown = 3;  // examples in one warning

std::string in_quotes(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

class Review {
 public:
  Review(const knowledge::Knowledge& knowledge, const ReviewOptions& options)
      : knowledge_(knowledge), options_(options), reader_(knowledge, lessons_) {
    set_ = match::labelled(lessons_->topics, knowledge.topics.size(), topic_of_label_);
    number_wordings();
  }

  std::vector<Problem> run() {
    for (std::uint32_t label = 0; label < set_.topics; ++label) {
      few(label);
      uniform(label);
    }
    rehearse();
    std::ranges::stable_sort(problems_, {}, [](const Problem& problem) {
      return std::pair(problem.place.file, problem.place.line);
    });
    return std::move(problems_);
  }

 private:
  // Which wording each example of the set is: of each topic its title, then its questions.
  void number_wordings() {
    examples_of_.resize(set_.labels);
    for (std::uint32_t i = 0; i < set_.examples.size(); ++i) {
      wording_.push_back(static_cast<std::uint32_t>(examples_of_[set_.labels_of[i]].size()));
      examples_of_[set_.labels_of[i]].push_back(i);
    }
  }

  const Topic& topic(std::uint32_t label) const { return knowledge_.topics[topic_of_label_[label]]; }

  knowledge::Wording wording(std::uint32_t example) const {
    const Topic& of = topic(set_.labels_of[example]);
    const std::uint32_t number = wording_[example];
    return number == 0 ? knowledge::Wording{of.title, 0} : of.questions[number - 1];
  }

  const learn::SparseVector& vector(std::uint32_t example) const {
    return lessons_->corpus.features[set_.examples[example]].vector;
  }

  void warn(const Topic& of, int line, std::string what) {
    problems_.push_back({{of.file, line}, std::move(what), Problem::Severity::kWarning});
  }

  void few(std::uint32_t label) {
    const Topic& of = topic(label);
    if (of.questions.size() >= options_.fewest) return;
    warn(of, 0,
         "has " + std::to_string(of.questions.size()) + " example questions; write " +
             std::to_string(options_.fewest) + " or more, as different people would ask");
  }

  // The mean cosine of a topic's questions to each other, from the length of their sum.
  void uniform(std::uint32_t label) {
    const auto& examples = examples_of_[label];
    if (examples.size() < options_.fewest) return;
    std::map<std::uint32_t, double> sum;
    for (const std::uint32_t example : examples)
      for (const learn::Entry& entry : vector(example)) sum[entry.feature] += entry.value;
    double squares = 0;
    for (const auto& [feature, value] : sum) squares += value * value;
    const auto n = static_cast<double>(examples.size());
    const double likeness = (squares - n) / (n * (n - 1.0));
    if (likeness < options_.uniform) return;
    warn(topic(label), 0,
         "its example questions are much alike (" + percent(likeness) +
             "); write some that share no telling word with the title");
  }

  static std::string percent(double share) {
    return std::to_string(static_cast<int>(std::lround(100.0 * share))) + "%";
  }

  void rehearse() {
    std::vector<learn::SparseView> vectors;
    for (std::uint32_t i = 0; i < set_.examples.size(); ++i) vectors.emplace_back(vector(i));
    const learn::Corpus& corpus = lessons_->corpus;
    const match::Neighbours neighbours(vectors, set_.labels_of, set_.labels,
                                       static_cast<std::uint32_t>(corpus.space->words()));
    match::MatcherOptions options;
    options.folds = options.folds_beside_strangers = {options_.folds, 0};
    options.rehearsed = set_.examples.size();
    options.linear.threads = 2;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> confused;
    for (const match::Rehearsed& one : match::rehearse(set_, corpus, vectors, neighbours, {}, options)) {
      const std::uint32_t own = set_.labels_of[one.example];
      if (own >= set_.topics) continue;
      for (const match::Candidate& candidate : one.candidates)
        if (candidate.label != own && candidate.label < set_.topics)
          same(one.example, candidate.closeness.example);
      const std::uint32_t first = one.candidates.front().label;
      if (first != own && first < set_.topics) confused[{own, first}].push_back(one.example);
    }
    for (const auto& [pair, examples] : confused) warn_of_confusion(pair.first, pair.second, examples);
  }

  // 0..1, of all that two examples hold.
  double likeness(std::uint32_t one, std::uint32_t other) const {
    double sum = 0;
    const learn::SparseVector& there = vector(other);
    auto at = there.begin();
    for (const learn::Entry& entry : vector(one)) {
      while (at != there.end() && at->feature < entry.feature) ++at;
      if (at != there.end() && at->feature == entry.feature)
        sum += static_cast<double>(entry.value) * static_cast<double>(at->value);
    }
    return sum;
  }

  // Told once for each pair, at the later of the two.
  void same(std::uint32_t example, std::uint32_t other) {
    if (other > example || likeness(example, other) < options_.same) return;
    const knowledge::Wording here = wording(example);
    const knowledge::Wording there = wording(other);
    const Topic& of_other = topic(set_.labels_of[other]);
    warn(topic(set_.labels_of[example]), here.line,
         in_quotes(here.text) + " is nearly the same as " + in_quotes(there.text) + " (" + of_other.file +
             ":" + std::to_string(there.line) +
             "); keep it in the topic that answers it, reword or remove the other");
  }

  void warn_of_confusion(std::uint32_t own, std::uint32_t other, const std::vector<std::uint32_t>& examples) {
    const auto all = static_cast<double>(examples_of_[own].size());
    if (examples.size() < options_.confused ||
        static_cast<double>(examples.size()) < options_.confused_share * all)
      return;
    std::string shown;
    for (std::size_t i = 0; i < std::min(kShown, examples.size()); ++i)
      shown += (i == 0 ? "" : ", ") + in_quotes(wording(examples[i]).text);
    warn(topic(own), wording(examples.front()).line,
         std::to_string(examples.size()) + " of " + std::to_string(examples_of_[own].size()) +
             " questions are taken for " + topic(other).id + " where they have not been learnt, as " + shown +
             "; move those that " + topic(other).id +
             " answers there, add wordings that only this topic has, or make one topic of the two");
  }

  const knowledge::Knowledge& knowledge_;
  const ReviewOptions& options_;
  std::optional<Lessons> lessons_;
  Reader reader_;
  match::TrainingSet set_;
  std::vector<std::uint32_t> topic_of_label_;
  std::vector<std::vector<std::uint32_t>> examples_of_;  // by label
  std::vector<std::uint32_t> wording_;                   // of each example
  std::vector<Problem> problems_;
};

}  // namespace

std::vector<Problem> review_wordings(const knowledge::Knowledge& knowledge, const ReviewOptions& options) {
  return Review(knowledge, options).run();
}

}  // namespace faqbot::eval

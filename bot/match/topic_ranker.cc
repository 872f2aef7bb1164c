#include "match/topic_ranker.h"

#include <algorithm>
#include <optional>

#include "text/stop_words.h"

namespace faqbot::match {
namespace {

// A hand-written pattern is an author's word: as sure as the most like example.
constexpr double kPatternConfidence = 0.97;
// A topic that the message denies was spoken of from this probability on.
constexpr double kMeant = 0.2;

}  // namespace

TrainingSet labelled(const TopicTraining& training, std::size_t topics,
                     std::vector<std::uint32_t>& topic_of_label) {
  std::vector<std::optional<std::uint32_t>> label_of(topics);
  TrainingSet set;
  bool background = false;
  for (const std::uint32_t topic : training.topics_of) {
    if (topic >= topics) {
      background = true;
    } else if (!label_of[topic]) {
      label_of[topic] = static_cast<std::uint32_t>(topic_of_label.size());
      topic_of_label.push_back(topic);
    }
  }
  set.topics = topic_of_label.size();
  set.labels = set.topics + (background ? 1 : 0);
  for (std::size_t i = 0; i < training.texts.size(); ++i) {
    const std::uint32_t topic = training.topics_of[i];
    set.examples.push_back(training.texts[i]);
    set.labels_of.push_back(topic < topics ? *label_of[topic] : static_cast<std::uint32_t>(set.topics));
  }
  if (!training.answers.empty())
    for (const std::uint32_t topic : topic_of_label)
      set.answers.push_back(learn::FeatureSpace::stems_of(training.answers[topic]));
  return set;
}

TopicRanker::TopicRanker(const knowledge::Knowledge& knowledge, const TopicTraining& training,
                         const learn::Corpus& corpus, const MatcherOptions& options)
    : handwritten_(options.parts.handwritten) {
  for (const knowledge::Topic& topic : knowledge.topics) {
    const auto number = static_cast<std::uint32_t>(ids_.size());
    ids_.push_back(topic.id);
    for (const knowledge::Wording& written : topic.patterns)
      if (auto pattern = text::Pattern::make(written.text))
        patterns_.push_back({number, std::move(*pattern)});
    for (const knowledge::Wording& written : topic.never)
      vetoes_.push_back({number, ' ' + text::normalise(written.text).joined() + ' '});
  }
  std::vector<OwnQuestion> questions;
  for (std::size_t i = 0; i < training.texts.size(); ++i)
    if (training.topics_of[i] < ids_.size())
      questions.push_back({training.topics_of[i], &corpus.texts[training.texts[i]]});
  denials_ = Denials(questions);
  const TrainingSet set = labelled(training, knowledge.topics.size(), topic_of_label_);
  first_example_.assign(ids_.size(), 0);
  for (std::size_t i = training.topics_of.size(); i-- > 0;)
    if (training.topics_of[i] < ids_.size())
      first_example_[training.topics_of[i]] = static_cast<std::uint32_t>(i);
  matcher_ = Matcher::train(set, corpus, options);
}

double TopicRanker::margin(std::string_view topic, const learn::Features& features) const {
  const std::vector<float> margins = matcher_.margins(features);
  for (std::size_t label = 0; label < topic_of_label_.size(); ++label)
    if (ids_[topic_of_label_[label]] == topic) return margins[label];
  return 0.0;
}

Ranking TopicRanker::rank(const text::Utterance& utterance, const learn::Features& features) const {
  Ranking ranking;
  ranking.telling_words = text::telling_words(utterance);
  ranking.words = utterance.words.size();
  const Match match = matcher_.match(features);
  ranking.belongs = match.belongs;
  ranking.known_share = match.known_share;
  const std::string plain = ' ' + utterance.joined() + ' ';
  const std::string denied = denied_verb(utterance);
  const auto is_denied = [&](std::uint32_t topic) {
    return handwritten_ && !denied.empty() && denials_.denies(topic, denied);
  };
  const auto vetoed = [&](std::uint32_t topic) {
    if (!handwritten_) return false;
    if (is_denied(topic)) return true;
    for (auto veto = std::ranges::lower_bound(vetoes_, topic, {}, &Veto::topic);
         veto != vetoes_.end() && veto->topic == topic; ++veto)
      if (plain.find(veto->phrase) != std::string::npos) return true;
    return false;
  };
  for (const Candidate& candidate : match.candidates) {
    const std::uint32_t topic = topic_of_label_[candidate.label];
    if (is_denied(topic) && candidate.confidence >= kMeant) ranking.denied.push_back(ids_[topic]);
    if (vetoed(topic)) continue;
    const std::uint32_t example = candidate.closeness.example;
    const std::uint32_t first = first_example_[topic];
    ranking.topics.push_back({ids_[topic], candidate.confidence, candidate.closeness.nearest,
                              example >= first ? example - first : 0});
  }
  for (const Handwritten& written : patterns_) {
    if (!handwritten_ || !written.pattern.matches(plain) || vetoed(written.topic)) continue;
    const auto known = std::ranges::find(ranking.topics, ids_[written.topic], &RankedTopic::topic);
    ranking.belongs = std::max(ranking.belongs, kPatternConfidence);
    if (known == ranking.topics.end()) {
      ranking.topics.push_back({ids_[written.topic], kPatternConfidence, 0.0});
    } else {
      known->confidence = std::max(known->confidence, kPatternConfidence);
    }
  }
  std::ranges::stable_sort(ranking.topics, std::greater{}, &RankedTopic::confidence);
  return ranking;
}

}  // namespace faqbot::match

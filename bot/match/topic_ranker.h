// The knowledge's topics, ranked for one message.
//
// The trained matcher's ranking, then what authors decided by hand: a topic's
// `patterns` raise it, its `never` wordings take it out, and so does a visitor
// who says that he does not want it.
//
// Thread safety: immutable once built.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/ranking.h"
#include "knowledge/knowledge.h"
#include "learn/corpus.h"
#include "match/denials.h"
#include "match/matcher.h"
#include "text/normalise.h"
#include "text/pattern.h"

namespace faqbot::match {

// What the ranker learns from, as numbers of texts in the corpus: of each topic its title, then its
// questions.
struct TopicTraining {
  std::vector<std::uint32_t> texts;
  std::vector<std::uint32_t>
      topics_of;  // of each text: place in Knowledge::topics; their number for off-topic
  std::vector<text::Utterance> answers;  // by place in Knowledge::topics; empty: they are not heard
};

// Labels are the topics that have examples, numbered without gaps; what is no topic comes last, where there
// are examples of it. `topic_of_label` takes the topic of each label.
TrainingSet labelled(const TopicTraining& training, std::size_t topics,
                     std::vector<std::uint32_t>& topic_of_label);

class TopicRanker {
 public:
  TopicRanker(const knowledge::Knowledge& knowledge, const TopicTraining& training,
              const learn::Corpus& corpus, const MatcherOptions& options = {});

  // The linear classifier's margin of a topic, 0 for one that nothing was learnt about: for explanations.
  double margin(std::string_view topic, const learn::Features& features) const;

  // `utterance` as typed, before synonyms: what authors' wordings are compared with.
  Ranking rank(const text::Utterance& utterance, const learn::Features& features) const;

 private:
  struct Handwritten {
    std::uint32_t topic;
    text::Pattern pattern;
  };
  struct Veto {
    std::uint32_t topic;
    std::string phrase;  // " do not cancel ", normalised
  };
  std::vector<std::string> ids_;
  std::vector<std::uint32_t> topic_of_label_;
  std::vector<std::uint32_t> first_example_;  // of each topic, its number in the training
  std::vector<Handwritten> patterns_;
  std::vector<Veto> vetoes_;  // topics ascending
  Denials denials_;
  bool handwritten_;
  Matcher matcher_;
};

}  // namespace faqbot::match

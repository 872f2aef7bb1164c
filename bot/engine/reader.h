// A message as the stages need it: typed, understood, and as features.
//
// Thread safety: immutable once built.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "knowledge/knowledge.h"
#include "learn/corpus.h"
#include "match/topic_ranker.h"
#include "safety/screen.h"
#include "text/lexicon.h"
#include "text/normalise.h"
#include "text/spelling.h"

namespace faqbot {

struct Reading {
  std::string plain;           // for hand-written safety rules
  text::Utterance typed;       // normalised
  text::Utterance understood;  // spelling repaired, synonyms read as one word
  learn::Features features;    // of what was understood
};

// Every text of the knowledge, and what it teaches whom. Needed while training alone.
struct Lessons {
  learn::Corpus corpus;
  match::TopicTraining topics;
  safety::ScreenTraining safety;
};

struct ReaderOptions {
  learn::FeatureOptions features;
  bool spelling = true;  // unknown words are repaired
};

// Learns the vocabulary of a whole knowledge folder, and reads messages with it.
class Reader {
 public:
  // `lessons` takes what the other stages train on.
  Reader(const knowledge::Knowledge& knowledge, std::optional<Lessons>& lessons,
         const ReaderOptions& options = {});

  Reading read(std::string_view message) const;

  // Of words that were understood already.
  learn::Features features(const text::Utterance& understood) const { return space_->features(understood); }

 private:
  text::Lexicon lexicon_;
  text::Spelling spelling_;
  std::shared_ptr<const learn::FeatureSpace> space_;
};

}  // namespace faqbot

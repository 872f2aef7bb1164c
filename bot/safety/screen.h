// May this message be answered at all, or must help come first?
//
// Two screens look at every message. The rules (rules.h) catch what is said
// plainly, with a reason that an editor can read. A linear classifier, trained on
// the examples and look-alikes in knowledge/safety and on every ordinary question
// of the knowledge base, catches what is said sideways. Either one is enough,
// unless the classifier is sure that a rule has mistaken the message: "I could
// murder a burger", "the cardiac arrest in last night's film".
//
// The classifier sees a message's words and letters (learn/features.h), as the
// matcher does, and the kinds of its words, singly and in pairs (kinds.h): no
// two people say a frightening thing in the same words, but what they name is
// a place, a loss, an onset. In cross-validation over the examples, at one false
// alarm in 500 ordinary questions, the kinds hear a fifth of what goes unheard
// without them. What is denied ("not hot, not red") is a kind, too. To the margins comes how usual each word
// is in a level's examples (word_odds.h).
//
// What a miss costs against a false alarm: a miss can cost a life, a false alarm
// a worried minute and the trust of somebody who asked about parking. With one
// message in a thousand being an emergency, stopping some three ordinary ones in a
// thousand (ScreenOptions::false_alarms) means that three in four alarms are
// false: three worried minutes are the price of one person who is sent to help.
// tests/bench/README.md has what it hears at that price. The bar is set on
// ordinary questions that a rehearsal held back, without look-alikes: these were
// written to be mistaken and teach where the border runs, but they are far more
// frequent in the folder than in what people send.
//
// Thread safety: immutable once trained.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"
#include "learn/corpus.h"
#include "learn/linear.h"
#include "safety/kinds.h"
#include "safety/rules.h"
#include "safety/word_odds.h"
#include "text/normalise.h"

namespace faqbot::safety {

struct ScreenOptions {
  learn::LinearOptions linear{.cost = 2.0};  // examples are few and dear: rather by heart than blurred
  float kinds_share = 0.3F;  // squared length of the kinds beside words and letters, which have 1
  float odds_share = 0.3F;   // of a word's log odds in a level's margin
  // Share of ordinary questions (look-alikes counted as a hundred thousand others are not) that may raise
  // a false alarm: lower misses hints, higher frightens people.
  double false_alarms = 0.0035;
  float surer_of_little = 0.5F;  // how much higher the bar is for a message of hardly a telling word
  // A margin below minus this calls a rule's alarm off.
  float surely_harmless = 0.7F;
  std::size_t folds = 5;         // one in so many texts is held out in turn,
  std::size_t rehearsed = 2000;  // until so many ordinary ones were
};

// The texts of the corpus by what they teach.
struct ScreenTraining {
  std::vector<std::vector<text::Utterance>>
      kinds;                             // the phrases of each kind of words, as the corpus has texts
  std::vector<std::uint32_t> texts;      // numbers in the corpus
  std::vector<std::uint32_t> levels_of;  // of each text; levels() where it is harmless
  std::vector<char> lookalike;           // of each text: written to be mistaken
};

struct Alarm {
  std::string topic;    // "safety/emergency"
  std::string reason;   // the rule's name, or what the classifier saw, for editors
  double weight = 0.0;  // margin over the bar; rules count as 1
};

class Screen {
 public:
  // `rules`: of the same Safety.
  Screen(Rules rules, const knowledge::Safety& safety, const ScreenTraining& training,
         const learn::Corpus& corpus, const ScreenOptions& options = {});

  // The alarms that the message raises, most pressing first; empty for nearly all messages.
  // `plain`: text::plain_words() of it; `understood`: its words as the corpus has them; `features`: of these.
  std::vector<Alarm> check(std::string_view plain, const text::Utterance& understood,
                           const learn::Features& features) const;

 private:
  // Words and letters, and behind them the kinds.
  learn::SparseVector vector_of(const learn::SparseVector& words, std::span<const std::uint32_t> kinds) const;

  ScreenOptions options_;
  Rules rules_;
  Kinds kinds_;
  std::uint32_t words_ = 0;          // features of the corpus' space
  std::vector<float> rarity_;        // of each kind and pair of kinds; 0 where the examples have too few
  std::vector<std::string> topics_;  // of the levels
  learn::LinearModel linear_;
  WordOdds odds_;
  float bar_ = 0.0F;
};

}  // namespace faqbot::safety

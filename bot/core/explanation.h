// Why a message was understood as it was, for those who tend the knowledge.
//
// Thread safety: value types.
#pragma once

#include <string>
#include <vector>

namespace faqbot {

struct WordPull {
  std::string word;
  double margin = 0.0;  // what the topic's margin would lose without the word; below 0 it speaks against it
};

struct TopicEvidence {
  std::string topic;
  double alone = 0.0;           // probability, 0..1, from the message by itself
  double in_talk = 0.0;         // probability, 0..1, after what was said before
  std::string nearest;          // the example question most like the message; empty where none is near
  double likeness = 0.0;        // 0..1, how like it is
  std::vector<WordPull> words;  // the strongest first
};

struct Explanation {
  std::vector<TopicEvidence> topics;  // most likely first; few
  double belongs = 0.0;               // probability, 0..1, that it is the clinic's business at all
  double known_share = 0.0;           // 0..1, share of the message's weight on words that the knowledge holds
  std::string understood;             // the message as the matcher read it
};

}  // namespace faqbot

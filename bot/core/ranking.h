// What the matcher hands to the decision: topics with their probabilities.
//
// Thread safety: value types.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace faqbot {

struct RankedTopic {
  std::string topic;
  double confidence = 0.0;    // probability, 0..1, that this is what was meant
  double likeness = 0.0;      // 0..1, how like the nearest example question
  std::uint32_t nearest = 0;  // which one that is: 0 the topic's title, n the n-th of its questions
};

struct Ranking {
  std::vector<RankedTopic> topics;  // most likely first; few
  double belongs = 0.0;             // probability that the message is the clinic's business at all
  double known_share = 0.0;         // 0..1, share of the message's weight on words that the knowledge holds
  std::size_t telling_words = 0;    // words that are no stop words
  std::size_t words = 0;            // in all
  std::vector<std::string> denied;  // topics left out because the message says that it does not want them
};

}  // namespace faqbot

// Messages of many kinds, for properties that hold whatever is asked.
#pragma once

#include <string>
#include <vector>

#include "unit/support/real_engine.h"

namespace faqbot::tests {

inline std::vector<std::string> own_sentences() {
  return {
      "does it hurt",
      "is the treatment very painful for somebody who bruises easily",
      "how long is one appointment",
      "do you open on saturdays",
      "i would like to cancel tomorrow",
      "i don't want to cancel, i want to move it",
      "what's fascia",
      "can i bring my mum",
      "which is better, ice or heat",
      "my knee clicks when i go downstairs",
      "the café next door, is it yours",
      "a naïve question: what is a trigger point",
      "façade pain, sorry, fascia pain",
      "my fiancée slept badly, can you help her neck",
      "über sore after the gym",
      "is there a résumé of my sessions",
      "who won the match last night",
      "tell me a joke",
      "book me a flight to lisbon",
      "hello",
      "thanks a lot",
      "bye for now",
      "what",
      "pain",
      "massage",
      "is it",
      "numb between my legs and i cannot wee",
      "my chest feels crushed and my arm tingles",
      "i do not want to live any more",
      "no numbness, just a stiff back",
      "this traffic is killing me",
      "can you read my mri",
      "should i take ibuprofen before i come",
      "what do i have",
      "u do pilates for beginners?",
      "how much does it cost n do u take cards",
      "where do i park. also what do i wear?",
      "qzx vwk plmk",
      "12345",
      "3.30 or 4 pm",
  };
}

// The sentences above and one example question of every second topic.
inline std::vector<std::string> many_sentences() {
  std::vector<std::string> all = own_sentences();
  const auto& topics = real_knowledge()->topics;
  for (std::size_t i = 0; i < topics.size(); i += 2)
    if (!topics[i].questions.empty()) all.push_back(topics[i].questions[i % topics[i].questions.size()].text);
  return all;
}

}  // namespace faqbot::tests

// A knowledge of eight topics, built in memory, for engines that train in a blink.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "knowledge/knowledge.h"

namespace faqbot::tests {

class KnowledgeBuilder {
 public:
  KnowledgeBuilder() {
    knowledge_.version = "0123456789abcdef";
    knowledge_.clinic.name = "Test Clinic";
  }

  KnowledgeBuilder& topic(std::string_view id, std::string_view title,
                          const std::vector<std::string>& questions) {
    knowledge::Topic topic;
    topic.id = id;
    topic.title = title;
    for (const std::string& question : questions) topic.questions.push_back({question, 0});
    topic.body = "Answer of " + topic.id + ".\n\nMore of it.";
    topic.reviewed = "2026-11-22";
    knowledge_.topics.push_back(std::move(topic));
    return *this;
  }

  // The following change a topic that is there already.
  KnowledgeBuilder& question(std::string_view id, std::string_view wording) {
    edit(id).questions.push_back({std::string(wording), 0});
    return *this;
  }
  KnowledgeBuilder& pattern(std::string_view id, std::string_view expression) {
    edit(id).patterns.push_back({std::string(expression), 0});
    return *this;
  }
  KnowledgeBuilder& never(std::string_view id, std::string_view wording) {
    edit(id).never.push_back({std::string(wording), 0});
    return *this;
  }
  KnowledgeBuilder& see_also(std::string_view id, std::vector<std::string> others) {
    edit(id).see_also = std::move(others);
    return *this;
  }

  KnowledgeBuilder& synonym(std::string_view word, std::vector<std::string> variants) {
    knowledge_.synonyms.push_back({std::string(word), std::move(variants)});
    return *this;
  }
  KnowledgeBuilder& off_topic(std::string_view message) {
    knowledge_.off_topic.push_back({std::string(message), 0});
    return *this;
  }
  KnowledgeBuilder& partner(knowledge::Partner partner) {
    knowledge_.partners.push_back(std::move(partner));
    return *this;
  }
  KnowledgeBuilder& safety(knowledge::Safety safety) {
    knowledge_.safety = std::move(safety);
    return *this;
  }

  std::shared_ptr<const knowledge::Knowledge> build() const {
    auto built = std::make_shared<knowledge::Knowledge>(knowledge_);
    std::ranges::sort(built->topics, {}, &knowledge::Topic::id);
    for (std::size_t i = 0; i < built->topics.size(); ++i) built->index.emplace(built->topics[i].id, i);
    return built;
  }

 private:
  knowledge::Topic& edit(std::string_view id) {
    return *std::ranges::find(knowledge_.topics, id, &knowledge::Topic::id);
  }

  knowledge::Knowledge knowledge_;
};

// Eight topics of a clinic, and what is none of its business.
inline KnowledgeBuilder small_knowledge() {
  KnowledgeBuilder builder;
  builder
      .topic("clinic/cancel", "How do I cancel an appointment?",
             {"cancel my appointment", "i need to cancel", "can i cancel a booking", "call off my visit",
              "please cancel tomorrow's appointment", "what if i have to cancel"})
      .topic("clinic/hours", "When are you open?",
             {"opening hours", "are you open on sunday", "what time do you close",
              "are you open in the evening", "which days are you open", "how late are you open"})
      .topic("clinic/parking", "Is there parking?",
             {"where can i park", "is there a car park", "parking near you", "can i leave my car outside",
              "do you have parking spaces", "is parking free"})
      .topic("clinic/prices", "What does it cost?",
             {"how much is a session", "what are your prices", "what do you charge", "is it expensive",
              "cost of a session", "how much money do i need"})
      .topic("mfr/does-it-hurt", "Does the treatment hurt?",
             {"does it hurt", "is myofascial release painful", "will the treatment hurt me",
              "how painful is it", "is it sore during the treatment", "i am afraid of pain"})
      .topic("mfr/session-length", "How long does a session take?",
             {"how long is a session", "how many minutes does it take", "duration of a treatment",
              "length of one session", "how long will i be there", "is it an hour long"})
      .topic("mfr/vs-swedish", "How does it differ from Swedish massage?",
             {"difference to swedish massage", "is it like a swedish massage",
              "swedish massage or myofascial release", "why not swedish massage", "is it a relaxing massage",
              "same as a spa massage"})
      .topic("mfr/what-is", "What is myofascial release?",
             {"what is myofascial release", "explain myofascial release", "what does mfr mean",
              "tell me about mfr", "what kind of therapy is it", "define myofascial release"})
      .synonym("myofascial release", {"mfr"})
      .off_topic("what is the weather like")
      .off_topic("who won the football")
      .off_topic("tell me a joke")
      .off_topic("book a flight to rome")
      .off_topic("how do i bake bread")
      .off_topic("translate this into german");
  return builder;
}

}  // namespace faqbot::tests

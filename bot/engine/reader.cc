#include "engine/reader.h"

#include <future>

#include "knowledge/render.h"
#include "learn/halves.h"

namespace faqbot {
namespace {

// Safety topics are reached through the screen alone, never by likeness of topics.
bool is_safety(const knowledge::Topic& topic) {
  return topic.id.starts_with("safety/");
}

}  // namespace

Reader::Reader(const knowledge::Knowledge& knowledge, std::optional<Lessons>& lessons,
               const ReaderOptions& options) {
  match::TopicTraining topics;
  safety::ScreenTraining safety;
  for (const knowledge::Synonym& synonym : knowledge.synonyms)
    for (const std::string& variant : synonym.variants) lexicon_.add(variant, synonym.word);

  for (const knowledge::WordKind& kind : knowledge.safety.kinds) {
    auto& phrases = safety.kinds.emplace_back();
    for (const knowledge::Wording& word : kind.words)
      phrases.push_back(lexicon_.apply(text::normalise(word.text)));
  }

  std::vector<std::string_view> messages;
  const auto learn = [&](std::string_view message) {
    messages.push_back(message);
    return static_cast<std::uint32_t>(messages.size() - 1);
  };
  const auto harmless = static_cast<std::uint32_t>(knowledge.safety.levels.size());
  const auto teach_safety = [&](std::uint32_t text, std::uint32_t level, bool lookalike) {
    safety.texts.push_back(text);
    safety.levels_of.push_back(level);
    safety.lookalike.push_back(lookalike ? 1 : 0);
  };
  for (std::uint32_t level = 0; level < harmless; ++level) {
    const knowledge::SafetyLevel& written = knowledge.safety.levels[level];
    for (const auto& example : written.examples) teach_safety(learn(example.text), level, false);
    for (const auto& lookalike : written.lookalikes) teach_safety(learn(lookalike.text), harmless, true);
    if (const knowledge::Topic* topic = knowledge.find(written.topic))
      for (const auto& question : topic->questions) teach_safety(learn(question.text), level, false);
  }
  for (std::uint32_t topic = 0; topic < knowledge.topics.size(); ++topic) {
    const knowledge::Topic& written = knowledge.topics[topic];
    if (is_safety(written)) continue;
    const auto teach = [&](std::string_view question) {
      const std::uint32_t text = learn(question);
      topics.texts.push_back(text);
      topics.topics_of.push_back(topic);
      teach_safety(text, harmless, false);
    };
    teach(written.title);
    for (const auto& question : written.questions) teach(question.text);
  }
  for (const auto& message : knowledge.off_topic) {
    const std::uint32_t text = learn(message.text);
    topics.texts.push_back(text);
    topics.topics_of.push_back(static_cast<std::uint32_t>(knowledge.topics.size()));
    teach_safety(text, harmless, false);
  }
  std::vector<text::Utterance> typed(messages.size());
  std::vector<text::Utterance> understood(messages.size());
  learn::in_halves(messages.size(), [&](std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
      typed[i] = text::normalise(messages[i]);
      understood[i] = lexicon_.apply(typed[i]);
    }
  });
  topics.answers.resize(knowledge.topics.size());
  learn::in_halves(knowledge.topics.size(), [&](std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
      const knowledge::Topic& topic = knowledge.topics[i];
      topics.answers[i] =
          lexicon_.apply(text::normalise(topic.title + ". " + knowledge::plain_text(topic.body)));
    }
  });
  auto spelling = std::async(std::launch::async, [&] { return text::Spelling(typed); });
  lessons.emplace(
      Lessons{learn::Corpus(std::move(understood), options.features), std::move(topics), std::move(safety)});
  if (options.spelling) spelling_ = spelling.get();
  space_ = lessons->corpus.space;
}

Reading Reader::read(std::string_view message) const {
  Reading reading;
  reading.plain = text::plain_words(message);
  reading.typed = text::normalise(message);
  spelling_.repair(reading.typed);
  reading.understood = lexicon_.apply(reading.typed);
  reading.features = space_->features(reading.understood);
  return reading;
}

}  // namespace faqbot

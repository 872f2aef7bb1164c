#include "match/matcher.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "unit/support/small_knowledge.h"

namespace faqbot::match {
namespace {

// The small knowledge's questions by topic; with a background, what is off topic as the last label.
struct Lesson {
  TrainingSet set;
  std::unique_ptr<learn::Corpus> corpus;
};

Lesson lesson(bool with_background) {
  const auto knowledge = tests::small_knowledge().build();
  Lesson made;
  std::vector<text::Utterance> texts;
  const auto teach = [&](std::string_view question, std::uint32_t label) {
    made.set.examples.push_back(static_cast<std::uint32_t>(texts.size()));
    made.set.labels_of.push_back(label);
    texts.push_back(text::normalise(question));
  };
  made.set.labels = made.set.topics = knowledge->topics.size();
  for (std::uint32_t t = 0; t < knowledge->topics.size(); ++t)
    for (const auto& question : knowledge->topics[t].questions) teach(question.text, t);
  if (with_background) {
    for (const auto& message : knowledge->off_topic)
      teach(message.text, static_cast<std::uint32_t>(made.set.topics));
    ++made.set.labels;
  }
  made.corpus = std::make_unique<learn::Corpus>(std::move(texts));
  return made;
}

struct Trained {
  Lesson lesson;
  Matcher matcher;

  Match match(std::string_view message) const {
    return matcher.match(lesson.corpus->space->features(text::normalise(message)));
  }
};

const Trained& trained() {
  static const Trained made = [] {
    Lesson taught = lesson(true);
    Matcher matcher = Matcher::train(taught.set, *taught.corpus);
    return Trained{std::move(taught), std::move(matcher)};
  }();
  return made;
}

TEST_CASE("matcher: every question that it was taught finds its own topic") {
  const Lesson& taught = trained().lesson;
  for (std::size_t i = 0; i < taught.set.examples.size(); ++i) {
    if (taught.set.labels_of[i] >= taught.set.topics) continue;
    const text::Utterance& question = taught.corpus->texts[taught.set.examples[i]];
    CAPTURE(question.joined());
    const Match match = trained().matcher.match(taught.corpus->features[taught.set.examples[i]]);
    REQUIRE_FALSE(match.candidates.empty());
    CHECK(match.candidates.front().label == taught.set.labels_of[i]);
  }
}

TEST_CASE("matcher: probabilities are probabilities, most likely first") {
  for (const std::string_view message :
       {"does it hurt", "how long is it", "park", "tell me a joke about parking", "what"}) {
    CAPTURE(message);
    const Match match = trained().match(message);
    double sum = 0;
    for (const Candidate& candidate : match.candidates) {
      CHECK(candidate.confidence >= 0.0);
      CHECK(candidate.confidence <= 1.0);
      sum += candidate.confidence;
    }
    CHECK(sum <= match.belongs + 1e-9);
    CHECK(match.belongs <= 1.0);
    CHECK(std::ranges::is_sorted(match.candidates, std::greater{}, &Candidate::confidence));
  }
}

TEST_CASE("matcher: the background is never a candidate") {
  for (const std::string_view message :
       {"tell me a joke", "what is the weather like", "who won the football"}) {
    CAPTURE(message);
    for (const Candidate& candidate : trained().match(message).candidates)
      CHECK(candidate.label < trained().lesson.set.topics);
  }
}

TEST_CASE("matcher: a question of the clinic's belongs more than a stranger's") {
  const double own = trained().match("is the treatment painful").belongs;
  for (const std::string_view message :
       {"tell me a joke", "quantum giraffes sing opera", "who won the football"}) {
    CAPTURE(message);
    CHECK(own > trained().match(message).belongs);
  }
}

TEST_CASE("matcher: what shares nothing with training matches nothing") {
  const Match match = trained().match("\xE6\x8C\x89\xE6\x91\xA9");
  CHECK(match.candidates.empty());
  CHECK(match.belongs == 0.0);
  CHECK(trained().match("").candidates.empty());
}

TEST_CASE("matcher: strangers' words lower the known share") {
  CHECK(trained().match("does it hurt").known_share == doctest::Approx(1.0));
  CHECK(trained().match("does it hurt giraffes").known_share < 1.0);
}

TEST_CASE("matcher: training twice gives the same matcher, whatever the threads") {
  const Lesson taught = lesson(true);
  MatcherOptions options;
  options.linear.threads = 1;
  const Matcher alone = Matcher::train(taught.set, *taught.corpus, options);
  options.linear.threads = 3;
  const Matcher together = Matcher::train(taught.set, *taught.corpus, options);
  for (const learn::Features& features : taught.corpus->features) {
    const Match a = alone.match(features);
    const Match b = together.match(features);
    REQUIRE(a.candidates.size() == b.candidates.size());
    CHECK(a.belongs == b.belongs);
    for (std::size_t i = 0; i < a.candidates.size(); ++i) {
      CHECK(a.candidates[i].label == b.candidates[i].label);
      CHECK(a.candidates[i].confidence == b.candidates[i].confidence);
    }
  }
}

TEST_CASE("matcher: trains without a background, too") {
  const Lesson taught = lesson(false);
  const Matcher matcher = Matcher::train(taught.set, *taught.corpus);
  for (std::size_t i = 0; i < taught.set.examples.size(); ++i) {
    const Match match = matcher.match(taught.corpus->features[i]);
    REQUIRE_FALSE(match.candidates.empty());
    CHECK(match.candidates.front().label == taught.set.labels_of[i]);
  }
}

TEST_CASE("matcher: the smallest sets train without harm") {
  for (const std::size_t labels : {1U, 2U}) {
    CAPTURE(labels);
    std::vector<text::Utterance> texts;
    TrainingSet set;
    set.labels = set.topics = labels;
    for (std::uint32_t label = 0; label < labels; ++label) {
      set.examples.push_back(label);
      set.labels_of.push_back(label);
      texts.push_back(text::normalise(label == 0 ? "does it hurt" : "where can i park"));
    }
    const learn::Corpus corpus(std::move(texts));
    const Matcher matcher = Matcher::train(set, corpus);
    const Match match = matcher.match(corpus.features.front());
    REQUIRE_FALSE(match.candidates.empty());
    CHECK(match.candidates.front().label == 0);
    CHECK(match.candidates.front().confidence >= 0.0);
    CHECK(match.candidates.front().confidence <= 1.0);
  }
}

TEST_CASE("matcher: where questions share no words, the topic whose answer speaks of the message is chosen") {
  const std::vector<std::vector<std::string>> kinds{
      {"mint", "sage", "dill", "basil", "thyme"},    {"hammer", "pliers", "saw", "chisel", "drill"},
      {"otter", "badger", "weasel", "hare", "vole"}, {"violin", "cello", "oboe", "harp", "flute"},
      {"apple", "plum", "quince", "cherry", "pear"}, {"copper", "zinc", "nickel", "lead", "iron"}};
  std::vector<text::Utterance> texts;
  TrainingSet set;
  set.labels = set.topics = kinds.size();
  for (std::uint32_t label = 0; label < kinds.size(); ++label) {
    std::string answer = "We have";
    for (const std::string& word : kinds[label]) answer += ' ' + word;
    set.answers.push_back(learn::FeatureSpace::stems_of(text::normalise(answer)));
    for (std::size_t i = 0; i + 1 < kinds[label].size(); ++i) {  // the last word stands in the answer alone
      set.examples.push_back(static_cast<std::uint32_t>(texts.size()));
      set.labels_of.push_back(label);
      texts.push_back(text::normalise("do you have any " + kinds[label][i]));
    }
  }
  const learn::Corpus corpus(std::move(texts));
  const Matcher matcher = Matcher::train(set, corpus);
  for (std::uint32_t label = 0; label < kinds.size(); ++label) {
    const Match match =
        matcher.match(corpus.space->features(text::normalise("do you have any " + kinds[label].back())));
    REQUIRE_FALSE(match.candidates.empty());
    CHECK(match.candidates.front().label == label);
  }
}

}  // namespace
}  // namespace faqbot::match

#include "dialogue/letter.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace faqbot::dialogue {
namespace {

// Says of each of these texts what stands beside it, and of every other nothing.
class Listener {
 public:
  using Said = std::vector<std::pair<std::string, double>>;

  explicit Listener(std::map<std::string, Said> texts) : texts_(std::move(texts)) {}

  Ranking operator()(std::string_view text) const {
    Ranking ranking;
    if (const auto at = texts_.find(std::string(text)); at != texts_.end())
      for (const auto& [topic, confidence] : at->second) ranking.topics.push_back({topic, confidence, 0.0});
    return ranking;
  }

 private:
  std::map<std::string, Said> texts_;
};

std::vector<std::string> topics_of(std::string_view letter, std::map<std::string, Listener::Said> texts) {
  std::vector<std::string> ids;
  for (const LetterQuestion& question : questions_of_letter(letter, Listener(std::move(texts))))
    if (!question.topic.empty()) ids.push_back(question.topic);
  return ids;
}

using Topics = std::vector<std::string>;

TEST_CASE("letter: what several questions only hint at is asked when they agree") {
  const std::string first = "Would a morning slot ever come free?";
  const std::string second = "Could somebody squeeze my mother in?";
  CHECK(topics_of(first + ' ' + second, {{first, {{"a/slots", 0.3}}}, {second, {{"a/slots", 0.3}}}}) ==
        Topics{"a/slots"});
  CHECK(topics_of(first + " Do you take a cheque or a card?",
                  {{first, {{"a/slots", 0.3}}}, {"Do you take a cheque or a card?", {{"a/pay", 0.9}}}}) ==
        Topics{"a/pay"});
}

TEST_CASE("letter: what is told without being asked is background unless it is clear") {
  const std::string told = "My neighbour swims in the cold lake every single morning.";
  const std::string asked = "Is parking free of charge?";
  const auto texts = [&](double clear) {
    return std::map<std::string, Listener::Said>{{told, {{"a/swim", clear}}}, {asked, {{"a/park", 0.9}}}};
  };
  CHECK(topics_of(told + ' ' + asked, texts(0.7)) == Topics{"a/park"});
  CHECK(topics_of(told + ' ' + asked, texts(0.95)) == Topics{"a/swim", "a/park"});
}

TEST_CASE("letter: a short remark tells nothing beside a question") {
  const std::string told = "I don't do anything different.";
  const std::string asked = "Is parking free of charge?";
  CHECK(topics_of(told + ' ' + asked, {{told, {{"a/swim", 0.95}}}, {asked, {{"a/park", 0.9}}}}) ==
        Topics{"a/park"});
}

TEST_CASE("letter: where nothing else is found, the likeliest thing that was told is what it is about") {
  const std::string told = "My elbow aches.";
  CHECK(topics_of(told, {{told, {{"a/elbow", 0.6}}}}) == Topics{"a/elbow"});
  CHECK(topics_of(told, {{told, {{"a/elbow", 0.3}}}}).empty());
}

TEST_CASE("letter: a wish counts like a question") {
  const std::string wish = "I need to move my visit to Friday.";
  CHECK(topics_of(wish + " Is parking free of charge?", {{wish, {{"a/move", 0.5}}}}) == Topics{"a/move"});
}

TEST_CASE("letter: a clause is heard in a long sentence that says nothing as a whole") {
  const std::string whole = "Could I still swim that evening or would resting the shoulder be wiser?";
  CHECK(topics_of(whole, {{whole, {{"a/sport", 0.3}}},
                          {"Could I still swim that evening", {{"a/sport", 0.9}}}}) == Topics{"a/sport"});
}

TEST_CASE("letter: a question that leans on the story is read behind its clearest part, not only the last") {
  const std::string story = "Migraines come twice a month.";
  const std::string aside = "The neighbour swears by it.";
  const std::string asked = "Is that something for you?";
  CHECK(topics_of(story + ' ' + aside + ' ' + asked, {{story, {{"a/head", 0.7}}},
                                                      {asked, {{"a/all", 0.5}}},
                                                      {story + ' ' + asked, {{"a/head", 0.9}}}}) ==
        Topics{"a/head"});
}

TEST_CASE("letter: a question that is announced as one matter more hardly leans on the story") {
  const std::string story = "Migraines come twice a month and nothing helps.";
  const std::string asked = "is it dear?";
  const std::map<std::string, Listener::Said> texts = {{asked, {{"a/price", 0.5}}},
                                                       {story + ' ' + asked, {{"a/head", 0.9}}}};
  CHECK(topics_of(story + " One last thing: " + asked, texts) == Topics{"a/price"});
  CHECK(topics_of(story + ' ' + asked, texts) == Topics{"a/head"});
}

TEST_CASE("letter: a part that asks what no topic answers is named, once it has words of its own") {
  const auto questions = questions_of_letter("Could you water my begonias? Would you?", Listener({}));
  REQUIRE(questions.size() == 1);
  CHECK(questions.front().text == "Could you water my begonias?");
  CHECK(questions.front().topic.empty());
}

TEST_CASE("letter: a topic comes once, with the part that says most of it, in the order of the letter") {
  const std::string first = "Is parking free of charge?";
  const std::string second = "Do you sell tea and biscuits?";
  const std::string third = "Might a large van park behind the house on Sunday mornings?";
  const auto questions = questions_of_letter(
      first + ' ' + second + ' ' + third,
      Listener({{first, {{"a/park", 0.6}}}, {second, {{"a/tea", 0.9}}}, {third, {{"a/park", 0.8}}}}));
  REQUIRE(questions.size() == 2);
  CHECK(questions[0].topic == "a/tea");
  CHECK(questions[1].topic == "a/park");
  CHECK(questions[1].text == third);
}

}  // namespace
}  // namespace faqbot::dialogue

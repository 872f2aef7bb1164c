#include "eval/intent_set.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "unit/support/small_knowledge.h"

namespace faqbot::eval {
namespace {

TEST_CASE("intent set: columns are found by name, in any order") {
  const auto set = read_intent_set("label,note,sentence\r\npark,x,\"where, please\"\r\n");
  REQUIRE(set);
  REQUIRE(set->size() == 1);
  CHECK(set->front().sentence == "where, please");
  CHECK(set->front().label == "park");
}

struct Row {
  std::string_view csv;
  std::string_view gist;
};

TEST_CASE("intent set: what is wrong is said, with its line") {
  const Row rows[] = {
      {"", "empty"},
      {"text,label\na,b\n", "line 1:"},
      {"sentence,label\na,b\nlonely\n", "line 3:"},
      {"sentence,label\n\"a,b\n", "line 2:"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.csv);
    const auto set = read_intent_set(row.csv);
    REQUIRE_FALSE(set);
    CHECK(set.error().message.find(row.gist) != std::string::npos);
  }
}

TEST_CASE("intent set: the matcher knows what it was taught, and scores strangers lower") {
  const auto knowledge = tests::small_knowledge().build();
  std::vector<LabelledSentence> train;
  for (const auto& topic : knowledge->topics)
    for (const auto& question : topic.questions) train.push_back({question.text, topic.id});
  std::vector<LabelledSentence> test = train;
  test.push_back({"qzx vwk plmk", "none"});
  const IntentScores scores = score_intents(train, test, "none");
  CHECK(scores.labels == 8);
  REQUIRE(scores.messages.size() == test.size());
  CHECK(scores.messages.back().expected.empty());
  CHECK(in_scope_accuracy(scores.messages) == 1.0);
  CHECK(area_under_curve(scores.messages) == 1.0);
}

}  // namespace
}  // namespace faqbot::eval

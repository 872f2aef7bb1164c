#include "eval/question_set.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "unit/support/small_knowledge.h"
#include "unit/support/small_safety.h"

namespace faqbot::eval {
namespace {

using Ids = std::vector<std::string>;

TEST_CASE("question set: topics are alternatives, none among them may be right, too") {
  const auto set = read_question_set("expected\tmessage\na/b|c/d\tone\nnone\ttwo\nnone|a/b\tthree\n");
  REQUIRE(set);
  REQUIRE(set->size() == 3);
  CHECK((*set)[0].expected == Ids{"a/b", "c/d"});
  CHECK_FALSE((*set)[0].none_is_right);
  CHECK((*set)[1].expected.empty());
  CHECK((*set)[1].none_is_right);
  CHECK((*set)[2].expected == Ids{"a/b"});
  CHECK((*set)[2].none_is_right);
  CHECK((*set)[2].message == "three");
}

struct Row {
  std::string_view tsv;
  std::string_view gist;
};

TEST_CASE("question set: what is wrong is said, with its line") {
  const Row rows[] = {
      {"", "empty"},
      {"topic\tmessage\na/b\tone\n", "line 1:"},
      {"expected\tmessage\na/b\n", "line 2:"},
      {"expected\tmessage\na/b\tone\n\n\tno topic\n", "line 4:"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.tsv);
    const auto set = read_question_set(row.tsv);
    REQUIRE_FALSE(set);
    CHECK(set.error().message.find(row.gist) != std::string::npos);
  }
}

const Engine& engine() {
  static const Engine made(tests::small_knowledge()
                               .safety(tests::small_safety())
                               .topic("safety/emergency", "Emergency", {"call an ambulance"})
                               .topic("safety/cauda-equina", "Numb below", {"numb down there"})
                               .build());
  return made;
}

QuestionCounts counts(const LabelledMessage& row) {
  return score_questions(engine(), {row}).counts;
}

TEST_CASE("question set: each way out is counted once") {
  const std::string park = "where can i park";
  CHECK(counts({{"clinic/parking"}, park, false}).right == 1);
  CHECK(counts({{"clinic/hours", "clinic/parking"}, park, false}).right == 1);
  CHECK(counts({{"clinic/hours"}, park, false}).wrong == 1);
  CHECK(counts({{"clinic/hours"}, "qzx vwk plmk", false}).missed == 1);
  CHECK(counts({{}, "qzx vwk plmk", true}).declined == 1);
  CHECK(counts({{}, park, true}).answered == 1);
  CHECK(counts({{"clinic/parking"}, park, true}).right == 1);
  CHECK(counts({{"clinic/parking"}, "qzx vwk plmk", true}).declined == 1);
}

TEST_CASE("question set: safety rows are flagged, at another level or missed; the rest may be false alarms") {
  const std::string chest = "my chest feels crushed";
  CHECK(counts({{"safety/emergency"}, chest, false}).flagged == 1);
  CHECK(counts({{"safety/cauda-equina"}, chest, false}).flagged_other_level == 1);
  CHECK(counts({{"safety/emergency"}, "where can i park", false}).not_flagged == 1);
  CHECK(counts({{"clinic/parking"}, chest, false}).false_alarms == 1);
  CHECK(counts({{"safety/emergency"}, chest, false}).false_alarms == 0);
}

TEST_CASE("question set: predictions stand in the order of the rows") {
  const QuestionScores scores = score_questions(engine(), {{{"clinic/parking"}, "where can i park", false},
                                                           {{"clinic/prices"}, "what do you charge", false}});
  REQUIRE(scores.predictions.size() == 2);
  CHECK(scores.predictions[0].topics == Ids{"clinic/parking"});
  CHECK(scores.predictions[1].topics == Ids{"clinic/prices"});
  CHECK(scores.predictions[0].confidence > 0.0);
  CHECK(scores.answers.size() == 2);
}

}  // namespace
}  // namespace faqbot::eval

#include "match/answers.h"

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

#include "learn/features.h"
#include "text/normalise.h"

namespace faqbot::match {
namespace {

std::vector<std::uint64_t> stems(std::string_view text) {
  return learn::FeatureSpace::stems_of(text::normalise(text));
}

const Answers& three_answers() {
  static const Answers answers(std::vector<std::vector<std::uint64_t>>{
      stems("We have a car park behind the house. Cars park free for two hours."),
      stems("Fascia is a web of tissue around every muscle."),
      stems("A trigger point is a tender spot in a muscle; it can send pain elsewhere in the body, far from "
            "the "
            "muscle that it sits in, as many people who have one find out to their surprise.")});
  return answers;
}

float score(std::string_view message, std::uint32_t label) {
  const Answers& answers = three_answers();
  return answers.score(answers.query(stems(message)), label);
}

TEST_CASE("answers: the answer that holds the message's words scores, others do not") {
  CHECK(score("parking for my car", 0) > 0.2F);
  CHECK(score("parking for my car", 1) == 0.0F);
}

TEST_CASE("answers: a word that many answers hold says less than one that few hold") {
  CHECK(score("muscle zebra", 1) < score("tissue zebra", 1));
}

TEST_CASE("answers: the same word says less in a long answer") {
  CHECK(score("muscle tissue", 1) > score("muscle tissue", 2));
}

TEST_CASE("answers: words that no answer holds dilute the rest") {
  CHECK(score("tissue", 1) > score("tissue zebra quagga", 1));
}

TEST_CASE("answers: an empty message, and no answers at all, score nothing") {
  CHECK(score("", 0) == 0.0F);
  const Answers none;
  CHECK(none.score(none.query(stems("muscle tissue")), 7) == 0.0F);
}

}  // namespace
}  // namespace faqbot::match

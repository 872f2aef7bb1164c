#include "eval/wordings_review.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "unit/support/small_knowledge.h"

namespace faqbot::eval {
namespace {

ReviewOptions lenient() {
  ReviewOptions options;
  options.fewest = 1;
  options.uniform = 1.1;
  options.confused = 1000;
  return options;
}

bool warns(const std::vector<knowledge::Problem>& problems, std::string_view what) {
  return std::ranges::any_of(problems, [&](const knowledge::Problem& problem) {
    return problem.severity == knowledge::Problem::Severity::kWarning &&
           problem.what.find(what) != std::string::npos;
  });
}

TEST_CASE("review: two topics' questions that are nearly the same are named, both of them") {
  const auto twice = tests::small_knowledge()
                         .question("clinic/hours", "how many flights of stairs are there")
                         .question("clinic/parking", "How many flights of stairs are there?")
                         .build();
  const auto problems = review_wordings(*twice, lenient());
  CHECK(warns(problems, "is nearly the same as"));
  CHECK(warns(problems, "flights of stairs"));
  const auto once =
      tests::small_knowledge().question("clinic/hours", "how many flights of stairs are there").build();
  CHECK_FALSE(warns(review_wordings(*once, lenient()), "flights of stairs"));
}

TEST_CASE("review: topics with too few questions are named, with how many are wanted") {
  ReviewOptions options = lenient();
  CHECK_FALSE(warns(review_wordings(*tests::small_knowledge().build(), options), "example questions; write"));
  options.fewest = 1000;
  CHECK(warns(review_wordings(*tests::small_knowledge().build(), options), "write 1000 or more"));
}

TEST_CASE("review: questions that are much alike are too uniform") {
  ReviewOptions options = lenient();
  CHECK_FALSE(warns(review_wordings(*tests::small_knowledge().build(), options), "much alike"));
  options.uniform = 0.0;
  CHECK(warns(review_wordings(*tests::small_knowledge().build(), options), "much alike"));
}

TEST_CASE("review: a topic whose questions go to another one is named with it and an example") {
  auto builder = tests::small_knowledge();
  for (const std::string_view question :
       {"where can i park a van", "is the car park free", "parking for two cars", "can i leave my car"})
    builder.question("clinic/hours", std::string(question));
  ReviewOptions options = lenient();
  options.confused = 2;
  const auto problems = review_wordings(*builder.build(), options);
  CHECK(warns(problems, "are taken for clinic/parking"));
}

}  // namespace
}  // namespace faqbot::eval

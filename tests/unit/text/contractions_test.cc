#include "text/contractions.h"

#include <doctest/doctest.h>

#include <string_view>

namespace faqbot::text {
namespace {

struct Row {
  std::string_view word;
  std::string_view want;
};

TEST_CASE("contractions: short forms are spelled out") {
  const Row rows[] = {
      {"abt", "about"},       {"arent", "are not"},     {"cannot", "can not"},
      {"dont", "do not"},     {"whats", "what is"},     {"n", "and"},
      {"u", "you"},           {"ur", "your"},           {"wanna", "want to"},
      {"diff", "difference"}, {"yrs", "years"},         {"b4", "before"},
      {"coz", "because"},     {"couldnt", "could not"}, {"couldve", "could have"},
      {"cuz", "because"},     {"youve", "you have"},    {"tmrw", "tomorrow"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.word);
    CHECK(expansion_of(row.word) == row.want);
  }
}

TEST_CASE("contractions: words that only look like short forms are left alone") {
  for (const std::string_view word :
       {"", "well", "were", "hell", "shell", "id", "its", "ill", "shed", "aa", "zzz", "don"}) {
    CAPTURE(word);
    CHECK(expansion_of(word).empty());
  }
}

}  // namespace
}  // namespace faqbot::text

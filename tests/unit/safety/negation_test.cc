#include "safety/negation.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "text/normalise.h"

namespace faqbot::safety {
namespace {

// Whether `finding`, words of the message, is said to be absent.
bool negated(std::string_view message, std::string_view finding) {
  const std::string plain = text::plain_words(message);
  const std::string found = text::plain_words(finding);
  const std::size_t at = plain.find(found);
  REQUIRE(at != std::string::npos);
  std::vector<std::string_view> words;
  const std::string_view view = plain;
  for (std::size_t from = 1; from < view.size(); from = view.find(' ', from) + 1)
    words.push_back(view.substr(from, view.find(' ', from) - from));
  const auto first =
      static_cast<int>(std::count(plain.begin(), plain.begin() + static_cast<std::ptrdiff_t>(at), ' '));
  const auto length = static_cast<int>(std::ranges::count(found, ' ')) - 1;
  return is_negated(words, first, first + length - 1);
}

struct Row {
  std::string_view message;
  std::string_view finding;
};

TEST_CASE("negation: said to be absent") {
  const Row rows[] = {
      {"no numbness", "numbness"},
      {"there is no chest pain", "chest pain"},
      {"it is not numb", "numb"},
      {"pain without any numbness", "numbness"},
      {"I don't have numbness", "numbness"},
      {"she doesn't have any weakness", "weakness"},
      {"never had numbness", "numbness"},
      {"no fever or chest pain", "fever"},
      {"they ruled out a fracture", "fracture"},
      {"my bladder is fine", "bladder"},
      {"bladder and bowels are normal", "bowels"},
      {"the loo is all ok", "loo"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    CHECK(negated(row.message, row.finding));
  }
}

TEST_CASE("negation: said to be there") {
  const Row rows[] = {
      {"numbness", "numbness"},
      {"my leg is numb", "numb"},
      {"not only pain but numbness", "numbness"},
      {"no idea why i have numbness", "numbness"},
      {"I'm not sure, numbness maybe", "numbness"},
      {"no pain. numbness in my leg", "numbness"},  // another sentence
      {"no pain but numbness", "numbness"},
      {"the numbness is not normal", "numbness"},  // the opposite of all well
      {"my bladder isn't ok", "bladder"},
      {"I don't know, numbness since monday", "numbness"},
      {"it won't stop, numbness all day", "numbness"},
      {"the numbness does not go away, otherwise i am fine", "numbness"},
      {"no pain at all today yesterday numbness", "numbness"},  // out of reach
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    CHECK_FALSE(negated(row.message, row.finding));
  }
}

TEST_CASE("negation: a denial that belongs to another finding denies nothing here") {
  const std::vector<std::string_view> words = {"no", "feeling", "between", "my", "legs"};
  const std::vector<char> spoken_for = {1, 1, 0, 0, 0};
  CHECK(is_negated(words, 2, 4));
  CHECK_FALSE(is_negated(words, 2, 4, spoken_for));
}

TEST_CASE("negation: the ends of a message are no words") {
  CHECK_FALSE(is_negated({}, 0, 0));
  const std::vector<std::string_view> one = {"numb"};
  CHECK_FALSE(is_negated(one, 0, 0));
}

}  // namespace
}  // namespace faqbot::safety

#include "match/denials.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace faqbot::match {
namespace {

TEST_CASE("denials: the verb that is not wanted is found, by its stem") {
  struct Row {
    std::string_view message;
    std::string_view stem;
  };
  const Row rows[] = {
      {"i don't want to cancel", "cancel"},
      {"I'm not going to cancel, just move it", "cancel"},
      {"i do not really want to reschedule", "reschedul"},
      {"no need to park", "park"},
      {"i want to cancel", ""},
      {"why not cancel", ""},
      {"i do not know how to cancel", ""},
      {"i do not want to", ""},
      {"i do not want to be", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    CHECK(denied_verb(text::normalise(row.message)) == row.stem);
  }
}

Denials learnt(const std::vector<std::pair<std::uint32_t, std::string_view>>& questions) {
  std::vector<text::Utterance> read;
  for (const auto& [topic, question] : questions) read.push_back(text::normalise(question));
  std::vector<OwnQuestion> own;
  for (std::size_t i = 0; i < questions.size(); ++i) own.push_back({questions[i].first, &read[i]});
  return Denials(own);
}

TEST_CASE("denials: a topic about the verb is denied, others are not") {
  const Denials denials = learnt({{0, "how do i cancel"},
                                  {0, "cancel my visit"},
                                  {0, "can i cancel late"},
                                  {1, "can i move it"},
                                  {1, "a later slot"},
                                  {1, "another day"},
                                  {1, "earlier please"},
                                  {1, "cancel and rebook"}});
  CHECK(denials.denies(0, "cancel"));
  CHECK_FALSE(denials.denies(1, "cancel"));
  CHECK_FALSE(denials.denies(0, "park"));
  CHECK_FALSE(denials.denies(7, "cancel"));
}

TEST_CASE("denials: a topic that denies the verb itself may still be meant") {
  const Denials denials = learnt({{0, "i do not want to undress"}, {0, "must i undress"}});
  CHECK_FALSE(denials.denies(0, "undress"));
}

}  // namespace
}  // namespace faqbot::match

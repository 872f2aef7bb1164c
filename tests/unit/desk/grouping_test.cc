#include "desk/grouping.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace faqbot::desk {
namespace {

TEST_CASE("grouping: wordings that share what they say stand together, the most frequent first") {
  const std::vector<Asked> asked = {{"do you sell gift vouchers", 2},
                                    {"is there a swimming pool", 3},
                                    {"can i buy a gift voucher", 4},
                                    {"gift vouchers?", 1},
                                    {"do you have a swimming pool there", 1}};
  const std::vector<Group> groups = grouped(asked);
  REQUIRE(groups.size() == 2);
  CHECK(groups[0].times == 7);
  CHECK(groups[0].members == std::vector<std::size_t>{2, 0, 3});
  CHECK(groups[1].times == 4);
  CHECK(groups[1].members == std::vector<std::size_t>{1, 4});
}

TEST_CASE("grouping: wordings that share stop words alone stand apart") {
  const std::vector<Asked> asked = {{"what is the thing about needles", 1},
                                    {"what is the thing about dogs", 1}};
  CHECK(grouped(asked).size() == 2);
}

TEST_CASE("grouping: every wording is in one group, once, and nothing is lost") {
  std::vector<Asked> asked;
  for (int i = 0; i < 500; ++i)
    asked.push_back({"word" + std::to_string(i % 50) + " again number" + std::to_string(i), 1});
  asked.push_back({"??", 1});
  std::vector<bool> seen(asked.size());
  for (const Group& group : grouped(asked))
    for (const std::size_t member : group.members) {
      CHECK_FALSE(seen[member]);
      seen[member] = true;
    }
  for (const bool one : seen) CHECK(one);
}

TEST_CASE("grouping: nothing asked, no groups") {
  CHECK(grouped({}).empty());
}

}  // namespace
}  // namespace faqbot::desk

#include "text/split.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace faqbot::text {
namespace {

std::vector<std::string> texts(std::string_view message) {
  std::vector<std::string> found;
  for (const Part& part : split(message)) found.push_back(part.text);
  return found;
}

TEST_CASE("split: sentences, joined questions and shared introductions come apart") {
  struct Row {
    std::string_view message;
    std::vector<std::string> parts;
  };
  const Row rows[] = {
      {"do you have parking?", {"do you have parking?"}},
      {"do you have parking? what does it cost?", {"do you have parking?", "what does it cost?"}},
      {"does it hurt and how long does it take", {"does it hurt", "how long does it take"}},
      {"my knee hurts, do you treat that and what does it cost",
       {"my knee hurts", "do you treat that", "what does it cost"}},
      {"what to wear and what to bring", {"what to wear", "what to bring"}},
      {"Where are you\nwhen are you open", {"Where are you", "when are you open"}},
      {"hello there do you treat children", {"hello there", "do you treat children"}},
      {"hiya, been sore for weeks", {"hiya", "been sore for weeks"}},
      {"will bupa pay, and do i need a letter", {"will bupa pay", "do i need a letter"}},
      {"what do i wear, and who will treat me", {"what do i wear", "who will treat me"}},
      {"opening times; also is there a lift", {"opening times;", "also is there a lift"}},
      {"i'd like to know what it costs and whether you take cheques",
       {"i'd like to know what it costs", "whether you take cheques"}},
      {"do you run classes, and at what times?", {"do you run classes", "at what times?"}},
      {"my hip is sore and i was wondering if you could help",
       {"my hip is sore", "i was wondering if you could help"}},
      {"whats your earliest slot, i finish at eight", {"whats your earliest slot", "i finish at eight"}},
      {"Last thing, do you sell gift cards?", {"Last thing", "do you sell gift cards?"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    CHECK(texts(row.message) == row.parts);
  }
}

TEST_CASE("split: what only looks like a joint stays whole") {
  const std::string_view rows[] = {
      "my back hurts when i sit and when i stand",
      "is it for neck and shoulder pain",
      "i have pain in my hip, knee and ankle",
      "can i come at 3.30 on friday",
      "my doctor Dr. Green sent me",
      "is it online or do i ring",
      "good morning team",
      "i saw jo, who was lovely, for my back",
      "you gave me a leaflet, which is somewhere in the car",
      "i have a bad hip and can't lift the shopping",
      "a mate paid forty quid, which seems mad",
      "do you treat knees and my shoulder",
      "could you see my son, he is ten, this week?",
      "if it rains on the day, would you still run the class?",
  };
  for (const std::string_view message : rows) {
    CAPTURE(message);
    CHECK(texts(message) == std::vector<std::string>{std::string(message)});
  }
}

TEST_CASE("split: every clause by itself, for whoever listens closely") {
  using Clauses = std::vector<std::string_view>;
  CHECK(clauses_of("could I play that evening or is it wiser to rest, as it's sore (again)?") ==
        Clauses{"could I play that evening", "is it wiser to rest", "it's sore", "again", "?"});
  CHECK(clauses_of("do you treat jaws?") == Clauses{"do you treat jaws?"});
  CHECK(clauses_of("").empty());
}

TEST_CASE("split: nothing typed has no parts") {
  CHECK(split("").empty());
  CHECK(split(" ?! \n").empty());
}

TEST_CASE("split: what is announced as one matter more is marked") {
  const auto last_is_further = [](std::string_view message) { return split(message).back().is_further; };
  CHECK(last_is_further("Is there a lift? Another thing, do you sell socks?"));
  CHECK(last_is_further("Is there a lift? One last question: do you sell socks?"));
  CHECK(last_is_further("is there a lift and also do you sell socks"));
  CHECK(last_is_further("Is there a lift? Oh and finally, do you sell socks?"));
  CHECK_FALSE(last_is_further("Is there a lift? And do you sell socks?"));
}

TEST_CASE("split: a part asks, tells, or is mere manners") {
  struct Row {
    std::string_view piece;
    PartKind kind;
  };
  const Row rows[] = {
      {"hello there", PartKind::kManners},
      {"ok thanks a lot", PartKind::kManners},
      {"Kind regards Tom", PartKind::kManners},
      {"hope you are well", PartKind::kManners},
      {"do you treat children", PartKind::kQuestion},
      {"and the price?", PartKind::kQuestion},
      {"i would like to know what it costs", PartKind::kQuestion},
      {"so is there parking", PartKind::kQuestion},
      {"my knee hurts", PartKind::kStatement},
      {"it is so", PartKind::kStatement},
  };
  for (const Row& row : rows) {
    CAPTURE(row.piece);
    const auto parts = split(row.piece);
    REQUIRE(parts.size() == 1);
    CHECK(parts.front().kind == row.kind);
  }
}

}  // namespace
}  // namespace faqbot::text

#include "desk/writer.h"

#include <doctest/doctest.h>

#include <string_view>

namespace faqbot::desk {
namespace {

TEST_CASE("writer: the name stands where letters have it") {
  struct Row {
    std::string_view letter;
    std::string_view name;
  };
  constexpr Row rows[] = {
      {"Do you treat knees?\n\nKind regards,\nSiobhan Murphy", "Siobhan"},
      {"Do you treat knees? Thanks, Tom", "Tom"},
      {"Hello, what does it cost?\nMany thanks\nAnne-Marie O'Neill\n07700 900123", "Anne-Marie"},
      {"Hi my name is Kofi and my back hurts. What do you charge?", "Kofi"},
      {"What do you charge?\nBest wishes\nZoë\nSent from my phone", "Zoë"},
      {"Do you open on Sundays?\nCheers!\nDr. Patel", "Dr Patel"},
      {"What are your hours?\nRegards\nMrs J. Smith", "Mrs Smith"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.letter);
    CHECK(name_of_writer(row.letter) == row.name);
  }
}

TEST_CASE("writer: where no name stands, none is made up") {
  for (const std::string_view letter :
       {"do you treat knees", "Do you treat knees? Thanks", "Thanks, and what does it cost?", "", "\n\n",
        "Many thanks,\nSent from my iPhone", "my name is on the list already",
        "Thanks,\nthe whole family of four", "Regards\nLooking forward to your reply about the costs"}) {
    CAPTURE(letter);
    CHECK(name_of_writer(letter).empty());
  }
}

}  // namespace
}  // namespace faqbot::desk

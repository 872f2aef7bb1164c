// What stands in an answer where it names a fact: words, and links that a phone can tap.
//
// Thread safety: pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/clinic.h"

namespace faqbot::knowledge {

struct FactPiece {
  std::string text;
  std::string address;  // "tel:+441632960001"; empty: words alone
};

// Empty where the clinic has not filled the fact in. A list's entries are joined with "; ".
std::vector<FactPiece> fact_pieces(const Clinic& clinic, std::string_view key);

// The same where the answer has named the fact before: without the list of all countries.
std::vector<FactPiece> fact_pieces_again(const Clinic& clinic, std::string_view key);

// The entries of a fact that is a list, or nothing where it is a single text.
std::vector<std::string> fact_list(const Clinic& clinic, std::string_view key);

}  // namespace faqbot::knowledge

#include "text/utf8.h"

#include <doctest/doctest.h>

#include <string_view>

namespace faqbot::text {
namespace {

using namespace std::string_view_literals;

TEST_CASE("utf8: well-formed text is valid") {
  for (const auto text :
       {""sv, "plain"sv, "caf\xC3\xA9"sv, "\xE2\x80\x99"sv, "\xF0\x9F\x98\x80"sv, "\xF4\x8F\xBF\xBF"sv}) {
    CAPTURE(text);
    CHECK(is_valid_utf8(text));
  }
}

TEST_CASE("utf8: malformed text is not valid") {
  const std::string_view rows[] = {
      "a\0b"sv,              // NUL
      "\x80"sv,              // a continuation alone
      "\xC3"sv,              // cut short
      "\xE2\x80"sv,          // cut short
      "\xC0\xAF"sv,          // overlong
      "\xE0\x80\xAF"sv,      // overlong
      "\xED\xA0\x80"sv,      // a surrogate
      "\xF4\x90\x80\x80"sv,  // beyond U+10FFFF
      "\xFF"sv,
      "good \xC3 bad"sv,
  };
  for (const auto text : rows) {
    CAPTURE(text.size());
    CHECK_FALSE(is_valid_utf8(text));
  }
}

struct Row {
  std::string_view text;
  std::string_view want;
};

TEST_CASE("utf8: folding makes one of case, accents, width and composition") {
  const Row rows[] = {
      {"Does MFR Hurt?", "does mfr hurt?"},
      {"Caf\xC3\xA9", "cafe"},
      {"CAFE\xCC\x81", "cafe"},  // decomposed
      {"stra\xC3\x9F"
       "e",
       "strasse"},
      {"\xEF\xBC\xAD\xEF\xBC\xA6\xEF\xBC\xB2", "mfr"},  // full-width
      {"mus\xC2\xAD"
       "cle",
       "muscle"},  // soft hyphen
      {"mus\xE2\x80\x8B"
       "cle",
       "muscle"},                // zero-width space
      {"\xEF\xAC\x81t", "fit"},  // ligature
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(fold(row.text) == row.want);
  }
}

TEST_CASE("utf8: folding reads on behind broken bytes") {
  CHECK(fold("hurt\xFF"
             "now") == "hurt now");
  CHECK(fold("\xC3") == " ");
}

TEST_CASE("utf8: what is folded stays as it is when folded again") {
  for (const auto text : {"Stra\xC3\x9F"
                          "e"sv,
                          "\xC4\xB0stanbul"sv, "na\xC3\xAFve"sv, "\xE2\x84\xAB"sv, "ok \xC3"sv}) {
    CAPTURE(text);
    CHECK(fold(fold(text)) == fold(text));
  }
}

TEST_CASE("utf8: length counts characters, not bytes") {
  CHECK(length("") == 0);
  CHECK(length("caf\xC3\xA9") == 4);
  CHECK(length("\xF0\x9F\x98\x80!") == 2);
}

}  // namespace
}  // namespace faqbot::text

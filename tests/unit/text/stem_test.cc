#include "text/stem.h"

#include <doctest/doctest.h>

#include <string_view>

namespace faqbot::text {
namespace {

TEST_CASE("stem: forms of one word have one stem") {
  const Stemmer& stem = thread_stemmer();
  CHECK(stem("releases") == stem("released"));
  CHECK(stem("releasing") == stem("release"));
  CHECK(stem("appointments") == stem("appointment"));
  CHECK(stem("hurts") == stem("hurting"));
}

TEST_CASE("stem: different words keep different stems") {
  const Stemmer& stem = thread_stemmer();
  CHECK(stem("pain") != stem("paint"));
  CHECK(stem("massage") != stem("message"));
}

TEST_CASE("stem: an empty word and words of other scripts come back") {
  const Stemmer& stem = thread_stemmer();
  CHECK(stem("").empty());
  CHECK(stem("\xE6\x8C\x89\xE6\x91\xA9") == "\xE6\x8C\x89\xE6\x91\xA9");
}

}  // namespace
}  // namespace faqbot::text

#include "text/stop_words.h"

#include <doctest/doctest.h>

#include <string_view>

namespace faqbot::text {
namespace {

TEST_CASE("stop words: the first, the last and some between are known") {
  for (const std::string_view word : {"a", "about", "does", "it", "please", "the", "what", "your"}) {
    CAPTURE(word);
    CHECK(is_stop_word(word));
  }
}

TEST_CASE("stop words: words that tell a topic are none") {
  for (const std::string_view word : {"", "hurt", "price", "mfr", "pain", "hello", "thanks", "zebra", "A"}) {
    CAPTURE(word);
    CHECK_FALSE(is_stop_word(word));
  }
}

TEST_CASE("stop words: telling words are the others") {
  CHECK(telling_words(normalise("")) == 0);
  CHECK(telling_words(normalise("what is it and how")) == 0);
  CHECK(telling_words(normalise("does it hurt a lot")) == 2);
}

}  // namespace
}  // namespace faqbot::text

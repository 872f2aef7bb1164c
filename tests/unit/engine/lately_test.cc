#include "engine/lately.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

namespace faqbot {
namespace {

using Numbers = Lately<int>;
using std::chrono::minutes;

const Numbers::Clock::time_point kStart = Numbers::Clock::now();

// What is known of the text after so long, -1 where nothing is.
int known(Numbers& lately, const std::string& text, Numbers::Clock::duration after = {}) {
  const auto found = lately.find(text, kStart + after);
  return found == nullptr ? -1 : *found;
}

void keep(Numbers& lately, const std::string& text, int value, Numbers::Clock::duration after = {}) {
  lately.keep(text, std::make_shared<const int>(value), kStart + after);
}

TEST_CASE("lately: what was kept is found again, by its very text") {
  Numbers lately;
  CHECK(known(lately, "does it hurt") == -1);
  keep(lately, "does it hurt", 7);
  CHECK(known(lately, "does it hurt") == 7);
  CHECK(known(lately, "does it hurt?") == -1);
}

TEST_CASE("lately: what nobody asks for again is forgotten within two generations") {
  Numbers lately;
  keep(lately, "once", 1);
  keep(lately, "other", 2, minutes(15));
  CHECK(known(lately, "other", minutes(16)) == 2);
  keep(lately, "third", 3, minutes(26));
  CHECK(known(lately, "once", minutes(26)) == -1);
}

TEST_CASE("lately: after a quiet hour nothing is left") {
  Numbers lately;
  keep(lately, "once", 1);
  CHECK(known(lately, "once", minutes(60)) == -1);
}

TEST_CASE("lately: what is asked for again and again stays") {
  Numbers lately;
  keep(lately, "often", 1);
  for (int minute = 5; minute < 60; minute += 5) CHECK(known(lately, "often", minutes(minute)) == 1);
}

TEST_CASE("lately: many texts push the older ones out, so that memory stays bounded") {
  Numbers lately;
  keep(lately, "first", 1);
  for (std::size_t i = 0; i < 2 * Numbers::kMost; ++i) keep(lately, std::to_string(i), 0);
  CHECK(known(lately, "first") == -1);
  CHECK(known(lately, std::to_string(2 * Numbers::kMost - 1)) == 0);
}

TEST_CASE("lately: no two hash a text alike, so that nobody can guess from outside what is kept") {
  CHECK(SecretHash()("does it hurt") != SecretHash()("does it hurt"));
  const SecretHash hash;
  CHECK(hash("does it hurt") == hash("does it hurt"));
  CHECK(hash("does it hurt") != hash("does it hurt?"));
}

}  // namespace
}  // namespace faqbot

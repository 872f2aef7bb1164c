#include "http/rate_limit.h"

#include <doctest/doctest.h>

#include <string>

using faqbot::http::Address;
using faqbot::http::RateLimit;
using faqbot::http::RateOptions;
using namespace std::chrono_literals;

namespace {

constexpr RateLimit::Time kStart{1h};
const Address kAnn = *Address::parse("192.0.2.1");
const Address kBen = *Address::parse("192.0.2.2");

bool passes(RateLimit& limit, const Address& who, RateLimit::Time now, double cost = 1.0) {
  return limit.take(who, cost, now).count() == 0.0;
}

int passed(RateLimit& limit, const Address& who, RateLimit::Time now, int tries) {
  int count = 0;
  for (int i = 0; i < tries; ++i) count += passes(limit, who, now) ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("rate limit: a burst passes, then one request for each refill") {
  RateLimit limit({.per_second = 2.0, .burst = 10.0});
  CHECK(passed(limit, kAnn, kStart, 100) == 10);
  CHECK(passed(limit, kAnn, kStart + 1s, 100) == 2);
  CHECK(passed(limit, kAnn, kStart + 1h, 100) == 10);
}

TEST_CASE("rate limit: the wait that it names is enough") {
  RateLimit limit({.per_second = 0.5, .burst = 1.0});
  REQUIRE(passes(limit, kAnn, kStart));
  const auto wait = limit.take(kAnn, 1.0, kStart);
  CHECK(wait.count() == doctest::Approx(2.0));
  CHECK(passes(limit, kAnn, kStart + 2s));
}

TEST_CASE("rate limit: one visitor's flood is not another's") {
  RateLimit limit({.per_second = 1.0, .burst = 5.0});
  passed(limit, kAnn, kStart, 100);
  CHECK(passed(limit, kBen, kStart, 5) == 5);
}

TEST_CASE("rate limit: a cheap request takes a part of a token") {
  RateLimit limit({.per_second = 1.0, .burst = 1.0});
  int count = 0;
  while (passes(limit, kAnn, kStart, 0.25)) ++count;
  CHECK(count == 4);
}

TEST_CASE("rate limit: a rate of zero limits nothing") {
  RateLimit limit({.per_second = 0.0, .burst = 1.0});
  CHECK(passed(limit, kAnn, kStart, 1000) == 1000);
}

TEST_CASE("rate limit: a clock that stands still or goes back gives nothing away") {
  RateLimit limit({.per_second = 1.0, .burst = 2.0});
  CHECK(passed(limit, kAnn, kStart, 10) == 2);
  CHECK(passed(limit, kAnn, kStart - 10s, 10) == 0);
}

TEST_CASE("rate limit: memory stays as it is when more clients come than there are places") {
  RateLimit limit({.per_second = 1.0, .burst = 2.0, .clients = 64});
  for (int i = 0; i < 10'000; ++i) {
    const auto who = Address::parse("10." + std::to_string(i / 256) + "." + std::to_string(i % 256) + ".1");
    CHECK(passes(limit, *who, kStart + std::chrono::seconds(i)));
  }
}

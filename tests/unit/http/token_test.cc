#include "http/token.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

using faqbot::Conversation;
using faqbot::http::Key;
using faqbot::http::new_conversation;
using faqbot::http::Sealer;
using namespace std::chrono_literals;

namespace {

constexpr Sealer::Time kNow{std::chrono::seconds(1'800'000'000)};

Key key_of(std::uint8_t byte) {
  Key key{};
  key.fill(byte);
  return key;
}

Conversation busy_conversation() {
  Conversation conversation = new_conversation();
  conversation.turns = 300;
  conversation.failures = 2;
  conversation.topics = {"mfr/does-it-hurt", "clinic/prices"};
  conversation.offered = {"mfr/pressure", "mfr/duration", "mfr/side-effects"};
  conversation.also = {"mfr/aftercare"};
  conversation.alarm = "safety/urgent";
  conversation.since_alarm = 2;
  return conversation;
}

}  // namespace

TEST_CASE("token: what is sealed opens again as it was") {
  const Sealer sealer({key_of(1)});
  const Conversation before = busy_conversation();
  const auto after = sealer.open(sealer.seal(before, kNow), kNow);
  REQUIRE(after);
  CHECK(after->id == before.id);
  CHECK(after->turns == before.turns);
  CHECK(after->failures == before.failures);
  CHECK(after->topics == before.topics);
  CHECK(after->offered == before.offered);
  CHECK(after->also == before.also);
  CHECK(after->alarm == before.alarm);
  CHECK(after->since_alarm == before.since_alarm);
}

TEST_CASE("token: nothing of it can be read, and no two are alike") {
  const Sealer sealer({key_of(1)});
  const auto conversation = busy_conversation();
  const auto token = sealer.seal(conversation, kNow);
  CHECK(token.find("mfr") == std::string::npos);
  CHECK(token != sealer.seal(conversation, kNow));
  CHECK(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
        std::string::npos);
}

TEST_CASE("token: every single changed character is noticed") {
  const Sealer sealer({key_of(1)});
  const auto token = sealer.seal(busy_conversation(), kNow);
  for (std::size_t at = 0; at < token.size(); ++at) {
    std::string forged = token;
    forged[at] = forged[at] == 'A' ? 'B' : 'A';
    CAPTURE(at);
    CHECK_FALSE(sealer.open(forged, kNow));
  }
}

TEST_CASE("token: every truncation is noticed") {
  const Sealer sealer({key_of(1)});
  const auto token = sealer.seal(busy_conversation(), kNow);
  for (std::size_t size = 0; size < token.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(sealer.open(token.substr(0, size), kNow));
  }
}

TEST_CASE("token: nonsense of any length opens nothing") {
  const Sealer sealer({key_of(1)});
  for (const std::string& nonsense :
       {std::string(), std::string("x"), std::string("not base64!"), std::string(1024, 'A'),
        std::string(100'000, 'A'), std::string("\0\xff", 2)})
    CHECK_FALSE(sealer.open(nonsense, kNow));
}

TEST_CASE("token: it lives 24 hours, and clocks of replicas may differ by minutes") {
  const Sealer sealer({key_of(1)});
  const auto token = sealer.seal(new_conversation(), kNow);
  CHECK(sealer.open(token, kNow + 23h + 59min));
  CHECK_FALSE(sealer.open(token, kNow + 24h + 1min));
  CHECK(sealer.open(token, kNow - 4min));
  CHECK_FALSE(sealer.open(token, kNow - 6min));
}

TEST_CASE("token: another key opens nothing; a key that was replaced still opens") {
  const Sealer old_key({key_of(1)});
  const Sealer other_key({key_of(2)});
  const Sealer both({key_of(2), key_of(1)});
  const auto token = old_key.seal(new_conversation(), kNow);
  CHECK_FALSE(other_key.open(token, kNow));
  CHECK(both.open(token, kNow));
  CHECK(other_key.open(both.seal(new_conversation(), kNow), kNow));
}

TEST_CASE("token: the longest conversation fits into 1,024 characters and keeps its id and its choices") {
  const Sealer sealer({key_of(1)});
  Conversation long_one = new_conversation();
  for (std::size_t i = 0; i < Conversation::kRemembered; ++i) {
    long_one.topics.push_back("group/" + std::string(90, 'a'));
    long_one.also.push_back("group/" + std::string(90, 'b'));
  }
  long_one.offered = {"group/" + std::string(90, 'c'), "group/" + std::string(90, 'd'),
                      "group/" + std::string(90, 'e')};
  const auto token = sealer.seal(long_one, kNow);
  CHECK(token.size() <= Sealer::kMostBytes);
  const auto opened = sealer.open(token, kNow);
  REQUIRE(opened);
  CHECK(opened->id == long_one.id);
  CHECK(opened->offered == long_one.offered);
}

TEST_CASE("token: eight topics with names of usual length are all kept") {
  const Sealer sealer({key_of(1)});
  Conversation conversation = busy_conversation();
  conversation.topics.assign(Conversation::kRemembered, "conditions/plantar-fasciitis");
  const auto opened = sealer.open(sealer.seal(conversation, kNow), kNow);
  REQUIRE(opened);
  CHECK(opened->topics.size() == Conversation::kRemembered);
}

TEST_CASE("token: new conversations have ids of their own") {
  CHECK(new_conversation().id != new_conversation().id);
}

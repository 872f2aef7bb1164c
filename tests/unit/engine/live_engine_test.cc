#include "engine/live_engine.h"

#include <doctest/doctest.h>

#include <atomic>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "unit/support/real_engine.h"
#include "unit/support/temporary_folder.h"

namespace faqbot {
namespace {

std::string topic(std::string_view title, const std::vector<std::string>& questions,
                  std::string_view answer) {
  std::string text = "---\ntitle: " + std::string(title) + "\nquestions:\n";
  for (const std::string& question : questions) text += "  - " + question + "\n";
  return text + "reviewed: 2026-11-22\n---\n" + std::string(answer) + "\n";
}

tests::TemporaryFolder folder() {
  tests::TemporaryFolder made;
  made.put("clinic.yaml", "name: Test Clinic\n");
  made.put("mfr/does-it-hurt.md",
           topic("Does it hurt?", {"is it painful", "will it be sore", "does the treatment hurt"},
                 "It feels tender."));
  made.put("clinic/parking.md",
           topic("Is there parking?", {"where can i park", "is there a car park", "parking near you"},
                 "Behind the house."));
  return made;
}

std::unique_ptr<LiveEngine> opened(const tests::TemporaryFolder& from) {
  auto live = LiveEngine::open(from.path());
  REQUIRE(live);
  return std::move(*live);
}

constexpr std::string_view kBroken = "---\ntitle: [never closed\n---\n";

TEST_CASE("live engine: a folder with an error does not open, and the error names file and line") {
  tests::TemporaryFolder broken = folder();
  broken.put("mfr/does-it-hurt.md", kBroken);
  const auto live = LiveEngine::open(broken.path());
  REQUIRE_FALSE(live);
  CHECK(live.error().message.find("mfr/does-it-hurt.md:") != std::string::npos);
}

TEST_CASE("live engine: a folder that is not there does not open") {
  const auto live = LiveEngine::open("/no/such/folder/anywhere");
  REQUIRE_FALSE(live);
  CHECK_FALSE(live.error().message.empty());
}

TEST_CASE("live engine: a good reload swaps the engine and names its version") {
  tests::TemporaryFolder knowledge = folder();
  const auto live = opened(knowledge);
  const std::string before = live->current()->knowledge().version;
  knowledge.put("clinic/towels.md",
                topic("Do I bring a towel?", {"is a towel needed", "bring towels"}, "No need."));
  const auto version = live->reload();
  REQUIRE(version);
  CHECK(*version != before);
  CHECK(*version == live->current()->knowledge().version);
  CHECK(live->current()->knowledge().find("clinic/towels") != nullptr);
}

TEST_CASE("live engine: reloading what has not changed keeps the version") {
  const tests::TemporaryFolder knowledge = folder();
  const auto live = opened(knowledge);
  const std::string before = live->current()->knowledge().version;
  const auto version = live->reload();
  REQUIRE(version);
  CHECK(*version == before);
}

TEST_CASE("live engine: a bad reload says why, and the old engine goes on") {
  tests::TemporaryFolder knowledge = folder();
  const auto live = opened(knowledge);
  const auto before = live->current();
  knowledge.put("clinic/parking.md", kBroken);
  const auto version = live->reload();
  REQUIRE_FALSE(version);
  CHECK(version.error().message.find("clinic/parking.md:") != std::string::npos);
  CHECK(live->current() == before);
  CHECK(tests::ask(*live->current(), "where can i park").knowledge == before->knowledge().version);
}

TEST_CASE("live engine: once mended, a folder loads again") {
  tests::TemporaryFolder knowledge = folder();
  const auto live = opened(knowledge);
  knowledge.put("clinic/parking.md", kBroken);
  REQUIRE_FALSE(live->reload());
  knowledge.put("clinic/parking.md",
                topic("Where do I park?", {"car park", "is there parking"}, "Before the house."));
  REQUIRE(live->reload());
  CHECK(live->current()->knowledge().find("clinic/parking")->title == "Where do I park?");
}

TEST_CASE("live engine: a turn in flight keeps the engine that it began with") {
  tests::TemporaryFolder knowledge = folder();
  const auto live = opened(knowledge);
  const auto in_flight = live->current();
  const std::string version = in_flight->knowledge().version;
  knowledge.put("mfr/does-it-hurt.md", topic("Does it hurt?", {"is it painful"}, "Another answer."));
  REQUIRE(live->reload());
  CHECK(live->current() != in_flight);
  Turn turn;
  turn.choice = "mfr/does-it-hurt";
  const Reply old_reply = in_flight->answer(turn).reply;
  CHECK(old_reply.knowledge == version);
  CHECK(old_reply.text == "It feels tender.");
  CHECK(live->current()->answer(turn).reply.text == "Another answer.");
}

TEST_CASE("live engine: turns run on whole engines while others reload") {
  const tests::TemporaryFolder knowledge = folder();
  const auto live = opened(knowledge);
  const std::string version = live->current()->knowledge().version;
  std::atomic<bool> done = false;
  std::atomic<int> wrong = 0;
  std::vector<std::thread> visitors;
  for (int i = 0; i < 2; ++i)
    visitors.emplace_back([&] {
      do {
        if (tests::ask(*live->current(), "where can i park").knowledge != version) ++wrong;
      } while (!done);
    });
  std::vector<std::thread> editors;
  for (int i = 0; i < 2; ++i)
    editors.emplace_back([&] {
      for (int n = 0; n < 3; ++n)
        if (!live->reload()) ++wrong;
    });
  for (std::thread& editor : editors) editor.join();
  done = true;
  for (std::thread& visitor : visitors) visitor.join();
  CHECK(wrong == 0);
}

}  // namespace
}  // namespace faqbot

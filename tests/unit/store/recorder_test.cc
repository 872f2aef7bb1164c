#include "store/recorder.h"

#include <doctest/doctest.h>

#include <string>

#include "unit/support/stores.h"

using namespace faqbot::store;
using namespace std::chrono_literals;

namespace {

Question unknown(const std::string& wording) {
  Question question;
  question.wording = faqbot::text::MaskedText(wording);
  return question;
}

// Long enough that nothing is written until the recorder stops.
constexpr auto kLongPause = 1h;

}  // namespace

TEST_CASE("recorder: what waits when it stops is written first") {
  const auto records = faqbot::tests::open_records("memory:");
  Store& store = records->visitors();
  {
    Recorder recorder(store, {.pause = kLongPause});
    for (const char* wording : {"one", "two", "three"}) recorder.record(unknown(wording));
  }
  CHECK(store.unanswered(10)->size() == 3);
}

TEST_CASE("recorder: what arrives at a full queue is dropped and counted, and delays nobody") {
  const auto records = faqbot::tests::open_records("memory:");
  Store& store = records->visitors();
  {
    Recorder recorder(store, {.capacity = 2, .pause = kLongPause});
    for (int i = 0; i < 5; ++i) recorder.record(unknown("a"));
    CHECK(recorder.counts().lost == 3);
  }
  CHECK(store.unanswered(10)->size() == 2);
}

TEST_CASE("recorder: questions that a store cannot keep are counted as lost, and somebody is told why") {
  const faqbot::tests::EmptyStore place(faqbot::tests::EmptyStore::Kind::kSqlite);
  const auto records = faqbot::tests::open_records(place.url());
  faqbot::tests::run_sql(place.url(), "DROP TABLE question");
  std::string complaint;
  {
    Recorder recorder(records->visitors(), {.pause = kLongPause, .complain = [&](const faqbot::Error& error) {
                                              complaint = error.message;
                                            }});
    recorder.record(unknown("a"));
  }
  CHECK(complaint.find("question") != std::string::npos);
}

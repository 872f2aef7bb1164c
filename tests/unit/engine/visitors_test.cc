// What visitors write, and what they must be told: lines of many hands, none of them an example question.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "unit/support/real_engine.h"

namespace faqbot {
namespace {

struct Row {
  std::string_view message;
  std::string_view topic;
};

const Row kRows[] = {
    {"whats the diff between this n deep tissue massage", "mfr/vs-deep-tissue"},
    {"is it going to hurt me the first time", "mfr/does-it-hurt"},
    {"how many goes until my back feels better", "mfr/how-many-sessions"},
    {"can my husband sit in the room with me", "clinic/chaperone"},
    {"i'm running 10 mins late sorry", "clinic/running-late"},
    {"do you take bupa", "clinic/insurance"},
    {"what shall i put on, leggings or shorts", "clinic/what-to-wear"},
    {"im 20 weeks pregnant is mfr safe", "mfr/pregnancy"},
    {"i take warfarin, may i still come", "mfr/blood-thinners"},
    {"explain fascia to me like im five", "fascia/what-is"},
    {"hot water bottle or ice pack for my back?", "back-pain/heat-or-ice"},
    {"need to cancel thursdays appt", "clinic/cancel"},
    {"whats a trigger point", "trigger-points/what-is"},
    {"foam roller at home vs coming to you", "mfr/vs-foam-rolling"},
    {"how do i book in", "clinic/booking"},
    {"do i need a gp referral first", "clinic/referral"},
    {"never done pilates, which class for a beginner", "clinic/pilates-beginner"},
    {"what do i do after the session, can i go to the gym", "mfr/exercise-after"},
    {"my mother is 82, is she too old for this", "mfr/older-adults"},
    {"does rolling get rid of cellulite", "fascia/cellulite-myth"},
    {"is acupuncture the same as what u do", "mfr/vs-acupuncture"},
    {"i felt worse the day after, is that normal", "mfr/side-effects"},
    {"morning hi there", "chat/greeting"},
    {"let me talk to a real person pls", "chat/human"},
};

bool answers(const Reply& reply, std::string_view topic) {
  return std::ranges::find(reply.answers, topic, &Answer::topic) != reply.answers.end();
}

bool offers(const Reply& reply, std::string_view topic) {
  return std::ranges::find(reply.choices, topic, &Link::topic) != reply.choices.end();
}

// How many of the rows end as they should, and the messages of those that do not.
struct Tally {
  double share = 0.0;
  std::string others;
};

template <typename Holds>
Tally tally(Holds holds) {
  Tally counted;
  for (const Row& row : kRows) {
    const Reply reply = tests::ask(tests::real_engine(), row.message);
    if (holds(reply, row.topic)) {
      counted.share += 1.0 / static_cast<double>(std::size(kRows));
    } else {
      counted.others += "\n  " + std::string(row.message) + " -> " + tests::outline(reply);
    }
  }
  return counted;
}

TEST_CASE("visitors: a plain question is answered, or its answer is among the choices") {
  const Tally right = tally([](const Reply& r, auto topic) { return answers(r, topic) || offers(r, topic); });
  CAPTURE(right.others);
  CHECK(right.share >= 0.9);
}

TEST_CASE("visitors: most need not be asked back") {
  const Tally answered = tally([](const Reply& r, auto topic) { return answers(r, topic); });
  CAPTURE(answered.others);
  CHECK(answered.share >= 0.75);
}

TEST_CASE("visitors: hardly anybody is told something else") {
  const Tally not_misled =
      tally([](const Reply& r, auto topic) { return r.kind != ReplyKind::kAnswer || answers(r, topic); });
  CAPTURE(not_misled.others);
  CHECK(not_misled.share >= 0.9);
}

TEST_CASE("visitors: help comes first where it is needed at once") {
  const Row rows[] = {
      {"my chest feels crushed and the pain goes down my left arm", "safety/emergency"},
      {"back pain and now i cant feel anything between my legs", "safety/cauda-equina"},
      {"i dont want to be alive any more", "safety/crisis"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    const Reply reply = tests::ask(tests::real_engine(), row.message);
    CHECK(reply.kind == ReplyKind::kUrgent);
    CHECK(answers(reply, row.topic));
  }
}

TEST_CASE("visitors: figures of speech frighten nobody") {
  for (const std::string_view message :
       {"this traffic is killing me", "i'm dying to try pilates", "my desk chair is murder on my back"}) {
    CAPTURE(message);
    CHECK(tests::ask(tests::real_engine(), message).kind != ReplyKind::kUrgent);
  }
}

TEST_CASE("visitors: what is none of the clinic's business is hardly ever answered") {
  const std::string_view messages[] = {
      "which laptop should i buy for university",
      "translate good evening into polish",
      "how do i get chewing gum out of a carpet",
      "what's the capital of australia",
      "write me a poem about autumn",
      "is bitcoin going up again",
      "how long do i boil an egg",
      "my printer says paper jam",
      "qzx vwk plmk",
      "recommend a film for tonight",
  };
  std::string answered;
  int count = 0;
  for (const std::string_view message : messages) {
    const Reply reply = tests::ask(tests::real_engine(), message);
    if (reply.kind != ReplyKind::kAnswer) continue;
    ++count;
    answered += "\n  " + std::string(message) + " -> " + tests::outline(reply);
  }
  CAPTURE(answered);
  CHECK(count <= 1);
}

}  // namespace
}  // namespace faqbot

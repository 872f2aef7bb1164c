#include "text/privacy.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using faqbot::text::holds_contact;
using faqbot::text::MaskedText;

namespace {

struct Row {
  std::string_view typed;
  std::string_view kept;
};

const Row kMasked[] = {
    {"write to sam@example.org please", "write to [e-mail] please"},
    {"Sam.O'Neill+mfr@mail.example.co.uk", "[e-mail]"},
    {"jürgen@müller.example", "[e-mail]"},
    {"it's sam@example", "it's [e-mail]"},
    {"sam at example dot org", "[e-mail]"},
    {"sam(at)example(dot)co(dot)uk", "[e-mail]"},
    {"call 07700 900123 after six", "call [phone] after six"},
    {"+44 7700 900123", "[phone]"},
    {"+44 (0)20 7946 0123", "[phone]"},
    {"(020) 7946 0123", "[phone]"},
    {"0049-30-901820", "[phone]"},
    {"06 12 34 56 78", "[phone]"},
    {"020.7946.0123", "[phone]"},
    {"555-123-4567", "[phone]"},
    {"1-555-123-4567", "[phone]"},
    {"5551234567", "[phone]"},
    {"ring 555-0123", "ring [phone]"},
    {"44 7700 900123", "[phone]"},
    {"my card is 4111 1111 1111 1111", "my card is [card]"},
    {"4111111111111111", "[card]"},
    {"3782-822463-10005", "[card]"},
    {"NHS number 943 476 5919", "NHS number [number]"},
    {"NI AB 12 34 56 C", "NI [number]"},
    {"ssn 123-45-6789", "ssn [number]"},
    {"GB82 WEST 1234 5698 7654 32", "[number]"},
    {"membership 12345678", "membership [number]"},
    {"policy BX1234567", "policy [number]"},
    {"born 3/4/1962", "born [date]"},
    {"dob 03.04.62", "dob [date]"},
    {"1962-04-03", "[date]"},
    {"on 3rd of April 1962", "on [date]"},
    {"April 3, 1962", "[date]"},
    {"I was born in 1962", "I was born in [date]"},
    {"Year of birth: 1962", "Year of birth: [date]"},
    {"sam@example.org, 07700 900123, 3/4/62", "[e-mail], [phone], [date]"},
};

const std::string_view kStays[] = {
    "my L5 hurts",
    "L4/L5 and C5-C6, also S1",
    "10 sessions",
    "20 minutes or 30",
    "30-60 minutes",
    "is it £60 or £1,200.50",
    "$45-$60, 100-150 euros",
    "between 1200 and 1500, or 1200-1500",
    "12 wks",
    "6-8 weeks, 48-72 hours",
    "open 24/7?",
    "open on 24/12?",
    "on 24 December",
    "9am-5pm, 10:30 to 18:00",
    "i am 62 and 1.75 m",
    "10 15 20 30 45 60 minute sessions",
    "3x10 reps, 2 sets",
    "500 mg paracetamol, ICD M54.5",
    "since 2019",
    "in 2024-2025",
    "room 101, SW1A 1AA",
    "1 in 1,000,000",
    "0 to 10, I'd say 7/10",
    "look at the dot on my back",
    "prices are 100 200 300 400",
    "from 20 to 30 45 60 a week",
    "email me @ lunch",
    "[e-mail] [phone] [card] [number] [date]",
    "does it hurt?",
    "",
};

}  // namespace

TEST_CASE("privacy: what tells who somebody is, is masked by its shape") {
  for (const Row& row : kMasked) {
    CAPTURE(row.typed);
    CHECK(MaskedText(row.typed).text() == row.kept);
  }
}

TEST_CASE("privacy: what only looks like it stays") {
  for (const std::string_view words : kStays) {
    CAPTURE(words);
    CHECK(MaskedText(words).text() == words);
  }
}

TEST_CASE("privacy: masking what is masked changes nothing") {
  for (const Row& row : kMasked) {
    CAPTURE(row.typed);
    const MaskedText once(row.typed);
    CHECK(MaskedText(once.text()) == once);
  }
}

TEST_CASE("privacy: a reply needs an e-mail address or a telephone number") {
  for (const std::string_view good : {"sam@example.org", "07700 900123", "+44 20 7946 0123 ext 12", "5550123",
                                      "555-0123 after six", "Sam <sam@example.org>", "12 34 56 78"}) {
    CAPTURE(good);
    CHECK(holds_contact(good));
  }
  for (const std::string_view bad :
       {"", "Sam", "sam@", "sam@example", "@example.org", "12345", "call me", "1234 5678 9012 3456 7890"}) {
    CAPTURE(bad);
    CHECK_FALSE(holds_contact(bad));
  }
}

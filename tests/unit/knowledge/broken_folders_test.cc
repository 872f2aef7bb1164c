// Folders with one fault each: the problem names the file, the line and the mend.

#include <doctest/doctest.h>

#include <ostream>

#include "unit/knowledge/good_folder.h"

namespace faqbot::tests {
namespace {

using knowledge::Loaded;
using knowledge::Problem;
using namespace std::string_view_literals;

// Exactly this problem and no other, so that one fault never buries an editor in messages.
void check_only_problem(const Loaded& loaded, const Broken& row, Problem::Severity severity) {
  CAPTURE(row.what);
  CHECK((loaded.knowledge == nullptr) == (severity == Problem::Severity::kError));
  for (const Problem& problem : loaded.problems) CAPTURE(problem.line());
  REQUIRE(loaded.problems.size() == 1);
  const Problem& problem = loaded.problems.front();
  CHECK(problem.place.file == row.file);
  CHECK(problem.place.line == row.problem_line);
  CHECK_MESSAGE(problem.what.find(row.gist) != std::string::npos, problem.what);
  CHECK(problem.severity == severity);
}

constexpr std::string_view kTopic = "mfr/pressure.md";

const Broken kFrontMatter[] = {
    {"no front matter", kTopic, 1, "title first", 1, "begins with a line ---"},
    {"front matter without end", kTopic, 19, "reviewed_by: x", 23,
     "the line --- that ends the keys is missing"},
    {"unknown key", kTopic, 16, "see_alsо: []", 16, "not a key"},
    {"misspelt key", kTopic, 16, "see_allso: []", 16, "did you mean \"see_also\"?"},
    {"key given twice", kTopic, 16, "title: Again", 16,
     "\"title\" stands here a second time (first in line 2)"},
    {"no title", kTopic, 2, "title:", 2, "\"title\" is missing or empty"},
    {"title that is a list", kTopic, 2, "title: [a, b]", 2, "must be one text"},
    {"title with a placeholder", kTopic, 2, "title: \"Is {{clinic.name}} good?\"", 2,
     "a title cannot name a fact"},
    {"an empty question", kTopic, 5, "  - pressure and more\n  -", 6, "an item of \"questions\" is empty"},
    {"a question of signs only", kTopic, 5, "  - \"?!\"", 5, "holds no words"},
    {"a question that YAML reads as a map", kTopic, 5, "  - pressure and more\n  - note: how hard", 6,
     "is not a plain text"},
    {"no date of review", kTopic, 18, "review_by: 2027-01-01", 2, "\"reviewed\" is missing"},
    {"a date that is none", kTopic, 18, "reviewed: 2026-02-30", 18, "no date"},
    {"a date in another order", kTopic, 18, "reviewed: 22.11.2026", 18, "write year-month-day"},
    {"to be reviewed before it was", kTopic, 18, "reviewed: 2026-11-22\nreview_by: 2026-11-01", 19,
     "lies before"},
    {"strict without a date", kTopic, 16, "strict: true", 16, "add that date"},
    {"strict that is neither true nor false", kTopic, 16, "strict: perhaps", 16, "must be true or false"},
    {"an unknown key for the staff", kTopic, 16, "staff: {fax: none}", 16, "\"fax\" is not a key"},
    {"an unknown fact in a staff text", kTopic, 16, "staff: {phone: \"Say {{clinic.fone}}\"}", 16,
     "did you mean {{clinic.phone}}?"},
    {"an anchor", kTopic, 5, "  - &again pressure two", 5, "names an anchor"},
    {"an alias", kTopic, 5, "  - *again", 5, "cannot be read as YAML"},
    {"a tag", kTopic, 5, "  - !!str two", 5, "is a tag"},
    {"nesting without end", kTopic, 16, "see_also: [[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]", 16,
     "nested too deeply"},
    {"YAML that is none", kTopic, 16, "see_also: [mfr/pressure", 17, "cannot be read as YAML"},
    {"a quote that is never closed", kTopic, 5, "  - \"two", 5, "never closed"},
    {"an unquoted placeholder", kTopic, 16, "if_missing: {{clinic.reach}} please", 16,
     "needs quotes around it"},
};

const Broken kAnswers[] = {
    {"an unknown fact", kTopic, 22, "Ask {{clinic.fax_number}}.", 22,
     "{{clinic.fax_number}} is no key of clinic.yaml"},
    {"a placeholder with spaces", kTopic, 22, "Ask {{ clinic.phone }}.", 22, "is no placeholder"},
    {"a placeholder that is not closed", kTopic, 22, "Ask {{clinic.phone}.", 22, "is no placeholder"},
    {"a first paragraph that could be missing", kTopic, 20, "Call {{clinic.phone}}.", 20,
     "add the key if_missing"},
    {"the same, with the fact in its second line", kTopic, 20, "Call us,\nwe say {{clinic.phone}}.", 20,
     "add the key if_missing"},
    {"an if_missing that could be missing", kTopic, 20, "Call {{clinic.phone}}.", 20, "if_missing"},
    {"a heading first", kTopic, 20, "### Short", 20, "must begin with a plain paragraph"},
    {"a list first", kTopic, 20, "- Short", 20, "must begin with a plain paragraph"},
    {"a script as a link", kTopic, 22, "[Click](javascript:alert(1))", 22, "would not be shown"},
    {"a relative link", kTopic, 22, "[See](../prices)", 22, "links begin with https://"},
};

const Broken kNames[] = {
    {"a dangling see_also", kTopic, 16, "see_also: [mfr/does-it-hrt]", 16, "did you mean mfr/does-it-hurt?"},
    {"a see_also to itself", kTopic, 16, "see_also: [mfr/pressure]", 16, "names the topic itself"},
    {"a dangling source", kTopic, 17, "sources: [nhs-gone-away]", 17, "is not in sources.yaml"},
    {"a level's dangling topic", "safety/urgent.yaml", 2, "topic: safety/soon", 2, "is no topic"},
    {"a level's dangling source", "safety/urgent.yaml", 3, "sources: [nice]", 3, "is not in sources.yaml"},
    {"a rule's unknown concept", "safety/urgent.yaml", 6, "    all: [chest, presure]", 5,
     "did you mean pressure?"},
    {"a rule's unknown exception", "safety/urgent.yaml", 8, "    unless: [long_ago]", 5,
     "the concept long_ago"},
    {"a partner without a topic that is none", "partners.yaml", 5, "  without: [chat/bye]", 5, "is no topic"},
    {"a partner without a group that is none", "partners.yaml", 5, "  without: [talk/]", 5, "has no topics"},
    {"a partner without safety", "partners.yaml", 5, "  without: [safety/crisis]", 5, "cannot be left out"},
};

const Broken kWordings[] = {
    {"a question of two topics", kTopic, 7, "  - Hurt ONE?", 7, "asked in mfr/does-it-hurt.md:4 too"},
    {"a wording that must and must never", kTopic, 16, "never: [Pressure two!]", 16, "must never reach it"},
    {"a pattern that RE2 refuses", kTopic, 16, "patterns: [\"how (hard\"]", 16, "the pattern cannot be used"},
    {"a pattern that looks behind", kTopic, 16, "patterns: ['(?<=not )hard']", 16,
     "the pattern cannot be used"},
    {"a pattern that needs too much memory", kTopic, 16, "patterns: ['((a{100}){100}){100}']", 16,
     "the pattern cannot be used"},
    {"a pattern that fits everything", kTopic, 16, "patterns: ['(hard)?']", 16,
     "fits a message without any words"},
    {"off topic, yet a question", "off-topic.yaml", 3, "  - pressure two", 3,
     "is asked in mfr/pressure.md:5"},
    {"an alarm that must not be one", "safety/urgent.yaml", 12, "  - It crushes my chest crisis!", 12,
     "as an example in safety/crisis.yaml:10"},
    {"a concept that RE2 refuses", "safety/concepts.yaml", 1, "chest: ['[chest']", 1,
     "the pattern cannot be used"},
    {"an empty concept", "safety/concepts.yaml", 1, "chest: []", 1, "is empty"},
    {"a variant of two words", "synonyms.yaml", 4, "  massage: [rub, Physio]", 4,
     "stands under \"physiotherapist\""},
    {"a word without variants", "synonyms.yaml", 4, "  massage:", 4, "has no variants"},
};

const Broken kOtherFiles[] = {
    {"a source without a title", "sources.yaml", 2, "  title:", 2, "\"title\" is missing"},
    {"a source that says nothing", "sources.yaml", 5, "  says: ''", 5, "\"says\" is missing"},
    {"a source from a file", "sources.yaml", 4, "  url: file:///etc/passwd", 4,
     "must begin with https:// or http://"},
    {"a source with a strange id", "sources.yaml", 1,
     "nhs-pain: {title: a, publisher: b, url: \"https://c.org\", says: d}\n"
     "NHS Pain:",
     2, "cannot be a source's id"},
    {"a source twice", "sources.yaml", 5,
     "  says: x\nnhs-pain: {title: a, publisher: b, url: \"https://c.org\", says: d}", 6,
     "\"nhs-pain\" stands here a second time"},
    {"an unknown key in off-topic.yaml", "off-topic.yaml", 1, "hint: not ours", 1, "\"hint\" is not a key"},
    {"a level under another name", "safety/urgent.yaml", 1, "level: crisis", 1, "make them the same"},
    {"a rule without concepts", "safety/urgent.yaml", 6, "    all: []", 5, "has no \"all\""},
    {"a rule without a name", "safety/urgent.yaml", 5, "  - name:", 5, "\"name\" is missing"},
    {"a rule for a whole book", "safety/urgent.yaml", 7, "    within: 20000", 7, "from 1 to 200"},
    {"a partner without pages", "partners.yaml", 3, "  origins: []", 3, "\"origins\" is missing or empty"},
    {"a partner's page instead of its origin", "partners.yaml", 3, "  origins: [https://gym.example/chat]", 3,
     "is no origin"},
    {"a theme that loads a file", "partners.yaml", 4, "  theme: {accent: \"url(https://evil.example)\"}", 4,
     "no plain value"},
    {"an emergency number without proof", "emergency-numbers.yaml", 5, "", 2, "\"confirmed\" is missing"},
    {"a country with a long code", "emergency-numbers.yaml", 2,
     "  UNITED:\n    name: x\n    emergency: \"1\"\n"
     "    confirmed: [https://a.org]\n  GB:",
     2, "no country code"},
};

const Broken kClinic[] = {
    {"no name", "clinic.yaml", 1, "name:", 1, "\"name\" is missing or empty"},
    {"an unknown fact", "clinic.yaml", 3, "fone: 123", 3, "did you mean \"phone\"?"},
    {"a computed fact", "clinic.yaml", 3, "reach: call us", 3, "\"reach\" is not a key"},
    {"a phone number of words", "clinic.yaml", 3, "phone: ask Pat", 3, "no phone number"},
    {"an e-mail address of words", "clinic.yaml", 3, "email: desk at clinic", 3, "no e-mail address"},
    {"a booking link that is a script", "clinic.yaml", 3, "booking_link: javascript:alert(1)", 3,
     "no web address"},
    {"a country by name", "clinic.yaml", 2, "country: England", 2, "two capital letters"},
    {"a fact within a fact", "clinic.yaml", 3, "parking: \"ask at {{clinic.phone}}\"", 3, "write it out"},
    {"a list where one text belongs", "clinic.yaml", 3, "phone: [1234, 5678]", 3, "must be one text"},
    {"a reversed time", "clinic.yaml", 6, "  monday: [\"18:00-09:00\"]", 6, "ends before it begins"},
    {"overlapping times", "clinic.yaml", 6, "  monday: [\"09:00-13:00\", \"12:00-18:00\"]", 6, "overlap"},
    {"a time of another shape", "clinic.yaml", 6, "  monday: 9am-5pm", 6, "no opening time"},
    {"a time past midnight", "clinic.yaml", 6, "  monday: [\"09:00-25:00\"]", 6, "no opening time"},
    {"a day left out", "clinic.yaml", 7, "", 4, "the hours of tuesday are missing"},
    {"a day that is no day", "clinic.yaml", 7, "  tuesday: closed\n  tusday: closed", 8,
     "did you mean \"tuesday\"?"},
    {"no time zone", "clinic.yaml", 5, "  timezone:", 5, "\"timezone\" is missing"},
    {"a time zone with a way out", "clinic.yaml", 5, "  timezone: Europe/Lon don", 5, "no time zone"},
    {"a special day open and closed", "clinic.yaml", 14,
     "    - {date: 2026-12-25, closed: true, open: \"09:00-10:00\"}", 14, "either open or closed"},
    {"a special day without a date", "clinic.yaml", 14, "    - {closed: true}", 14, "\"date\" is missing"},
    {"a special day twice", "clinic.yaml", 14,
     "    - {date: 2026-12-25, closed: true}\n"
     "    - {date: 2026-12-25, open: \"09:00-10:00\"}",
     15, "twice"},
};

const Broken kBytes[] = {
    {"bytes that are no UTF-8", kTopic, 22, "caf\xE9", 22, "not UTF-8"},
    {"half a character", kTopic, 20, "\xE2\x82", 20, "not UTF-8"},
    {"a NUL byte", kTopic, 22, "a\0b"sv, 22, "NUL"},
    {"a surrogate", "synonyms.yaml", 1, "about: \xED\xA0\x80", 1, "not UTF-8"},
};

const Broken kWarnings[] = {
    {"fewer than twelve questions", kTopic, 5, "  # one less", 3, "only 11 questions"},
    {"a title too long for a button", kTopic, 2,
     "title: Is this title, which goes on and on and on, not much too long for a button?", 2, "characters"},
    {"a review overdue", kTopic, 18, "reviewed: 2025-01-01\nreview_by: 2026-01-01", 19,
     "was to be checked by 2026-01-01"},
    {"a medical answer without a source", kTopic, 17, "", 2, "needs a source"},
    {"a question twice in one topic", kTopic, 5, "  - Pressure one\n  - pressure and more", 5,
     "asked in line 4 already"},
    {"an if_missing that is never shown", kTopic, 16, "if_missing: Ask us.", 16, "never shown"},
    {"two topics of one title", kTopic, 2, "title: About hurt", 2, "buttons would look alike"},
    {"raw HTML", kTopic, 22, "<div>Detail</div>", 22, "raw HTML is never shown"},
    {"a picture", kTopic, 22, "![A back](https://www.example.org/back.png)", 22, "pictures are never shown"},
    {"a country without numbers", "clinic.yaml", 2, "country: ZA", 2, "has no entry for ZA"},
    {"a fragment in capitals", "safety/concepts.yaml", 1, "chest: [chest, Brust]", 1, "can never be found"},
    {"an example twice", "safety/urgent.yaml", 10, "  - It crushes my chest - crisis", 10, "stands in"},
};

TEST_CASE("loader: a fault in a topic's keys is an error at its line") {
  for (const Broken& row : kFrontMatter) check_only_problem(load_broken(row), row, Problem::Severity::kError);
}

TEST_CASE("loader: a fault in an answer is an error at its line") {
  for (const Broken& row : kAnswers) check_only_problem(load_broken(row), row, Problem::Severity::kError);
}

TEST_CASE("loader: a name that leads nowhere is an error where it stands") {
  for (const Broken& row : kNames) check_only_problem(load_broken(row), row, Problem::Severity::kError);
}

TEST_CASE("loader: a wording in two places, or a pattern of no use, is an error where it stands") {
  for (const Broken& row : kWordings) check_only_problem(load_broken(row), row, Problem::Severity::kError);
}

TEST_CASE("loader: a fault in sources, levels, partners or numbers is an error at its line") {
  for (const Broken& row : kOtherFiles) check_only_problem(load_broken(row), row, Problem::Severity::kError);
}

TEST_CASE("loader: a fact or a time that cannot be right is an error at its line") {
  for (const Broken& row : kClinic) check_only_problem(load_broken(row), row, Problem::Severity::kError);
}

TEST_CASE("loader: bytes that are no text are an error at their line") {
  for (const Broken& row : kBytes) check_only_problem(load_broken(row), row, Problem::Severity::kError);
}

TEST_CASE("loader: what can wait is a warning and lets the knowledge serve") {
  for (const Broken& row : kWarnings) check_only_problem(load_broken(row), row, Problem::Severity::kWarning);
}

}  // namespace
}  // namespace faqbot::tests

// Folders with one fault each: the problem names the file, the line and the mend.

#include <doctest/doctest.h>

#include <array>
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

const auto kFrontMatter = std::to_array<Broken>({
    {"no front matter", kTopic, 1, 1, "title first", "begins with a line ---"},
    {"front matter without end", kTopic, 19, 23, "reviewed_by: x",
     "the line --- that ends the keys is missing"},
    {"unknown key", kTopic, 16, 16, "see_alsо: []", "not a key"},
    {"misspelt key", kTopic, 16, 16, "see_allso: []", "did you mean \"see_also\"?"},
    {"key given twice", kTopic, 16, 16, "title: Again",
     "\"title\" stands here a second time (first in line 2)"},
    {"no title", kTopic, 2, 2, "title:", "\"title\" is missing or empty"},
    {"title that is a list", kTopic, 2, 2, "title: [a, b]", "must be one text"},
    {"title with a placeholder", kTopic, 2, 2, "title: \"Is {{clinic.name}} good?\"",
     "a title cannot name a fact"},
    {"an empty question", kTopic, 5, 6, "  - pressure and more\n  -", "an item of \"questions\" is empty"},
    {"a question of signs only", kTopic, 5, 5, "  - \"?!\"", "holds no words"},
    {"a question that YAML reads as a map", kTopic, 5, 6, "  - pressure and more\n  - note: how hard",
     "is not a plain text"},
    {"no date of review", kTopic, 18, 2, "review_by: 2027-01-01", "\"reviewed\" is missing"},
    {"a date that is none", kTopic, 18, 18, "reviewed: 2026-02-30", "no date"},
    {"a date in another order", kTopic, 18, 18, "reviewed: 22.11.2026", "write year-month-day"},
    {"to be reviewed before it was", kTopic, 18, 19, "reviewed: 2026-11-22\nreview_by: 2026-11-01",
     "lies before"},
    {"strict without a date", kTopic, 16, 16, "strict: true", "add that date"},
    {"strict that is neither true nor false", kTopic, 16, 16, "strict: perhaps", "must be true or false"},
    {"an unknown key for the staff", kTopic, 16, 16, "staff: {fax: none}", "\"fax\" is not a key"},
    {"an unknown fact in a staff text", kTopic, 16, 16, "staff: {phone: \"Say {{clinic.fone}}\"}",
     "did you mean {{clinic.phone}}?"},
    {"an anchor", kTopic, 5, 5, "  - &again pressure two", "names an anchor"},
    {"an alias", kTopic, 5, 5, "  - *again", "cannot be read as YAML"},
    {"a tag", kTopic, 5, 5, "  - !!str two", "is a tag"},
    {"nesting without end", kTopic, 16, 16, "see_also: [[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]",
     "nested too deeply"},
    {"YAML that is none", kTopic, 16, 17, "see_also: [mfr/pressure", "cannot be read as YAML"},
    {"a quote that is never closed", kTopic, 5, 5, "  - \"two", "never closed"},
    {"an unquoted placeholder", kTopic, 16, 16, "if_missing: {{clinic.reach}} please",
     "needs quotes around it"},
});

const auto kAnswers = std::to_array<Broken>({
    {"an unknown fact", kTopic, 22, 22, "Ask {{clinic.fax_number}}.",
     "{{clinic.fax_number}} is no key of clinic.yaml"},
    {"a placeholder with spaces", kTopic, 22, 22, "Ask {{ clinic.phone }}.", "is no placeholder"},
    {"a placeholder that is not closed", kTopic, 22, 22, "Ask {{clinic.phone}.", "is no placeholder"},
    {"a first paragraph that could be missing", kTopic, 20, 20, "Call {{clinic.phone}}.",
     "add the key if_missing"},
    {"the same, with the fact in its second line", kTopic, 20, 20, "Call us,\nwe say {{clinic.phone}}.",
     "add the key if_missing"},
    {"an if_missing that could be missing", kTopic, 20, 20, "Call {{clinic.phone}}.", "if_missing"},
    {"a heading first", kTopic, 20, 20, "### Short", "must begin with a plain paragraph"},
    {"a list first", kTopic, 20, 20, "- Short", "must begin with a plain paragraph"},
    {"a script as a link", kTopic, 22, 22, "[Click](javascript:alert(1))", "would not be shown"},
    {"a relative link", kTopic, 22, 22, "[See](../prices)", "links begin with https://"},
});

const auto kNames = std::to_array<Broken>({
    {"a dangling see_also", kTopic, 16, 16, "see_also: [mfr/does-it-hrt]", "did you mean mfr/does-it-hurt?"},
    {"a see_also to itself", kTopic, 16, 16, "see_also: [mfr/pressure]", "names the topic itself"},
    {"a dangling source", kTopic, 17, 17, "sources: [nhs-gone-away]", "is not in sources.yaml"},
    {"a level's dangling topic", "safety/urgent.yaml", 2, 2, "topic: safety/soon", "is no topic"},
    {"a level's dangling source", "safety/urgent.yaml", 3, 3, "sources: [nice]", "is not in sources.yaml"},
    {"a rule's unknown concept", "safety/urgent.yaml", 6, 5, "    all: [chest, presure]",
     "did you mean pressure?"},
    {"a rule's unknown exception", "safety/urgent.yaml", 8, 5, "    unless: [long_ago]",
     "the concept long_ago"},
    {"a partner without a topic that is none", "partners.yaml", 5, 5, "  without: [chat/bye]", "is no topic"},
    {"a partner without a group that is none", "partners.yaml", 5, 5, "  without: [talk/]", "has no topics"},
    {"a partner's wording of a topic that is none", "partners.yaml", 5, 5, "  wording: {chat/bye: Bye.}",
     "is no topic"},
    {"a partner's wording of safety", "partners.yaml", 5, 5, "  wording: {safety/crisis: Breathe.}",
     "one wording for everybody"},
    {"a partner's wording with an unknown fact", "partners.yaml", 5, 5,
     "  wording: {chat/greeting: \"Ring {{clinic.fone}}.\"}", "did you mean {{clinic.phone}}?"},
    {"a partner's wording with a script as a link", "partners.yaml", 5, 5,
     "  wording: {chat/greeting: \"[Hi](javascript:alert(1))\"}", "would not be shown"},
    {"a partner's wording without words", "partners.yaml", 5, 5, "  wording: {chat/greeting: }",
     "must be a text"},
    {"a partner without safety", "partners.yaml", 5, 5, "  without: [safety/crisis]", "cannot be left out"},
});

const auto kWordings = std::to_array<Broken>({
    {"a question of two topics", kTopic, 7, 7, "  - Hurt ONE?", "asked in mfr/does-it-hurt.md:4 too"},
    {"a wording that must and must never", kTopic, 16, 16, "never: [Pressure two!]", "must never reach it"},
    {"a pattern that RE2 refuses", kTopic, 16, 16, "patterns: [\"how (hard\"]", "the pattern cannot be used"},
    {"a pattern that looks behind", kTopic, 16, 16, "patterns: ['(?<=not )hard']",
     "the pattern cannot be used"},
    {"a pattern that needs too much memory", kTopic, 16, 16, "patterns: ['((a{100}){100}){100}']",
     "the pattern cannot be used"},
    {"a pattern that fits everything", kTopic, 16, 16, "patterns: ['(hard)?']",
     "fits a message without any words"},
    {"off topic, yet a question", "off-topic.yaml", 3, 3, "  - pressure two",
     "is asked in mfr/pressure.md:5"},
    {"an alarm that must not be one", "safety/urgent.yaml", 12, 12, "  - It crushes my chest crisis!",
     "as an example in safety/crisis.yaml:10"},
    {"a concept that RE2 refuses", "safety/concepts.yaml", 1, 1, "chest: ['[chest']",
     "the pattern cannot be used"},
    {"an empty concept", "safety/concepts.yaml", 1, 1, "chest: []", "is empty"},
    {"an empty kind of words", "safety/words.yaml", 2, 2, "numb: []", "is empty"},
    {"a kind with a name of its own making", "safety/words.yaml", 3, 3, "Saddle: [groin]",
     "cannot be a kind's name"},
    {"a variant of two words", "synonyms.yaml", 4, 4, "  massage: [rub, Physio]",
     "stands under \"physiotherapist\""},
    {"a word without variants", "synonyms.yaml", 4, 4, "  massage:", "has no variants"},
});

const auto kOtherFiles = std::to_array<Broken>({
    {"a source without a title", "sources.yaml", 2, 2, "  title:", "\"title\" is missing"},
    {"a source that says nothing", "sources.yaml", 5, 5, "  says: ''", "\"says\" is missing"},
    {"a source from a file", "sources.yaml", 4, 4, "  url: file:///etc/passwd",
     "must begin with https:// or http://"},
    {"a source with a strange id", "sources.yaml", 1, 2,
     "nhs-pain: {title: a, publisher: b, url: \"https://c.org\", says: d}\n"
     "NHS Pain:",
     "cannot be a source's id"},
    {"a source twice", "sources.yaml", 5, 6,
     "  says: x\nnhs-pain: {title: a, publisher: b, url: \"https://c.org\", says: d}",
     "\"nhs-pain\" stands here a second time"},
    {"an unknown key in off-topic.yaml", "off-topic.yaml", 1, 1, "hint: not ours", "\"hint\" is not a key"},
    {"a level under another name", "safety/urgent.yaml", 1, 1, "level: crisis", "make them the same"},
    {"a rule without concepts", "safety/urgent.yaml", 6, 5, "    all: []", "has no \"all\""},
    {"a rule without a name", "safety/urgent.yaml", 5, 5, "  - name:", "\"name\" is missing"},
    {"a rule for a whole book", "safety/urgent.yaml", 7, 7, "    within: 20000", "from 1 to 200"},
    {"a partner without pages", "partners.yaml", 3, 3, "  origins: []", "\"origins\" is missing or empty"},
    {"a partner's page instead of its origin", "partners.yaml", 3, 3, "  origins: [https://gym.example/chat]",
     "is no origin"},
    {"a theme that loads a file", "partners.yaml", 4, 4, "  theme: {accent: 'url(https://evil.example)'}",
     "no plain value"},
    {"an emergency number without proof", "emergency-numbers.yaml", 5, 2, "", "\"confirmed\" is missing"},
    {"a country with a long code", "emergency-numbers.yaml", 2, 2,
     "  UNITED:\n    name: x\n    emergency: \"1\"\n"
     "    confirmed: [https://a.org]\n  GB:",
     "no country code"},
});

const auto kClinic = std::to_array<Broken>({
    {"no name", "clinic.yaml", 1, 1, "name:", "\"name\" is missing or empty"},
    {"an unknown fact", "clinic.yaml", 3, 3, "fone: 123", "did you mean \"phone\"?"},
    {"a computed fact", "clinic.yaml", 3, 3, "reach: call us", "\"reach\" is not a key"},
    {"a phone number of words", "clinic.yaml", 3, 3, "phone: ask Pat", "no phone number"},
    {"an e-mail address of words", "clinic.yaml", 3, 3, "email: desk at clinic", "no e-mail address"},
    {"a booking link that is a script", "clinic.yaml", 3, 3, "booking_link: javascript:alert(1)",
     "no web address"},
    {"a country by name", "clinic.yaml", 2, 2, "country: England", "two capital letters"},
    {"a fact within a fact", "clinic.yaml", 3, 3, "parking: \"ask at {{clinic.phone}}\"", "write it out"},
    {"a list where one text belongs", "clinic.yaml", 3, 3, "phone: [1234, 5678]", "must be one text"},
    {"a reversed time", "clinic.yaml", 6, 6, "  monday: [\"18:00-09:00\"]", "ends before it begins"},
    {"overlapping times", "clinic.yaml", 6, 6, "  monday: [\"09:00-13:00\", \"12:00-18:00\"]", "overlap"},
    {"a time of another shape", "clinic.yaml", 6, 6, "  monday: 9am-5pm", "no opening time"},
    {"a time past midnight", "clinic.yaml", 6, 6, "  monday: [\"09:00-25:00\"]", "no opening time"},
    {"a day left out", "clinic.yaml", 7, 4, "", "the hours of tuesday are missing"},
    {"a day that is no day", "clinic.yaml", 7, 8, "  tuesday: closed\n  tusday: closed",
     "did you mean \"tuesday\"?"},
    {"no time zone", "clinic.yaml", 5, 5, "  timezone:", "\"timezone\" is missing"},
    {"a time zone with a way out", "clinic.yaml", 5, 5, "  timezone: Europe/Lon don", "no time zone"},
    {"a special day open and closed", "clinic.yaml", 14, 14,
     "    - {date: 2026-12-25, closed: true, open: \"09:00-10:00\"}", "either open or closed"},
    {"a special day without a date", "clinic.yaml", 14, 14, "    - {closed: true}", "\"date\" is missing"},
    {"a special day twice", "clinic.yaml", 14, 15,
     "    - {date: 2026-12-25, closed: true}\n"
     "    - {date: 2026-12-25, open: \"09:00-10:00\"}",
     "twice"},
});

const auto kBytes = std::to_array<Broken>({
    {"bytes that are no UTF-8", kTopic, 22, 22, "caf\xE9", "not UTF-8"},
    {"half a character", kTopic, 20, 20, "\xE2\x82", "not UTF-8"},
    {"a NUL byte", kTopic, 22, 22, "a\0b"sv, "NUL"},
    {"a surrogate", "synonyms.yaml", 1, 1, "about: \xED\xA0\x80", "not UTF-8"},
});

const auto kWarnings = std::to_array<Broken>({
    {"fewer than twelve questions", kTopic, 5, 3, "  # one less", "only 11 questions"},
    {"a title too long for a button", kTopic, 2, 2,
     "title: Is this title, which goes on and on and on, not much too long for a button?", "characters"},
    {"a review overdue", kTopic, 18, 19, "reviewed: 2025-01-01\nreview_by: 2026-01-01",
     "was to be checked by 2026-01-01"},
    {"a medical answer without a source", kTopic, 17, 2, "", "needs a source"},
    {"a question twice in one topic", kTopic, 5, 5, "  - Pressure one\n  - pressure and more",
     "asked in line 4 already"},
    {"an if_missing that is never shown", kTopic, 16, 16, "if_missing: Ask us.", "never shown"},
    {"two topics of one title", kTopic, 2, 2, "title: About hurt", "buttons would look alike"},
    {"raw HTML", kTopic, 22, 22, "<div>Detail</div>", "raw HTML is never shown"},
    {"a picture", kTopic, 22, 22, "![A back](https://www.example.org/back.png)", "pictures are never shown"},
    {"a country without numbers", "clinic.yaml", 2, 2, "country: ZA", "has no entry for ZA"},
    {"a word twice in its kind", "safety/words.yaml", 2, 2, "numb: [numb, numb]", "remove one"},
    {"a fragment in capitals", "safety/concepts.yaml", 1, 1, "chest: [chest, Brust]", "can never be found"},
    {"an example twice", "safety/urgent.yaml", 10, 10, "  - It crushes my chest - crisis", "stands in"},
});

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

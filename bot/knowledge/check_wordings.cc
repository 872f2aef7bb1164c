#include "knowledge/check_wordings.h"

#include <future>
#include <string>
#include <string_view>
#include <unordered_map>

#include "knowledge/pattern_check.h"
#include "knowledge/reading.h"
#include "text/utf8.h"

namespace faqbot::knowledge {
namespace {

std::string shown(const Place& place) {
  return place.file + ':' + std::to_string(place.line);
}

struct Entry {
  Place place;
  const Topic* topic;
  const Wording* question;
};

using Questions = std::unordered_map<std::string, Entry>;

void check_question(const Topic& topic, const Wording& question, Questions& seen, Report& report) {
  const Place place{topic.file, question.line};
  const std::string reading = reading_of(question.text);
  if (reading.empty()) {
    report.error(place, "the question \"" + question.text + "\" holds no words; write what people type");
    return;
  }
  const auto [earlier, fresh] = seen.emplace(reading, Entry{place, &topic, &question});
  if (fresh) return;
  const Entry& other = earlier->second;
  // Within one topic only plain repetition is told: "u ok" beside "you ok" does no harm.
  const bool repeated = text::fold(other.question->text) == text::fold(question.text);
  if (other.topic == &topic && repeated)
    report.warning(place, "\"" + question.text + "\" is asked in line " + std::to_string(other.place.line) +
                              " already; remove one");
  if (other.topic != &topic)
    report.error(place, "\"" + question.text + "\" is asked in " + shown(other.place) +
                            " too; keep it in the topic that answers it best");
}

void check_never(const Topic& topic, const Questions& questions, Report& report) {
  for (const Wording& never : topic.never) {
    const auto asked = questions.find(reading_of(never.text));
    if (asked != questions.end() && asked->second.topic == &topic)
      report.error({topic.file, never.line}, "\"" + never.text + "\" is a question of this topic (line " +
                                                 std::to_string(asked->second.place.line) +
                                                 ") and must never reach it; remove one of them");
  }
}

void check_patterns(const Topic& topic, Report& report) {
  for (const Wording& pattern : topic.patterns) {
    const std::string fault = pattern_fault(pattern.text);
    if (!fault.empty()) report.error({topic.file, pattern.line}, "\"" + pattern.text + "\": " + fault);
  }
}

void check_off_topic(const std::vector<Wording>& off_topic, const Questions& questions, Report& report) {
  for (const Wording& example : off_topic) {
    const auto asked = questions.find(reading_of(example.text));
    if (asked != questions.end())
      report.error({"off-topic.yaml", example.line}, "\"" + example.text + "\" is asked in " +
                                                         shown(asked->second.place) +
                                                         ", so it is not off topic; remove one of them");
  }
}

using Seen = std::unordered_map<std::string, Place>;

void check_examples(const Parsed& parsed, Report& report) {
  Seen alarming;
  for (const LevelOfFile& file : parsed.levels) {
    for (const Wording& example : file.level.level.examples) {
      const Place place{file.file, example.line};
      const auto [earlier, fresh] = alarming.emplace(reading_of(example.text), place);
      if (!fresh)
        report.warning(place, "this example stands in " + shown(earlier->second) + " already; remove one");
    }
  }
  for (const LevelOfFile& file : parsed.levels) {
    for (const Wording& lookalike : file.level.level.lookalikes) {
      const auto found = alarming.find(reading_of(lookalike.text));
      if (found != alarming.end())
        report.error({file.file, lookalike.line}, "\"" + lookalike.text +
                                                      "\" must not raise an alarm here, but does as "
                                                      "an example in " +
                                                      shown(found->second) + "; remove one of them");
    }
  }
}

void check_titles(const Parsed& parsed, Report& report) {
  Seen seen;
  for (const TopicFile& file : parsed.topics) {
    const Place place{file.topic.file, file.title_line};
    const auto [earlier, fresh] = seen.emplace(reading_of(file.topic.title), place);
    if (!fresh && !file.topic.title.empty())
      report.warning(place, "the title is that of " + shown(earlier->second) +
                                " too, and buttons would look alike; change one");
  }
}

}  // namespace

void check_wordings(const Parsed& parsed, Report& report) {
  auto others = std::async(std::launch::async, [&parsed] {
    Report found;
    check_examples(parsed, found);
    check_titles(parsed, found);
    return found;
  });
  Questions questions;
  for (const TopicFile& file : parsed.topics)
    for (const Wording& question : file.topic.questions)
      check_question(file.topic, question, questions, report);
  for (const TopicFile& file : parsed.topics) {
    check_never(file.topic, questions, report);
    check_patterns(file.topic, report);
  }
  check_off_topic(parsed.off_topic, questions, report);
  report.add(others.get());
}

}  // namespace faqbot::knowledge

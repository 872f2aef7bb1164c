#include "knowledge/topic_file.h"

#include "knowledge/dates.h"
#include "knowledge/topic_body.h"
#include "knowledge/yaml_fields.h"
#include "text/utf8.h"

namespace faqbot::knowledge {
namespace {

constexpr std::size_t kFewestQuestions = 12;
constexpr std::size_t kLongestTitle = 70;

struct Parts {
  std::string_view front;
  std::string_view body;
  int body_line = 0;
};

bool is_fence(std::string_view line) {
  return line.starts_with("---") && trimmed(line) == "---";
}

std::optional<Parts> split(std::string_view text, FileReport& report) {
  const std::size_t first_end = text.find('\n');
  if (!is_fence(text.substr(0, first_end))) {
    report.error(1,
                 "a topic begins with a line ---, then title, questions and the other keys; add that line");
    return std::nullopt;
  }
  int line = 1;
  for (std::size_t from = first_end; from != std::string_view::npos;) {
    ++line;
    const std::size_t begin = from + 1;
    const std::size_t end = text.find('\n', begin);
    if (is_fence(text.substr(begin, end == std::string_view::npos ? end : end - begin))) {
      const std::string_view body = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
      return Parts{text.substr(first_end + 1, begin - first_end - 1), body, line + 1};
    }
    from = end;
  }
  report.error(line, "the line --- that ends the keys is missing; put it before the answer");
  return std::nullopt;
}

std::vector<std::string> names(const std::vector<Wording>& wordings) {
  std::vector<std::string> texts;
  texts.reserve(wordings.size());
  for (const Wording& wording : wordings) texts.push_back(wording.text);
  return texts;
}

void read_title(const Fields& fields, TopicFile& file, FileReport& report) {
  file.title_line = fields.line("title");
  file.topic.title = fields.required_text("title", "the question in a visitor's words");
  const std::size_t length = text::length(file.topic.title);
  if (length > kLongestTitle)
    report.warning(file.title_line, "the title has " + std::to_string(length) +
                                        " characters; it is a button's "
                                        "label, so shorten it to 70 or fewer");
}

void read_questions(const Fields& fields, TopicFile& file, FileReport& report) {
  Topic& topic = file.topic;
  topic.questions = fields.texts("questions");
  topic.patterns = fields.texts("patterns");
  topic.never = fields.texts("never");
  const std::size_t count = topic.questions.size();
  if (count == 0) {
    report.error(fields.line("questions"),
                 "there are no questions; list under \"questions:\" how people ask this, "
                 "12 ways or more");
  } else if (count < kFewestQuestions) {
    report.warning(fields.line("questions"),
                   "there are only " + std::to_string(count) +
                       " questions; the assistant learns from them, so write 12 or more");
  }
}

std::string read_date(const Fields& fields, std::string_view key, FileReport& report) {
  std::string text = fields.text(key);
  if (text.empty() || date_from(text)) return text;
  report.error(fields.line(key), '"' + std::string(key) + "\" is \"" + text +
                                     "\", which is no date; write year-month-day, such as 2026-11-22");
  return {};
}

void read_review(const Fields& fields, TopicFile& file, FileReport& report,
                 std::chrono::year_month_day today) {
  Topic& topic = file.topic;
  if (fields.filled("reviewed") == nullptr)
    report.error(fields.line("reviewed"),
                 "\"reviewed\" is missing; write the day on which somebody last checked "
                 "the answer, such as reviewed: 2026-11-22");
  topic.reviewed = read_date(fields, "reviewed", report);
  topic.review_by = read_date(fields, "review_by", report);
  topic.strict = fields.flag("strict");
  const int line = fields.line("review_by");
  if (topic.review_by.empty()) {
    if (topic.strict)
      report.error(fields.line("strict"),
                   "\"strict\" withholds the answer after its review_by; add that date");
    return;
  }
  // ISO dates sort as texts.
  if (!topic.reviewed.empty() && topic.review_by < topic.reviewed)
    report.error(line, "\"review_by\" (" + topic.review_by + ") lies before \"reviewed\" (" + topic.reviewed +
                           "); correct one of them");
  else if (date_from(topic.review_by) < today)
    report.warning(line, "the answer was to be checked by " + topic.review_by +
                             "; check it, then set reviewed and review_by anew");
}

void read_references(const Fields& fields, TopicFile& file) {
  file.topic.see_also = names(fields.texts("see_also"));
  file.see_also_line = fields.line("see_also");
  file.topic.sources = names(fields.texts("sources"));
  file.sources_line = fields.line("sources");
  file.topic.if_missing = fields.text("if_missing");
  file.if_missing_line = fields.line("if_missing");
}

void read_staff(const Fields& fields, FileReport& report, Topic& topic) {
  const YamlNode* node = fields.filled("staff");
  if (node == nullptr) return;
  const Fields staff(*node, {"phone", "email", "hint"}, report);
  topic.staff = {staff.text("phone"), staff.text("email"), staff.text("hint")};
  for (const std::string_view key : {"phone", "email", "hint"})
    check_placeholders(staff.text(key), staff.line(key), report);
}

}  // namespace

std::string topic_id(std::string_view file) {
  return std::string(file.ends_with(".md") ? file.substr(0, file.size() - 3) : file);
}

std::optional<TopicFile> read_topic(std::string_view text, FileReport& report,
                                    std::chrono::year_month_day today) {
  const std::optional<Parts> parts = split(text, report);
  if (!parts) return std::nullopt;
  const std::optional<YamlNode> front = read_yaml(parts->front, 1, report);
  if (!front) return std::nullopt;
  TopicFile file;
  file.topic.id = topic_id(report.file());
  file.topic.file = report.file();
  file.topic.body = std::string(parts->body);
  file.topic.body_line = parts->body_line;
  const Fields fields(*front,
                      {"title", "questions", "patterns", "never", "see_also", "sources", "reviewed",
                       "review_by", "strict", "staff", "if_missing"},
                      report);
  read_title(fields, file, report);
  read_questions(fields, file, report);
  read_references(fields, file);
  read_review(fields, file, report, today);
  read_staff(fields, report, file.topic);
  check_answer(file, report);
  return file;
}

}  // namespace faqbot::knowledge

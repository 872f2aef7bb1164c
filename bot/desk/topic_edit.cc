#include "desk/topic_edit.h"

#include <iomanip>
#include <nlohmann/json.hpp>
#include <sstream>
#include <vector>

namespace faqbot::desk {
namespace {

constexpr std::string_view kQuestions = "questions:";

struct Line {
  std::string_view text;  // without its end
  std::size_t begin = 0;
  std::size_t next = 0;  // where the line after it begins
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back({line, at, std::min(end + 1, text.size())});
    at = end + 1;
  }
  return lines;
}

std::string_view without_indent(std::string_view line) {
  const auto first = line.find_first_not_of(' ');
  return first == std::string_view::npos ? std::string_view() : line.substr(first);
}

bool is_item(std::string_view line) {
  const std::string_view text = without_indent(line);
  return text == "-" || text.starts_with("- ");
}

// A key at the margin, or the line that ends the keys: here the list is over.
bool ends_list(std::string_view line) {
  return !line.empty() && line.front() != ' ' && line.front() != '#' && !is_item(line);
}

std::string date_text(std::chrono::year_month_day day) {
  std::ostringstream text;
  text << std::setfill('0') << std::setw(4) << static_cast<int>(day.year()) << '-' << std::setw(2)
       << static_cast<unsigned>(day.month()) << '-' << std::setw(2) << static_cast<unsigned>(day.day());
  return text.str();
}

}  // namespace

std::string yaml_quoted(std::string_view text) {
  return nlohmann::json(text).dump();
}

Result<std::string> with_question(std::string_view topic_file, std::string_view wording) {
  const std::vector<Line> lines = lines_of(topic_file);
  std::size_t at = 1;  // behind the line --- that begins the keys
  while (at < lines.size() && lines[at].text != kQuestions && lines[at].text != "---") ++at;
  const Line* last = nullptr;
  if (at < lines.size() && lines[at].text == kQuestions)
    for (++at; at < lines.size() && !ends_list(lines[at].text); ++at)
      if (is_item(lines[at].text)) last = &lines[at];
  if (last == nullptr)
    return Error{
        "the topic's questions are not a list with one entry a line; open the topic and add the wording "
        "there"};
  // An entry may go on in the lines below it.
  while (last + 1 < &lines.back() && !is_item((last + 1)->text) && (last + 1)->text.starts_with(' ')) ++last;
  const Line* item = last;
  while (!is_item(item->text)) --item;
  const std::string indent(item->text.substr(0, item->text.find('-')));
  std::string edited(topic_file.substr(0, last->next));
  edited += indent + "- " + yaml_quoted(wording) + '\n';
  edited += topic_file.substr(last->next);
  return edited;
}

std::string with_expectation(std::string_view tests_file, std::string_view message, std::string_view topic) {
  std::string edited(tests_file);
  if (!edited.empty() && edited.back() != '\n') edited += '\n';
  const auto lines = lines_of(edited);
  const bool has_list =
      std::any_of(lines.begin(), lines.end(), [](const Line& line) { return line.text == "tests:"; });
  if (!has_list) edited += "tests:\n";
  edited += "  - message: " + yaml_quoted(message) + "\n    expect: " + std::string(topic) + '\n';
  return edited;
}

std::string draft_of_topic(std::string_view title, std::span<const std::string> questions,
                           std::chrono::year_month_day today) {
  std::string draft = "---\ntitle: " + yaml_quoted(title) + "\nquestions:\n";
  for (const std::string& question : questions) draft += "  - " + yaml_quoted(question) + '\n';
  if (questions.empty()) draft += "  - \"\"\n";
  draft += "see_also: []\nsources: []\nreviewed: " + date_text(today) + "\n---\n";
  return draft;
}

}  // namespace faqbot::desk

#include "knowledge/expectations_file.h"

#include <optional>
#include <unordered_map>

#include "knowledge/reading.h"
#include "knowledge/yaml_fields.h"

namespace faqbot::knowledge {
namespace {

constexpr std::string_view kNone = "none";

// "mfr/pressure | mfr/what-is"
std::vector<std::string> topics_of(std::string_view expected) {
  std::vector<std::string> topics;
  while (!expected.empty()) {
    const auto bar = expected.find('|');
    const std::string_view topic = trimmed(expected.substr(0, bar));
    if (!topic.empty() && topic != kNone) topics.emplace_back(topic);
    expected = bar == std::string_view::npos ? std::string_view() : expected.substr(bar + 1);
  }
  return topics;
}

Expectation read_one(const YamlNode& node, FileReport& report) {
  const Fields fields(node, {"message", "expect"}, report);
  Expectation one;
  one.message = fields.required_text("message", "what a visitor writes");
  const std::string expected =
      fields.required_text("expect", "the topic that must answer it, several with |, or none");
  one.topics = topics_of(expected);
  one.place = {report.file(), fields.line("expect")};
  return one;
}

}  // namespace

std::vector<Expectation> read_expectations(std::string_view text, FileReport& report) {
  std::vector<Expectation> all;
  const std::optional<YamlNode> root = read_yaml(text, 0, report);
  if (!root) return all;
  const Fields fields(*root, {"about", "tests"}, report);
  const YamlNode* tests = fields.filled("tests");
  if (tests == nullptr) return all;
  if (tests->kind != YamlNode::Kind::kList) {
    report.error(tests->line, "\"tests\" must be a list of entries, each with message and expect");
    return all;
  }
  std::unordered_map<std::string, int> lines;
  for (const YamlNode& node : tests->items) {
    Expectation one = read_one(node, report);
    const auto [earlier, fresh] = lines.emplace(reading_of(one.message), node.line);
    if (!fresh)
      report.error(node.line, "this message stands in line " + std::to_string(earlier->second) +
                                  " already; keep one of them");
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace faqbot::knowledge

#include "knowledge/safety_files.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "knowledge/pattern_check.h"
#include "knowledge/yaml_fields.h"

namespace faqbot::knowledge {
namespace {

constexpr int kWidestRule = 200;

constexpr std::size_t kMostKinds = 255;  // a byte each where they are looked up

bool is_concept_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

// Fragments meet messages in lower case without apostrophes: such letters can never be found.
bool holds_what_messages_lack(std::string_view fragment) {
  for (std::size_t i = 0; i < fragment.size(); ++i) {
    if (fragment[i] == '\\') {
      ++i;  // \W and its like are no letters
    } else if ((fragment[i] >= 'A' && fragment[i] <= 'Z') || fragment[i] == '\'') {
      return true;
    }
  }
  return false;
}

// The entries of a file that is nothing but "name: [this, that]", without its remark.
std::vector<YamlNode> named_lists(std::string_view text, std::string_view what, FileReport& report) {
  std::vector<YamlNode> lists;
  std::optional<YamlNode> root = read_yaml(text, 0, report);
  if (!root) return lists;
  if (root->kind != YamlNode::Kind::kMap) {
    report.error(root->line, std::string(what) +
                                 " were expected here, each as \"name:\" with a list of what stands for it");
    return lists;
  }
  for (YamlNode& entry : root->items) {
    const bool is_remark = entry.key == "about" && entry.kind == YamlNode::Kind::kText;
    if (!is_remark) lists.push_back(std::move(entry));
  }
  return lists;
}

// What stands for a name. `what`: "concept", for messages.
std::vector<Wording> read_named(const YamlNode& node, const std::string& what, FileReport& report) {
  if (!is_concept_name(node.key))
    report.error(node.key_line, "\"" + node.key + "\" cannot be a " + what +
                                    "'s name; use lower-case letters, digits and _");
  std::vector<Wording> wordings = texts_of(node, node.key, report);
  if (wordings.empty() && node.kind != YamlNode::Kind::kText && node.kind != YamlNode::Kind::kMap)
    report.error(node.key_line,
                 "the " + what + " \"" + node.key + "\" is empty; list what stands for it, or remove it");
  return wordings;
}

WordKind read_kind(const YamlNode& node, FileReport& report) {
  WordKind kind{node.key, read_named(node, "kind", report)};
  std::unordered_map<std::string, int> lines;
  for (const Wording& word : kind.words) {
    const auto [earlier, fresh] = lines.emplace(word.text, word.line);
    if (!fresh)
      report.warning(word.line, "\"" + word.text + "\" stands under \"" + kind.name + "\" in line " +
                                    std::to_string(earlier->second) + " already; remove one");
  }
  return kind;
}

Concept read_concept(const YamlNode& node, FileReport& report) {
  Concept idea{node.key, read_named(node, "concept", report)};
  for (const Wording& fragment : idea.fragments) {
    const std::string fault = pattern_fault(fragment.text);
    if (!fault.empty()) report.error(fragment.line, "\"" + fragment.text + "\": " + fault);
    if (holds_what_messages_lack(fragment.text))
      report.warning(fragment.line, "\"" + fragment.text +
                                        "\" can never be found, for messages are compared in lower "
                                        "case and without apostrophes; write it so");
  }
  return idea;
}

std::vector<std::string> concept_names(const Fields& fields, std::string_view key) {
  std::vector<std::string> names;
  for (Wording& wording : fields.texts(key)) names.push_back(std::move(wording.text));
  return names;
}

int read_within(const Fields& fields, int otherwise, FileReport& report) {
  const std::string text = fields.text("within");
  if (text.empty()) return otherwise;
  int words = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), words);
  const bool whole = failed == std::errc() && end == text.data() + text.size();
  if (whole && words >= 1 && words <= kWidestRule) return words;
  report.error(fields.line("within"),
               R"("within" is ")" + text + "\"; write a number of words from 1 to 200");
  return otherwise;
}

SafetyRule read_rule(const YamlNode& node, FileReport& report) {
  const Fields fields(node, {"name", "all", "within", "unless"}, report);
  SafetyRule rule;
  rule.place = {report.file(), node.line};
  rule.name = fields.required_text("name", "what the rule looks for, in a few words");
  rule.all = concept_names(fields, "all");
  rule.unless = concept_names(fields, "unless");
  rule.within = read_within(fields, rule.within, report);
  if (fields.filled("all") == nullptr || (rule.all.empty() && fields.filled("all")->items.empty()))
    report.error(
        node.line,
        "the rule has no \"all\"; list the concepts that must occur, such as all: [chest, pressure]");
  return rule;
}

std::vector<SafetyRule> read_rules(const Fields& fields, FileReport& report) {
  std::vector<SafetyRule> rules;
  const YamlNode* list = fields.filled("rules");
  if (list == nullptr) return rules;
  if (list->kind != YamlNode::Kind::kList) {
    report.error(list->line, R"("rules" must be a list; begin each rule with "- name:")");
    return rules;
  }
  std::unordered_map<std::string, int> lines;
  for (const YamlNode& item : list->items) {
    rules.push_back(read_rule(item, report));
    const std::string& name = rules.back().name;
    const auto [earlier, fresh] = lines.emplace(name, item.line);
    if (!fresh && !name.empty())
      report.error(item.line, "there is a rule \"" + name + "\" in line " + std::to_string(earlier->second) +
                                  " already; give this one another name");
  }
  return rules;
}

std::string_view level_of_file(std::string_view file) {
  const std::string_view name = file.substr(file.find('/') + 1);
  return name.substr(0, name.rfind('.'));
}

}  // namespace

std::vector<Concept> read_concepts(std::string_view text, FileReport& report) {
  std::vector<Concept> concepts;
  for (const YamlNode& entry : named_lists(text, "concepts", report))
    concepts.push_back(read_concept(entry, report));
  return concepts;
}

std::vector<WordKind> read_word_kinds(std::string_view text, FileReport& report) {
  std::vector<WordKind> kinds;
  for (const YamlNode& entry : named_lists(text, "kinds of words", report)) {
    kinds.push_back(read_kind(entry, report));
    if (kinds.size() == kMostKinds + 1)
      report.error(entry.key_line, "there are more than 255 kinds; join some that are alike");
  }
  return kinds;
}

std::optional<LevelFile> read_level(std::string_view text, FileReport& report) {
  const std::optional<YamlNode> root = read_yaml(text, 0, report);
  if (!root) return std::nullopt;
  const Fields fields(*root, {"level", "topic", "sources", "about", "rules", "examples", "lookalikes"},
                      report);
  LevelFile file;
  SafetyLevel& level = file.level;
  level.level = fields.required_text("level", "the file's name without .yaml");
  if (!level.level.empty() && level.level != level_of_file(report.file()))
    report.error(fields.line("level"), R"("level" is ")" + level.level + "\", but the file is that of \"" +
                                           std::string(level_of_file(report.file())) +
                                           "\"; make them the same");
  level.topic = fields.required_text("topic", "the topic that answers, such as safety/emergency");
  file.topic_line = fields.line("topic");
  for (Wording& source : fields.texts("sources")) level.sources.push_back(std::move(source.text));
  file.sources_line = fields.line("sources");
  level.rules = read_rules(fields, report);
  level.examples = fields.texts("examples");
  level.lookalikes = fields.texts("lookalikes");
  if (level.rules.empty() && level.examples.empty())
    report.error(root->line,
                 "there are neither rules nor examples, so nothing would ever raise this level; add some");
  return file;
}

}  // namespace faqbot::knowledge

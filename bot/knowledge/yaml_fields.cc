#include "knowledge/yaml_fields.h"

#include <algorithm>

#include "knowledge/nearest.h"

namespace faqbot::knowledge {
namespace {

std::string in_quotes(std::string_view text) {
  return '"' + std::string(text) + '"';
}

void report_unknown_keys(const YamlNode& map, std::span<const std::string_view> known, FileReport& report) {
  for (const YamlNode& entry : map.items) {
    if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
    std::string what = in_quotes(entry.key) + " is not a key that this place knows";
    const std::string_view meant = nearest(entry.key, known);
    what += meant.empty() ? "; remove it, or see knowledge/README.md for the keys"
                          : "; did you mean " + in_quotes(meant) + "?";
    report.error(entry.key_line, what);
  }
}

}  // namespace

std::vector<Wording> texts_of(const YamlNode& list, std::string_view name, FileReport& report) {
  std::vector<Wording> texts;
  if (list.kind == YamlNode::Kind::kEmpty) return texts;
  if (list.kind != YamlNode::Kind::kList) {
    report.error(list.line,
                 in_quotes(name) + " must be a list: write each text on a line of its own after \"- \"");
    return texts;
  }
  texts.reserve(list.items.size());
  for (const YamlNode& item : list.items) {
    const std::string_view text = trimmed(item.text);
    if (item.kind == YamlNode::Kind::kList || item.kind == YamlNode::Kind::kMap)
      report.error(item.line,
                   "an item of " + in_quotes(name) +
                       " is not a plain text; put quotes around it, for a colon, a { or a [ in it has a "
                       "meaning of its own");
    else if (text.empty())
      report.error(item.line,
                   "an item of " + in_quotes(name) + " is empty; write its text or remove the line");
    else
      texts.push_back({std::string(text), item.line});
  }
  return texts;
}

Fields::Fields(const YamlNode& map, std::span<const std::string_view> known, FileReport& report)
    : map_(map), report_(report) {
  if (map.kind == YamlNode::Kind::kText || map.kind == YamlNode::Kind::kList)
    report.error(map.line, "\"key: value\" lines were expected here");
  if (map.kind == YamlNode::Kind::kMap) report_unknown_keys(map, known, report);
}

Fields::Fields(const YamlNode& map, std::initializer_list<std::string_view> known, FileReport& report)
    : Fields(map, std::span(known.begin(), known.size()), report) {}

const YamlNode* Fields::filled(std::string_view key) const {
  if (map_.kind != YamlNode::Kind::kMap) return nullptr;
  const YamlNode* entry = map_.find(key);
  return entry == nullptr || entry->kind == YamlNode::Kind::kEmpty ? nullptr : entry;
}

std::string Fields::text(std::string_view key) const {
  const YamlNode* entry = filled(key);
  if (entry == nullptr) return {};
  if (entry->kind == YamlNode::Kind::kText) return std::string(trimmed(entry->text));
  report_.error(entry->line, in_quotes(key) +
                                 " must be one text; put quotes around it if it holds a colon, or begins "
                                 "with {{, { or [");
  return {};
}

std::string Fields::required_text(std::string_view key, std::string_view why) const {
  const YamlNode* entry = filled(key);
  std::string value = text(key);
  const bool shaped = entry == nullptr || entry->kind == YamlNode::Kind::kText;
  if (value.empty() && shaped)
    report_.error(line(key), in_quotes(key) + " is missing or empty; add it: " + std::string(why));
  return value;
}

std::vector<Wording> Fields::texts(std::string_view key) const {
  const YamlNode* entry = filled(key);
  return entry == nullptr ? std::vector<Wording>{} : texts_of(*entry, key, report_);
}

bool Fields::flag(std::string_view key) const {
  const std::string value = text(key);
  if (value == "true") return true;
  if (!value.empty() && value != "false")
    report_.error(line(key), in_quotes(key) + " must be true or false, not " + in_quotes(value));
  return false;
}

int Fields::line(std::string_view key) const {
  if (map_.kind != YamlNode::Kind::kMap) return map_.line;
  if (const YamlNode* entry = map_.find(key)) return entry->key_line;
  return map_.key_line > 0 ? map_.key_line : map_.line;
}

}  // namespace faqbot::knowledge

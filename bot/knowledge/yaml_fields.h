// One map of a YAML file, read strictly: known keys only, each of the right shape.
//
// Thread safety: one Fields for one thread; it refers to the node and the report.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/topic.h"
#include "knowledge/yaml_tree.h"

namespace faqbot::knowledge {

class Fields {
 public:
  // Reports every key outside `known`, and a node that is no map.
  Fields(const YamlNode& map, std::initializer_list<std::string_view> known, FileReport& report);
  Fields(const YamlNode& map, std::span<const std::string_view> known, FileReport& report);

  // The entry, or nullptr where it is absent or left empty.
  const YamlNode* filled(std::string_view key) const;

  // Trimmed; empty where the key is absent or left empty. A list or map is an error.
  std::string text(std::string_view key) const;

  // The same, and absence is an error; `why` says what the key is for.
  std::string required_text(std::string_view key, std::string_view why) const;

  // A list of texts. A single text, a nested list and an empty item are errors;
  // an absent key is an empty list.
  std::vector<Wording> texts(std::string_view key) const;

  // "true" or "false"; anything else is an error and counts as false.
  bool flag(std::string_view key) const;

  // Line of the key, or of the map's own key where it is absent.
  int line(std::string_view key) const;

 private:
  const YamlNode& map_;
  FileReport& report_;
};

// The items of a list node as trimmed texts; see Fields::texts.
std::vector<Wording> texts_of(const YamlNode& list, std::string_view name, FileReport& report);

}  // namespace faqbot::knowledge

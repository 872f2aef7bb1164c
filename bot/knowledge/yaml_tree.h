// YAML -> a tree that remembers lines, strictly.
//
// Only what the folder's files need: texts, lists and maps. Anchors, aliases,
// tags, a second document, keys given twice and deep nesting are problems, so
// that a few bytes can never unfold into a huge tree.
//
// Thread safety: pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/report.h"

namespace faqbot::knowledge {

struct YamlNode {
  enum class Kind { kEmpty, kText, kList, kMap };

  Kind kind = Kind::kEmpty;
  int line = 0;                 // where the value begins
  std::string text;             // kText
  std::string key;              // set where this is a map's entry
  int key_line = 0;             // likewise
  std::vector<YamlNode> items;  // kList: the items; kMap: the entries, each with its key

  // The entry of that key, or nullptr. Cost: O(entries).
  const YamlNode* find(std::string_view wanted) const;
};

// Without the white space at both ends.
std::string_view trimmed(std::string_view text);

// REQUIRES: valid UTF-8 without NUL. `line_before` is added to every line.
// Nothing where the bytes are no YAML of this kind; the report then says why.
// No content at all gives an empty map. Cost: O(bytes).
std::optional<YamlNode> read_yaml(std::string_view bytes, int line_before, FileReport& report);

}  // namespace faqbot::knowledge

// Pages as text with holes: the subset of Mustache that widget/README.md describes.
//
// Parsed once, rendered often. What a hole takes is escaped, unless the template
// asks for it as it is with three braces.
//
// Thread safety: immutable once parsed.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace faqbot::http {

class Template {
 public:
  static constexpr std::size_t kMostDepth = 16;  // of sections in sections

  // Errors: a tag that is not closed or not known, a section without its end, too many in one another.
  static Result<Template> parse(std::string_view source);

  // Cost: O(bytes of the page). `data`: an object.
  std::string render(const nlohmann::json& data) const;

 private:
  enum class Kind { kText, kValue, kRawValue, kSection, kInverted };
  struct Node {
    Kind kind;
    std::string text;     // literal text, or the name
    std::size_t end = 0;  // of a section: the node behind its last one
  };
  class Parser;
  class Page;

  std::vector<Node> nodes_;
};

// With & < > " ' as references: safe between tags and in a quoted attribute.
std::string escaped(std::string_view text);

}  // namespace faqbot::http

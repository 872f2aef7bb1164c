// A topic's CommonMark -> plain text and safe HTML, with the clinic's facts filled in.
//
// A paragraph that names a fact which is not filled in is left out; where that
// is the first paragraph, the topic's `if_missing` stands in its place. The paragraphs right behind the first
// that name a fact belong to the short answer.
//
// Thread safety: pure functions.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "knowledge/clinic.h"
#include "knowledge/topic.h"

namespace faqbot::knowledge {

struct Rendered {
  std::string short_text;  // plain text of the first paragraph and its facts
  std::string text;        // plain text of all of it
  std::string html;        // the short answer is its first element;
                           // cmark's safe mode: no raw HTML, no javascript: links; facts are escaped
};

Rendered render(const Topic& topic, const Clinic& clinic);

// The value that `{{clinic.key}}` stands for; empty where the clinic has not filled it in.
std::string fact(const Clinic& clinic, std::string_view key);

// A staff text with the facts filled in; one that is missing says so: "(phone: not filled in)".
std::string staff_text(std::string_view text, const Clinic& clinic);

// CommonMark to plain text: markup gone, list items on lines of their own with "- ", links as "text
// (address)".
std::string plain_text(std::string_view markdown);

// CommonMark to HTML in cmark's safe mode.
std::string safe_html(std::string_view markdown);

}  // namespace faqbot::knowledge

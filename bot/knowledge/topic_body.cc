#include "knowledge/topic_body.h"

#include <algorithm>

#include "knowledge/clinic.h"
#include "knowledge/markdown.h"
#include "knowledge/nearest.h"
#include "knowledge/placeholder.h"
#include "knowledge/yaml_fields.h"

namespace faqbot::knowledge {
namespace {

std::string shown(std::string_view text, const Placeholder& placeholder) {
  constexpr std::size_t kMost = 40;
  const std::string_view all = text.substr(placeholder.from, std::min(placeholder.size, kMost));
  return std::string(all.substr(0, all.find('\n')));
}

// The first {{clinic.key}} whose fact may be missing; empty where there is none.
std::string_view first_fillable(std::string_view text) {
  for (const Placeholder& placeholder : placeholders_in(text))
    if (may_be_missing(placeholder.key)) return placeholder.key;
  return {};
}

std::string_view lines_of(std::string_view text, int from, int to) {
  std::size_t begin = 0;
  for (int line = 1; line < from && begin < text.size(); ++line)
    begin = std::min(text.find('\n', begin), text.size() - 1) + 1;
  std::size_t end = begin;
  for (int line = from; line <= to && end < text.size(); ++line)
    end = std::min(text.find('\n', end), text.size() - 1) + 1;
  return text.substr(begin, end - begin);
}

void check_short_answer(const TopicFile& file, cmark_node* document, FileReport& report) {
  const Topic& topic = file.topic;
  cmark_node* first = cmark_node_first_child(document);
  if (first == nullptr) {
    report.error(topic.body_line, "the answer is empty; write it after the line ---");
    return;
  }
  const int line = topic.body_line + cmark_node_get_start_line(first) - 1;
  if (cmark_node_get_type(first) != CMARK_NODE_PARAGRAPH) {
    report.error(
        line,
        "the answer must begin with a plain paragraph, the short answer; put headings and lists after "
        "it");
    return;
  }
  const std::string_view paragraph =
      lines_of(topic.body, cmark_node_get_start_line(first), cmark_node_get_end_line(first));
  const std::string_view key = first_fillable(paragraph);
  if (!key.empty() && topic.if_missing.empty())
    report.error(
        line, "the first paragraph names {{clinic." + std::string(key) +
                  "}}, which the clinic may not have filled in; add the key if_missing with the short answer "
                  "for that case");
  if (key.empty() && !topic.if_missing.empty())
    report.warning(file.if_missing_line,
                   "if_missing is never shown, for the first paragraph names no fact that could "
                   "be missing; remove it");
}

void check_if_missing(const TopicFile& file, FileReport& report) {
  const std::string& text = file.topic.if_missing;
  if (text.empty()) return;
  check_placeholders(text, file.if_missing_line, report);
  const std::string_view key = first_fillable(text);
  if (!key.empty())
    report.error(file.if_missing_line,
                 "if_missing names {{clinic." + std::string(key) +
                     "}}, which may be missing too; use only name, reach, emergency_call, "
                     "crisis_line and urgent_care there");
  const Document document = parse_markdown(text);
  cmark_node* first = cmark_node_first_child(document.get());
  const bool one_paragraph = first != nullptr && cmark_node_next(first) == nullptr &&
                             cmark_node_get_type(first) == CMARK_NODE_PARAGRAPH;
  if (!one_paragraph)
    report.error(file.if_missing_line, "if_missing must be one plain paragraph; shorten it");
}

void check_node(cmark_node* node, int line, FileReport& report) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_HTML_BLOCK:
    case CMARK_NODE_HTML_INLINE:
      report.warning(line, "raw HTML is never shown; write it as Markdown, or put a \\ before the <");
      break;
    case CMARK_NODE_IMAGE:
      report.warning(line, "pictures are never shown, only their description; remove the picture");
      break;
    case CMARK_NODE_LINK: {
      const std::string_view address = address_of(node);
      if (!is_safe_address(address) && !address.starts_with("{{"))
        report.error(line, "the link to \"" + std::string(address) +
                               "\" would not be shown; links begin with https://, http://, mailto: or tel:");
      break;
    }
    default:
      break;
  }
}

void check_nodes(const Topic& topic, cmark_node* document, FileReport& report) {
  const std::unique_ptr<cmark_iter, void (*)(cmark_iter*)> walk(cmark_iter_new(document), cmark_iter_free);
  int line = 1;
  for (cmark_event_type event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(walk.get())) {
    if (event != CMARK_EVENT_ENTER) continue;
    cmark_node* node = cmark_iter_get_node(walk.get());
    // cmark knows the lines of blocks and of most inlines; the others are near the last one known.
    line = std::max(line, cmark_node_get_start_line(node));
    check_node(node, topic.body_line + line - 1, report);
  }
}

}  // namespace

void check_placeholders(std::string_view text, int line, FileReport& report) {
  for (const Placeholder& placeholder : placeholders_in(text)) {
    const int at = line + placeholder.line - 1;
    if (placeholder.key.empty()) {
      report.error(
          at, '"' + shown(text, placeholder) +
                  "\" is no placeholder; write {{clinic.key}} with a key of clinic.yaml, without spaces");
    } else if (!is_known_fact(placeholder.key)) {
      std::vector<std::string_view> keys;
      for (const FactKey& fact : fact_keys()) keys.push_back(fact.key);
      const std::string_view meant = nearest(placeholder.key, keys);
      report.error(at, "{{clinic." + std::string(placeholder.key) + "}} is no key of clinic.yaml; " +
                           (meant.empty() ? "see clinic.yaml for the keys"
                                          : "did you mean {{clinic." + std::string(meant) + "}}?"));
    }
  }
}

void check_answer(const TopicFile& file, FileReport& report) {
  const Topic& topic = file.topic;
  check_placeholders(topic.body, topic.body_line, report);
  if (topic.title.find("{{") != std::string::npos)
    report.error(file.title_line, "a title cannot name a fact; write it without {{ }}");
  check_if_missing(file, report);
  const Document document = parse_markdown(topic.body);
  check_short_answer(file, document.get(), report);
  check_nodes(topic, document.get(), report);
}

}  // namespace faqbot::knowledge

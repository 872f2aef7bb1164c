#include "knowledge/markdown.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

namespace faqbot::knowledge {
namespace {

struct FreeText {
  void operator()(char* text) const { std::free(text); }
};

// Collected first and changed afterwards: cmark's iterator must not lose its place.
template <typename Wanted>
std::vector<cmark_node*> nodes_where(cmark_node* document, Wanted wanted) {
  std::vector<cmark_node*> found;
  const std::unique_ptr<cmark_iter, void (*)(cmark_iter*)> walk(cmark_iter_new(document), cmark_iter_free);
  while (cmark_iter_next(walk.get()) != CMARK_EVENT_DONE) {
    cmark_node* node = cmark_iter_get_node(walk.get());
    const bool first_meeting = cmark_iter_get_event_type(walk.get()) == CMARK_EVENT_ENTER;
    if (first_meeting && wanted(node)) found.push_back(node);
  }
  return found;
}

// A node's children take its place.
void unwrap(cmark_node* node) {
  while (cmark_node* child = cmark_node_first_child(node)) cmark_node_insert_before(node, child);
  remove_node(node);
}

bool is_raw_html(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  return type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE;
}

bool is_unsafe_link(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  return type == CMARK_NODE_IMAGE || (type == CMARK_NODE_LINK && !is_safe_address(address_of(node)));
}

std::string escaped_attribute(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

// cmark writes no attributes of ours, but what a custom node says it writes as it stands.
void open_safely(cmark_node* link) {
  const std::string_view address = address_of(link);
  std::string tag = "<a href=\"" + escaped_attribute(address) + '"';
  if (address.starts_with("http") || address.starts_with("HTTP"))
    tag += R"( target="_blank" rel="noopener noreferrer")";
  cmark_node* custom = cmark_node_new(CMARK_NODE_CUSTOM_INLINE);
  cmark_node_set_on_enter(custom, (tag + '>').c_str());
  cmark_node_set_on_exit(custom, "</a>");
  cmark_node_insert_before(link, custom);
  while (cmark_node* child = cmark_node_first_child(link)) cmark_node_append_child(custom, child);
  remove_node(link);
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

Document parse_markdown(std::string_view markdown) {
  Document document(cmark_parse_document(markdown.data(), markdown.size(), CMARK_OPT_DEFAULT));
  cmark_consolidate_text_nodes(document.get());
  return document;
}

void remove_node(cmark_node* node) {
  cmark_node_unlink(node);
  cmark_node_free(node);
}

std::string_view literal_of(cmark_node* node) {
  const char* literal = cmark_node_get_literal(node);
  return literal == nullptr ? std::string_view{} : literal;
}

std::string_view address_of(cmark_node* link) {
  const char* address = cmark_node_get_url(link);
  return address == nullptr ? std::string_view{} : address;
}

bool is_safe_address(std::string_view address) {
  constexpr std::array<std::string_view, 4> kSchemes = {"https:", "http:", "mailto:", "tel:"};
  const bool printable = std::none_of(address.begin(), address.end(), [](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F;
  });
  return printable && std::any_of(kSchemes.begin(), kSchemes.end(), [address](std::string_view scheme) {
           return address.size() > scheme.size() &&
                  std::equal(scheme.begin(), scheme.end(), address.begin(),
                             [](char wanted, char typed) { return wanted == lower(typed); });
         });
}

void make_safe(cmark_node* document) {
  for (cmark_node* node : nodes_where(document, is_raw_html)) remove_node(node);
  for (cmark_node* node : nodes_where(document, is_unsafe_link)) unwrap(node);
}

std::string html_of(Document document) {
  const auto is_link = [](cmark_node* node) { return cmark_node_get_type(node) == CMARK_NODE_LINK; };
  for (cmark_node* node : nodes_where(document.get(), is_link)) open_safely(node);
  const std::unique_ptr<char, FreeText> html(cmark_render_html(document.get(), CMARK_OPT_DEFAULT));
  return html.get();
}

}  // namespace faqbot::knowledge

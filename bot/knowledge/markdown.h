// cmark's tree, made safe: the only include of cmark is behind this.
//
// Raw HTML and images are gone (an image leaves its description), a link leads
// to http, https, mailto or tel or is only its text.
//
// Thread safety: one Document for one thread.
#pragma once

#include <cmark.h>

#include <memory>
#include <string>
#include <string_view>

namespace faqbot::knowledge {

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Document = std::unique_ptr<cmark_node, FreeNode>;

// Neighbouring texts are joined, so that a placeholder is never split. Cost: O(bytes).
Document parse_markdown(std::string_view markdown);

// Drops what is not safe, in place.
void make_safe(cmark_node* document);

// Removes the node and frees it.
void remove_node(cmark_node* node);

// The literal or address of a node, never null.
std::string_view literal_of(cmark_node* node);
std::string_view address_of(cmark_node* link);

// Whether a link may lead there: http, https, mailto or tel, and no control characters.
bool is_safe_address(std::string_view address);

// Plain text of the blocks from `first` up to, but without, `last` (null: to the end).
std::string text_of(cmark_node* first, cmark_node* last = nullptr);

// Links open in a new tab and tell their target nothing about this page. REQUIRES: made safe.
// Changes the document: it is of no use afterwards.
std::string html_of(Document document);

}  // namespace faqbot::knowledge

#include "knowledge/fill_in.h"

#include <algorithm>
#include <vector>

#include "knowledge/fact_text.h"
#include "knowledge/placeholder.h"
#include "knowledge/render.h"

namespace faqbot::knowledge {
namespace {

bool can_name_facts(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  return type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE || type == CMARK_NODE_CODE_BLOCK ||
         type == CMARK_NODE_LINK;
}

std::string_view text_with_facts(cmark_node* node) {
  return cmark_node_get_type(node) == CMARK_NODE_LINK ? address_of(node) : literal_of(node);
}

// Nodes in `root` that name at least one fact.
std::vector<cmark_node*> naming_nodes(cmark_node* root) {
  std::vector<cmark_node*> found;
  const std::unique_ptr<cmark_iter, void (*)(cmark_iter*)> walk(cmark_iter_new(root), cmark_iter_free);
  for (cmark_event_type event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(walk.get())) {
    cmark_node* node = cmark_iter_get_node(walk.get());
    if (event != CMARK_EVENT_ENTER || !can_name_facts(node)) continue;
    if (text_with_facts(node).find("{{") != std::string_view::npos) found.push_back(node);
  }
  return found;
}

bool lacks_one(std::string_view text, const Clinic& clinic) {
  const std::vector<Placeholder> named = placeholders_in(text);
  return std::any_of(named.begin(), named.end(), [&clinic](const Placeholder& placeholder) {
    return !placeholder.key.empty() && fact_pieces(clinic, placeholder.key).empty();
  });
}

bool holds_text(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  return type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING || type == CMARK_NODE_CODE_BLOCK;
}

// The block around an inline node.
cmark_node* block_around(cmark_node* node) {
  while (node != nullptr && !holds_text(node)) node = cmark_node_parent(node);
  return node;
}

// Removes a block, and what is left empty by that: an item without its first
// paragraph says nothing, a list without items neither.
void remove_block(cmark_node* block) {
  cmark_node* parent = cmark_node_parent(block);
  const bool led_an_item =
      cmark_node_get_type(parent) == CMARK_NODE_ITEM && cmark_node_first_child(parent) == block;
  remove_node(block);
  const bool is_container = cmark_node_get_type(parent) != CMARK_NODE_DOCUMENT;
  if (is_container && (led_an_item || cmark_node_first_child(parent) == nullptr)) remove_block(parent);
}

void remove_blocks_that_lack_a_fact(cmark_node* document, const Clinic& clinic) {
  for (bool removed = true; removed;) {
    removed = false;
    for (cmark_node* node : naming_nodes(document)) {
      cmark_node* block = block_around(node);
      if (block == nullptr || !lacks_one(text_with_facts(node), clinic)) continue;
      remove_block(block);
      removed = true;
      break;  // the nodes found may have gone with it
    }
  }
}

void remove_bare_headings(cmark_node* document) {
  for (cmark_node* block = cmark_node_last_child(document); block != nullptr;) {
    cmark_node* before = cmark_node_previous(block);
    cmark_node* after = cmark_node_next(block);
    const auto is_heading = [](cmark_node* node) { return cmark_node_get_type(node) == CMARK_NODE_HEADING; };
    const bool bare = after == nullptr || (is_heading(after) && cmark_node_get_heading_level(after) <=
                                                                    cmark_node_get_heading_level(block));
    if (is_heading(block) && bare) remove_node(block);
    block = before;
  }
}

cmark_node* text_node(std::string_view text) {
  cmark_node* node = cmark_node_new(CMARK_NODE_TEXT);
  cmark_node_set_literal(node, std::string(text).c_str());
  return node;
}

cmark_node* piece_node(const FactPiece& piece) {
  if (piece.address.empty()) return text_node(piece.text);
  cmark_node* link = cmark_node_new(CMARK_NODE_LINK);
  cmark_node_set_url(link, piece.address.c_str());
  cmark_node_append_child(link, text_node(piece.text));
  return link;
}

cmark_node* list_node(const std::vector<std::string>& entries) {
  cmark_node* list = cmark_node_new(CMARK_NODE_LIST);
  cmark_node_set_list_type(list, CMARK_BULLET_LIST);
  cmark_node_set_list_tight(list, 1);
  for (const std::string& entry : entries) {
    cmark_node* item = cmark_node_new(CMARK_NODE_ITEM);
    cmark_node* paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
    cmark_node_append_child(paragraph, text_node(entry));
    cmark_node_append_child(item, paragraph);
    cmark_node_append_child(list, item);
  }
  return list;
}

// "Our prices: {{clinic.prices}}" with several prices becomes the words and a list under them.
bool stands_for_a_list(cmark_node* node, std::string_view behind) {
  return cmark_node_next(node) == nullptr && (behind.empty() || behind == ".") &&
         cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_PARAGRAPH;
}

bool is_inside_link(cmark_node* node) {
  for (; node != nullptr; node = cmark_node_parent(node))
    if (cmark_node_get_type(node) == CMARK_NODE_LINK) return true;
  return false;
}

void fill_text(cmark_node* node, const Clinic& clinic) {
  const std::string text(literal_of(node));
  const bool in_link = is_inside_link(node);
  std::size_t told = 0;
  const auto add_words_up_to = [&](std::size_t end) {
    if (end > told)
      cmark_node_insert_before(node, text_node(std::string_view(text).substr(told, end - told)));
  };
  for (const Placeholder& named : placeholders_in(text)) {
    if (named.key.empty()) continue;
    const std::size_t behind = named.from + named.size;
    const std::vector<std::string> entries = fact_list(clinic, named.key);
    const bool as_list = !entries.empty() && stands_for_a_list(node, std::string_view(text).substr(behind));
    add_words_up_to(as_list && named.from > told && text[named.from - 1] == ' ' ? named.from - 1
                                                                                : named.from);
    told = behind;
    if (as_list) {
      cmark_node_insert_after(cmark_node_parent(node), list_node(entries));
      told = text.size();
      break;
    }
    for (FactPiece& piece : fact_pieces(clinic, named.key)) {
      if (in_link) piece.address.clear();
      cmark_node_insert_before(node, piece_node(piece));
    }
  }
  add_words_up_to(text.size());
  cmark_node* paragraph = cmark_node_parent(node);
  remove_node(node);
  if (cmark_node_first_child(paragraph) == nullptr) remove_node(paragraph);
}

std::string filled_words(std::string_view text, const Clinic& clinic) {
  std::string filled;
  std::size_t told = 0;
  for (const Placeholder& named : placeholders_in(text)) {
    if (named.key.empty()) continue;
    filled += text.substr(told, named.from - told);
    filled += fact(clinic, named.key);
    told = named.from + named.size;
  }
  filled += text.substr(told);
  return filled;
}

void fill_node(cmark_node* node, const Clinic& clinic) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
      fill_text(node, clinic);
      break;
    case CMARK_NODE_CODE:
    case CMARK_NODE_CODE_BLOCK:
      cmark_node_set_literal(node, filled_words(literal_of(node), clinic).c_str());
      break;
    default:
      cmark_node_set_url(node, filled_words(address_of(node), clinic).c_str());
  }
}

}  // namespace

bool lacks_a_fact(cmark_node* block, const Clinic& clinic) {
  const std::vector<cmark_node*> nodes = naming_nodes(block);
  return std::any_of(nodes.begin(), nodes.end(),
                     [&clinic](cmark_node* node) { return lacks_one(text_with_facts(node), clinic); });
}

void fill_in(cmark_node* document, const Clinic& clinic) {
  remove_blocks_that_lack_a_fact(document, clinic);
  for (cmark_node* node : naming_nodes(document)) fill_node(node, clinic);
  remove_bare_headings(document);
}

}  // namespace faqbot::knowledge

#include "knowledge/fill_in.h"

#include <algorithm>
#include <functional>
#include <set>
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

void put_words_before(cmark_node* node, std::string_view words) {
  if (!words.empty()) cmark_node_insert_before(node, text_node(words));
}

// Fills in one answer, from its beginning to its end.
class Filler {
 public:
  explicit Filler(const Clinic& clinic) : clinic_(clinic) {}

  void fill(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_TEXT:
        fill_text(node);
        break;
      case CMARK_NODE_CODE:
      case CMARK_NODE_CODE_BLOCK:
        cmark_node_set_literal(node, filled_words(literal_of(node)).c_str());
        break;
      default:
        cmark_node_set_url(node, filled_words(address_of(node)).c_str());
    }
  }

 private:
  void fill_text(cmark_node* node) {
    const std::string literal(literal_of(node));
    std::string_view left = literal;
    for (const Placeholder& named : placeholders_in(literal)) {
      if (named.key.empty()) continue;
      const auto before = left.substr(0, named.from - (literal.size() - left.size()));
      left = std::string_view(literal).substr(named.from + named.size);
      const std::vector<std::string> entries = fact_list(clinic_, named.key);
      if (!entries.empty() && stands_for_a_list(node, left)) {
        put_words_before(node, before.substr(0, before.find_last_not_of(' ') + 1));
        cmark_node_insert_after(cmark_node_parent(node), list_node(entries));
        left = {};
        break;
      }
      put_words_before(node, before);
      put_pieces_before(node, named.key);
    }
    put_words_before(node, left);
    cmark_node* paragraph = cmark_node_parent(node);
    remove_node(node);
    if (cmark_node_first_child(paragraph) == nullptr) remove_node(paragraph);
  }

  void put_pieces_before(cmark_node* node, std::string_view key) {
    const bool in_link = is_inside_link(node);
    const bool first_time = told_.emplace(key).second;
    for (FactPiece& piece : first_time ? fact_pieces(clinic_, key) : fact_pieces_again(clinic_, key)) {
      if (in_link) piece.address.clear();
      cmark_node_insert_before(node, piece_node(piece));
    }
  }

  std::string filled_words(std::string_view text) const {
    return with_placeholders_replaced(text, [this](std::string_view key) { return fact(clinic_, key); });
  }

  const Clinic& clinic_;
  std::set<std::string, std::less<>> told_;  // keys that the answer has named already
};

}  // namespace

bool lacks_a_fact(cmark_node* block, const Clinic& clinic) {
  const std::vector<cmark_node*> nodes = naming_nodes(block);
  return std::any_of(nodes.begin(), nodes.end(),
                     [&clinic](cmark_node* node) { return lacks_one(text_with_facts(node), clinic); });
}

bool names_a_fact(cmark_node* block) {
  return std::ranges::any_of(naming_nodes(block), [](cmark_node* node) {
    return std::ranges::any_of(placeholders_in(text_with_facts(node)), may_be_missing, &Placeholder::key);
  });
}

void fill_in(cmark_node* document, const Clinic& clinic) {
  remove_blocks_that_lack_a_fact(document, clinic);
  Filler filler(clinic);
  for (cmark_node* node : naming_nodes(document)) filler.fill(node);
  remove_bare_headings(document);
}

}  // namespace faqbot::knowledge

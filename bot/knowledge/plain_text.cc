// CommonMark's tree -> the same words without markup.

#include <vector>

#include "knowledge/markdown.h"

namespace faqbot::knowledge {
namespace {

bool repeats_the_text(std::string_view address, std::string_view text) {
  if (address.starts_with("tel:")) return true;
  return address == text || (address.starts_with("mailto:") && address.substr(7) == text);
}

// Walks without recursion, so that deep nesting costs no stack.
class PlainText {
 public:
  void enter(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_LIST:
        lists_.push_back({numbered(node), cmark_node_get_list_start(node)});
        break;
      case CMARK_NODE_ITEM:
        begin_item();
        break;
      case CMARK_NODE_PARAGRAPH:
      case CMARK_NODE_HEADING:
        begin_block(node);
        break;
      case CMARK_NODE_CODE_BLOCK:
        begin_block(node);
        text_ += literal_of(node);
        while (text_.ends_with('\n')) text_.pop_back();
        break;
      case CMARK_NODE_TEXT:
      case CMARK_NODE_CODE:
        text_ += literal_of(node);
        break;
      case CMARK_NODE_SOFTBREAK:
        text_ += ' ';
        break;
      case CMARK_NODE_LINEBREAK:
        text_ += '\n' + indent();
        break;
      case CMARK_NODE_LINK:
        link_starts_.push_back(text_.size());
        break;
      default:
        break;
    }
  }

  void leave(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_ITEM) mark_.clear();  // of an item without text
    if (type == CMARK_NODE_LIST) lists_.pop_back();
    if (type == CMARK_NODE_LINK) end_link(address_of(node));
  }

  std::string take() && { return std::move(text_); }

 private:
  struct List {
    bool numbered = false;
    int next = 1;
  };

  static bool numbered(cmark_node* list) { return cmark_node_get_list_type(list) == CMARK_ORDERED_LIST; }

  // Under the marks of the lists around it.
  std::string indent() const {
    std::string spaces;
    for (const List& list : lists_) spaces += list.numbered ? "   " : "  ";
    return spaces;
  }

  void begin_item() {
    List& list = lists_.back();
    mark_ = list.numbered ? std::to_string(list.next++) + ". " : "- ";
  }

  void begin_block(cmark_node* node) {
    const bool in_item = !lists_.empty();
    const bool follows_item_mark = !mark_.empty();
    const bool tight = in_item && follows_item_mark && cmark_node_previous(node) == nullptr && inside_list_;
    if (!text_.empty()) text_ += tight ? "\n" : "\n\n";
    if (follows_item_mark) {
      const std::string outer = indent();
      text_ += outer.substr(0, outer.size() - (lists_.back().numbered ? 3 : 2)) + mark_;
      mark_.clear();
    } else {
      text_ += indent();
    }
    inside_list_ = in_item;
  }

  void end_link(std::string_view address) {
    const std::string_view shown = std::string_view(text_).substr(link_starts_.back());
    link_starts_.pop_back();
    if (!repeats_the_text(address, shown)) text_ += " (" + std::string(address) + ')';
  }

  std::string text_;
  std::string mark_;          // of the item just begun, written with its first block
  bool inside_list_ = false;  // whether the last block written was in a list
  std::vector<List> lists_;
  std::vector<std::size_t> link_starts_;
};

void append_block(PlainText& text, cmark_node* block) {
  const std::unique_ptr<cmark_iter, void (*)(cmark_iter*)> walk(cmark_iter_new(block), cmark_iter_free);
  for (cmark_event_type event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(walk.get())) {
    cmark_node* node = cmark_iter_get_node(walk.get());
    if (event == CMARK_EVENT_ENTER) text.enter(node);
    if (event == CMARK_EVENT_EXIT) text.leave(node);
  }
}

}  // namespace

std::string text_of(cmark_node* first, cmark_node* last) {
  PlainText text;
  for (cmark_node* block = first; block != nullptr && block != last; block = cmark_node_next(block))
    append_block(text, block);
  return std::move(text).take();
}

}  // namespace faqbot::knowledge

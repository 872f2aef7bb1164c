#include "knowledge/render.h"

#include "knowledge/fill_in.h"
#include "knowledge/markdown.h"
#include "knowledge/placeholder.h"

namespace faqbot::knowledge {
namespace {

// The blocks of `from` become the first ones of `document`.
void put_first(cmark_node* document, Document from) {
  while (cmark_node* block = cmark_node_last_child(from.get())) cmark_node_prepend_child(document, block);
}

// The block behind the short answer: the marker survives the filling-in, whatever becomes of the first
// paragraph. The clinic's facts that stand right behind it are what was asked for.
cmark_node* mark_end_of_short(cmark_node* document) {
  cmark_node* marker = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK);
  cmark_node* last = cmark_node_first_child(document);
  const auto is_fact = [](cmark_node* block) {
    return block != nullptr && cmark_node_get_type(block) == CMARK_NODE_PARAGRAPH && names_a_fact(block);
  };
  while (last != nullptr && is_fact(cmark_node_next(last))) last = cmark_node_next(last);
  if (last == nullptr || cmark_node_insert_after(last, marker) == 0)
    cmark_node_append_child(document, marker);
  return marker;
}

// The blocks before `marker` become one, so that whoever shows the answer knows where the short one ends.
void wrap_short(cmark_node* marker) {
  cmark_node* document = cmark_node_parent(marker);
  cmark_node* first = cmark_node_first_child(document);
  if (first == marker || cmark_node_next(first) == marker) return remove_node(marker);
  cmark_node_set_on_enter(marker, "<div>");
  cmark_node_set_on_exit(marker, "</div>");
  for (cmark_node* block = cmark_node_first_child(document); block != marker;
       block = cmark_node_first_child(document))
    cmark_node_append_child(marker, block);
}

}  // namespace

Rendered render(const Topic& topic, const Clinic& clinic) {
  Document document = parse_markdown(topic.body);
  cmark_node* first = cmark_node_first_child(document.get());
  if (first != nullptr && lacks_a_fact(first, clinic)) {
    remove_node(first);
    put_first(document.get(), parse_markdown(topic.if_missing));
  }
  cmark_node* end_of_short = mark_end_of_short(document.get());
  fill_in(document.get(), clinic);
  make_safe(document.get());

  Rendered rendered;
  rendered.short_text = text_of(cmark_node_first_child(document.get()), end_of_short);
  rendered.text = text_of(cmark_node_first_child(document.get()));
  wrap_short(end_of_short);
  rendered.html = html_of(std::move(document));
  return rendered;
}

std::string staff_text(std::string_view text, const Clinic& clinic) {
  return with_placeholders_replaced(text, [&clinic](std::string_view key) {
    const std::string value = fact(clinic, key);
    return value.empty() ? std::string("(").append(key).append(": not filled in)") : value;
  });
}

std::string plain_text(std::string_view markdown) {
  const Document document = parse_markdown(markdown);
  make_safe(document.get());
  return text_of(cmark_node_first_child(document.get()));
}

std::string safe_html(std::string_view markdown) {
  Document document = parse_markdown(markdown);
  make_safe(document.get());
  return html_of(std::move(document));
}

}  // namespace faqbot::knowledge

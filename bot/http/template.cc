#include "http/template.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace faqbot::http {
namespace {

using Json = nlohmann::json;

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
}

bool is_filled(const Json& value) {
  if (value.is_boolean()) return value.get<bool>();
  if (const auto* text = value.get_ptr<const std::string*>()) return !text->empty();
  return value.is_object() || (value.is_array() && !value.empty());
}

void append_escaped(std::string& to, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        to += "&amp;";
        break;
      case '<':
        to += "&lt;";
        break;
      case '>':
        to += "&gt;";
        break;
      case '"':
        to += "&quot;";
        break;
      case '\'':
        to += "&#39;";
        break;
      default:
        to += c;
    }
  }
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string safe;
  append_escaped(safe, text);
  return safe;
}

class Template::Parser {
 public:
  explicit Parser(std::string_view source) : source_(source) {}

  Result<Template> run() {
    while (at_ < source_.size() && !error_) {
      const auto tag = source_.find("{{", at_);
      add_text(source_.substr(at_, tag - at_));
      if (tag == std::string_view::npos) break;
      at_ = tag;
      read_tag();
    }
    if (!error_ && !open_.empty()) fail("the section \"" + nodes_[open_.back()].text + "\" is not closed");
    if (error_) return *error_;
    Template parsed;
    parsed.nodes_ = std::move(nodes_);
    return parsed;
  }

 private:
  void add_text(std::string_view text) {
    if (!text.empty()) nodes_.push_back({Kind::kText, std::string(text)});
  }

  void read_tag() {
    const bool is_raw = source_.substr(at_).starts_with("{{{");
    const std::string_view closing = is_raw ? "}}}" : "}}";
    const std::size_t from = at_ + closing.size();
    const auto end = source_.find(closing, from);
    if (end == std::string_view::npos) return fail("a tag is not closed");
    auto name = source_.substr(from, end - from);
    const char sign = name.empty() || is_raw ? '\0' : name.front();
    const bool is_section = sign == '#' || sign == '^' || sign == '/';
    if (is_section) name.remove_prefix(1);
    if (!is_name(name))
      return fail("\"" + std::string(name) + "\" is no name of letters, digits and underscores");
    if (!is_section)
      nodes_.push_back({is_raw ? Kind::kRawValue : Kind::kValue, std::string(name)});
    else if (sign == '/')
      close(name);
    else
      open(sign == '#' ? Kind::kSection : Kind::kInverted, name);
    at_ = end + closing.size();
  }

  void open(Kind kind, std::string_view name) {
    if (open_.size() == kMostDepth) return fail("sections lie too deep in one another");
    open_.push_back(nodes_.size());
    nodes_.push_back({kind, std::string(name)});
  }

  void close(std::string_view name) {
    if (open_.empty() || nodes_[open_.back()].text != name)
      return fail("\"" + std::string(name) + "\" is closed but was not opened last");
    nodes_[open_.back()].end = nodes_.size();
    open_.pop_back();
  }

  void fail(const std::string& why) {
    const auto line =
        1 + std::count(source_.begin(), source_.begin() + static_cast<std::ptrdiff_t>(at_), '\n');
    if (!error_) error_ = Error{"line " + std::to_string(line) + ": " + why};
  }

  std::string_view source_;
  std::size_t at_ = 0;
  std::vector<Node> nodes_;
  std::vector<std::size_t> open_;  // sections, the innermost last
  std::optional<Error> error_;
};

// One rendering: the page so far, and the objects that names are looked up in.
class Template::Page {
 public:
  Page(const std::vector<Node>& nodes, const Json& data) : nodes_(nodes), scopes_{&data} {}

  std::string run() {
    write(0, nodes_.size());
    return std::move(html_);
  }

 private:
  const Json* find(const std::string& name) const {
    for (std::size_t i = scopes_.size(); i-- > 0;)
      if (const Json& scope = *scopes_[i]; scope.is_object())
        if (const auto at = scope.find(name); at != scope.end()) return &*at;
    return nullptr;
  }

  void write(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
      const Node& node = nodes_[i];
      if (node.kind == Kind::kText)
        html_ += node.text;
      else if (node.kind == Kind::kValue || node.kind == Kind::kRawValue)
        write_value(node);
      else {
        write_section(node, i + 1);
        i = node.end - 1;
      }
    }
  }

  void write_value(const Node& node) {
    const Json* const value = find(node.text);
    if (value == nullptr || value->is_null() || value->is_structured()) return;
    const auto* const text = value->get_ptr<const std::string*>();
    const std::string other = text == nullptr ? value->dump() : std::string();
    const std::string& shown = text == nullptr ? other : *text;
    if (node.kind == Kind::kRawValue)
      html_ += shown;
    else
      append_escaped(html_, shown);
  }

  void write_section(const Node& node, std::size_t first) {
    const Json* const value = find(node.text);
    const bool filled = value != nullptr && is_filled(*value);
    if (node.kind == Kind::kInverted) {
      if (!filled) write(first, node.end);
      return;
    }
    if (!filled) return;
    if (!value->is_array()) return write_inside(*value, first, node.end);
    for (const Json& element : *value) write_inside(element, first, node.end);
  }

  void write_inside(const Json& scope, std::size_t from, std::size_t to) {
    scopes_.push_back(&scope);
    write(from, to);
    scopes_.pop_back();
  }

  const std::vector<Node>& nodes_;
  std::vector<const Json*> scopes_;
  std::string html_;
};

Result<Template> Template::parse(std::string_view source) {
  return Parser(source).run();
}

std::string Template::render(const Json& data) const {
  return Page(nodes_, data).run();
}

}  // namespace faqbot::http

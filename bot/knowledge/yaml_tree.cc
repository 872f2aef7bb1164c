#include "knowledge/yaml_tree.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <stdexcept>
#include <unordered_map>

namespace faqbot::knowledge {
namespace {

// The deepest file, a clinic's special days, needs six.
constexpr std::size_t kDeepest = 12;

// Ends the parse: what follows would only repeat the problem.
struct Refused : std::runtime_error {
  Refused(int at, const std::string& what) : std::runtime_error(what), line(at) {}
  int line;
};

int line_of(const YAML::Mark& mark) {
  return mark.line < 0 ? 1 : mark.line + 1;
}

// Builds the tree from yaml-cpp's events. The events come before yaml-cpp would
// merge or resolve anything, so double keys and aliases are still visible.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(std::string_view bytes, int line_before, FileReport& report)
      : bytes_(bytes), line_before_(line_before), report_(report) {
    line_starts_.push_back(0);
    for (std::size_t at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1))
      line_starts_.push_back(at + 1);
  }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    YamlNode empty = node(YamlNode::Kind::kEmpty, mark);
    if (!wants_key() && !open_.empty() && open_.back().node.kind == YamlNode::Kind::kList)
      empty.line = line_before_ + line_of_bare_dash(line_of(mark));
    add(std::move(empty));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    throw Refused(line_of(mark),
                  "a text that begins with * refers to another place, which is not allowed here; "
                  "put quotes around it, or write the text out");
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    if (tag == "!") refuse_open_quote(mark);
    YamlNode scalar = node(YamlNode::Kind::kText, mark);
    scalar.text = value;
    add(std::move(scalar));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(YamlNode::Kind::kList, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(YamlNode::Kind::kMap, mark, tag, anchor);
  }
  void OnMapEnd() override { close(); }

  YamlNode take() { return std::move(root_); }

 private:
  struct Open {
    YamlNode node;
    bool key_read = false;
    std::string key;
    int key_line = 0;
    std::unordered_map<std::string, int> lines;  // of the keys so far
  };

  YamlNode node(YamlNode::Kind kind, const YAML::Mark& mark) const {
    YamlNode made;
    made.kind = kind;
    made.line = line_before_ + line_of(mark);
    return made;
  }

  static void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != 0)
      throw Refused(line_of(mark),
                    "a text that begins with & names an anchor, which is not allowed here; "
                    "put quotes around the text");
  }

  // yaml-cpp gives "?" to what has no tag and "!" to what is in quotes.
  static void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    if (!tag.empty() && tag != "?" && tag != "!")
      throw Refused(line_of(mark),
                    "a text that begins with ! is a tag, which is not allowed here; "
                    "put quotes around the text");
  }

  // From a place to the end; empty for a place outside the text.
  std::string_view rest_at(const YAML::Mark& mark) const {
    const auto line = static_cast<std::size_t>(line_of(mark) - 1);
    if (line >= line_starts_.size()) return {};
    const std::size_t at = line_starts_[line] + static_cast<std::size_t>(std::max(mark.column, 0));
    return at < bytes_.size() ? bytes_.substr(at) : std::string_view{};
  }

  // yaml-cpp takes a text whose closing quote is missing up to the file's end for good.
  void refuse_open_quote(const YAML::Mark& mark) const {
    const std::string_view rest = rest_at(mark);
    if (rest.empty() || (rest.front() != '"' && rest.front() != '\'')) return;
    const char quote = rest.front();
    for (std::size_t at = 1; at < rest.size(); ++at) {
      if (quote == '"' && rest[at] == '\\') {
        ++at;
      } else if (rest[at] == quote) {
        return;
      }
    }
    throw Refused(line_of(mark), "the quote that begins in this line is never closed; close it");
  }

  // yaml-cpp says of an item without a text where the next thing stands; an editor looks for the dash.
  int line_of_bare_dash(int at_most) const {
    for (std::size_t line = std::min(static_cast<std::size_t>(at_most), line_starts_.size()); line > 0;
         --line) {
      const std::string_view rest = bytes_.substr(line_starts_[line - 1]);
      if (trimmed(rest.substr(0, rest.find('\n'))) == "-") return static_cast<int>(line);
    }
    return at_most;
  }

  bool wants_key() const {
    return !open_.empty() && open_.back().node.kind == YamlNode::Kind::kMap && !open_.back().key_read;
  }

  void open(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    if (wants_key())
      throw Refused(line_of(mark),
                    "a name was expected before a colon; a text that begins with {{, { or [ needs "
                    "quotes around it");
    if (open_.size() >= kDeepest)
      throw Refused(line_of(mark), "the lists are nested too deeply; put quotes around texts with brackets");
    open_.push_back({node(kind, mark), false, {}, 0, {}});
  }

  void close() {
    YamlNode done = std::move(open_.back().node);
    open_.pop_back();
    add(std::move(done));
  }

  void add(YamlNode value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return;
    }
    if (wants_key()) {
      take_key(value);
      return;
    }
    Open& parent = open_.back();
    if (parent.node.kind == YamlNode::Kind::kMap) {
      value.key = std::move(parent.key);
      value.key_line = parent.key_line;
      parent.key_read = false;
    }
    parent.node.items.push_back(std::move(value));
  }

  void take_key(const YamlNode& key) {
    Open& parent = open_.back();
    const auto [earlier, fresh] = parent.lines.emplace(key.text, key.line);
    if (!fresh)
      report_.error(key.line, "\"" + key.text + "\" stands here a second time (first in line " +
                                  std::to_string(earlier->second) + "); keep one of them");
    parent.key = key.text;
    parent.key_line = key.line;
    parent.key_read = true;
  }

  std::string_view bytes_;
  std::vector<std::size_t> line_starts_;
  int line_before_;
  FileReport& report_;
  YamlNode root_;
  std::vector<Open> open_;
};

std::string explained(const std::string& parser_message) {
  return "this cannot be read as YAML (" + parser_message +
         "); check the indentation, and put quotes around a text that holds a colon, a #, or begins with a "
         "quote, a dash or a bracket";
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const auto from = text.find_first_not_of(kSpace);
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(kSpace) - from + 1);
}

const YamlNode* YamlNode::find(std::string_view wanted) const {
  for (const YamlNode& entry : items)
    if (entry.key == wanted) return &entry;
  return nullptr;
}

std::optional<YamlNode> read_yaml(std::string_view bytes, int line_before, FileReport& report) {
  std::istringstream stream{std::string(bytes)};
  TreeBuilder builder(bytes, line_before, report);
  try {
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(builder)) {
      YamlNode nothing;
      nothing.kind = YamlNode::Kind::kMap;
      nothing.line = line_before + 1;
      return nothing;
    }
    YamlNode root = builder.take();
    TreeBuilder second(bytes, line_before, report);
    if (parser.HandleNextDocument(second)) {
      report.error(second.take().line,
                   "a second YAML document begins here; remove the line --- or ... before it");
      return std::nullopt;
    }
    return root;
  } catch (const Refused& refused) {
    report.error(line_before + refused.line, refused.what());
  } catch (const YAML::Exception& failure) {
    report.error(line_before + line_of(failure.mark), explained(failure.msg));
  }
  return std::nullopt;
}

}  // namespace faqbot::knowledge

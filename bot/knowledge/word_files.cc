#include "knowledge/word_files.h"

#include <unordered_map>

#include "knowledge/file_kind.h"
#include "knowledge/markdown.h"
#include "knowledge/reading.h"
#include "knowledge/yaml_fields.h"

namespace faqbot::knowledge {
namespace {

Source read_source(const YamlNode& node, FileReport& report) {
  if (!is_plain_name(node.key))
    report.error(node.key_line, "\"" + node.key +
                                    "\" cannot be a source's id; use lower-case letters, digits and "
                                    "single dashes, such as nhs-back-pain");
  const Fields fields(node, {"title", "publisher", "url", "says"}, report);
  Source source;
  source.id = node.key;
  source.title = fields.required_text("title", "the page's title");
  source.publisher = fields.required_text("publisher", "who published it");
  source.url = fields.required_text("url", "the address of the page");
  source.says = fields.required_text("says", "what the page says that our answers lean on, in a line or two");
  const bool web = source.url.starts_with("https://") || source.url.starts_with("http://");
  if (!source.url.empty() && !(web && is_safe_address(source.url)))
    report.error(fields.line("url"), "the url \"" + source.url +
                                         "\" must begin with https:// or http:// and hold no "
                                         "spaces");
  return source;
}

struct Variant {
  std::string word;
  int line = 0;
};

// By their reading.
using Variants = std::unordered_map<std::string, Variant>;

void check_variant(const Wording& variant, const std::string& word, Variants& variants, FileReport& report) {
  const std::string reading = reading_of(variant.text);
  if (reading.empty()) {
    report.error(variant.line, "the variant \"" + variant.text + "\" holds no letters; remove it");
    return;
  }
  const auto [earlier, fresh] = variants.emplace(reading, Variant{word, variant.line});
  if (!fresh && earlier->second.word != word)
    report.error(variant.line, "the variant \"" + variant.text + "\" stands under \"" + earlier->second.word +
                                   "\" (line " + std::to_string(earlier->second.line) +
                                   ") too; keep it under one word");
}

}  // namespace

std::map<std::string, Source> read_sources(std::string_view text, FileReport& report) {
  std::map<std::string, Source> sources;
  const std::optional<YamlNode> root = read_yaml(text, 0, report);
  if (!root) return sources;
  if (root->kind != YamlNode::Kind::kMap) {
    report.error(root->line,
                 "sources were expected here, each as \"id:\" with title, publisher, url and says below");
    return sources;
  }
  for (const YamlNode& entry : root->items) sources.emplace(entry.key, read_source(entry, report));
  return sources;
}

std::vector<Synonym> read_synonyms(std::string_view text, FileReport& report) {
  std::vector<Synonym> synonyms;
  const std::optional<YamlNode> root = read_yaml(text, 0, report);
  if (!root) return synonyms;
  const Fields fields(*root, {"about", "words"}, report);
  const YamlNode* words = fields.filled("words");
  if (words == nullptr) return synonyms;
  if (words->kind != YamlNode::Kind::kMap) {
    report.error(words->line, "\"words\" must hold lines such as: physiotherapist: [physio, fizio]");
    return synonyms;
  }
  Variants variants;
  for (const YamlNode& entry : words->items) {
    Synonym synonym;
    synonym.word = std::string(trimmed(entry.key));
    if (synonym.word.empty()) report.error(entry.key_line, "a word is missing before the colon; write it");
    if (entry.kind == YamlNode::Kind::kEmpty)
      report.error(entry.key_line,
                   "\"" + entry.key + "\" has no variants; list them in [ ] or remove the line");
    for (const Wording& variant : texts_of(entry, entry.key, report)) {
      check_variant(variant, synonym.word, variants, report);
      synonym.variants.push_back(variant.text);
    }
    synonyms.push_back(std::move(synonym));
  }
  return synonyms;
}

std::vector<Wording> read_off_topic(std::string_view text, FileReport& report) {
  const std::optional<YamlNode> root = read_yaml(text, 0, report);
  if (!root) return {};
  const Fields fields(*root, {"about", "examples"}, report);
  return fields.texts("examples");
}

}  // namespace faqbot::knowledge

#include "knowledge/partners_file.h"

#include <algorithm>
#include <unordered_map>

#include "knowledge/file_kind.h"
#include "knowledge/topic_body.h"
#include "knowledge/yaml_fields.h"
#include "text/utf8.h"

namespace faqbot::knowledge {
namespace {

constexpr std::size_t kLongestGreeting = 300;

bool is_host(std::string_view host) {
  return !host.empty() && host.front() != '.' && host.front() != '-' && host.front() != ':' &&
         std::all_of(host.begin(), host.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':';
         });
}

// What a browser sends as Origin: scheme, host, perhaps a port, and nothing after it.
bool is_origin(std::string_view origin) {
  for (const std::string_view scheme : {"https://", "http://"})
    if (origin.starts_with(scheme)) return is_host(origin.substr(scheme.size()));
  return false;
}

// A value goes into a style sheet: colours, lengths and font names, nothing that could end the rule or load a
// file.
bool is_harmless_style(std::string_view value) {
  constexpr std::string_view kAllowed = " #%.,()'-";
  return value.find("url") == std::string_view::npos && std::all_of(value.begin(), value.end(), [&](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  kAllowed.find(c) != std::string_view::npos;
         });
}

using OriginLines = std::unordered_map<std::string, int>;

void read_origins(const Fields& fields, Partner& partner, OriginLines& seen, FileReport& report) {
  for (Wording& origin : fields.texts("origins")) {
    if (!is_origin(origin.text))
      report.error(origin.line, "\"" + origin.text +
                                    "\" is no origin; write scheme and host in lower case and nothing "
                                    "after it, such as https://www.example.org");
    const auto [earlier, fresh] = seen.emplace(origin.text, origin.line);
    if (!fresh)
      report.error(origin.line, "the origin \"" + origin.text + "\" stands in line " +
                                    std::to_string(earlier->second) + " already; keep it for one partner");
    partner.origins.push_back(std::move(origin.text));
  }
  if (partner.origins.empty())
    report.error(fields.line("origins"),
                 "\"origins\" is missing or empty; list the addresses of the partner's pages, "
                 "such as https://www.example.org");
}

void read_theme(const Fields& fields, Partner& partner, FileReport& report) {
  const YamlNode* theme = fields.filled("theme");
  if (theme == nullptr) return;
  if (theme->kind != YamlNode::Kind::kMap) {
    report.error(theme->line, R"("theme" must hold lines such as: accent: "#0a6")");
    return;
  }
  for (const YamlNode& entry : theme->items) {
    const std::string value(trimmed(entry.text));
    if (!is_plain_name(entry.key))
      report.error(entry.key_line,
                   "\"" + entry.key + "\" cannot be a theme's name; use lower-case letters and dashes");
    if (entry.kind != YamlNode::Kind::kText || value.empty() || !is_harmless_style(value))
      report.error(entry.key_line, "the theme's \"" + entry.key +
                                       "\" is no plain value; write a colour in quotes "
                                       "(\"#0a6\"), a length (12px) or a font's name");
    partner.theme[entry.key] = value;
  }
}

// Checked as the answer that it stands for is.
void read_wording(const Fields& fields, PartnerFile& file, FileReport& report) {
  const YamlNode* wording = fields.filled("wording");
  if (wording == nullptr) return;
  if (wording->kind != YamlNode::Kind::kMap) {
    report.error(wording->line, "\"wording\" must hold lines such as: clinic/prices: the answer given there");
    return;
  }
  for (const YamlNode& entry : wording->items) {
    if (entry.kind != YamlNode::Kind::kText || trimmed(entry.text).empty()) {
      report.error(entry.key_line,
                   "the wording of " + entry.key + " must be a text; write the answer behind the colon");
      continue;
    }
    TopicFile answer;
    answer.topic.body = std::string(trimmed(entry.text)) + '\n';
    answer.topic.body_line = entry.line;
    check_answer(answer, report);
    file.wording_lines[entry.key] = entry.key_line;
    file.partner.wording[entry.key] = std::move(answer.topic.body);
  }
}

PartnerFile read_partner(const YamlNode& node, OriginLines& seen, FileReport& report) {
  const Fields fields(node, {"name", "origins", "greeting", "theme", "without", "wording"}, report);
  PartnerFile file;
  Partner& partner = file.partner;
  partner.id = node.key;
  if (!is_plain_name(partner.id))
    report.error(node.key_line, "\"" + partner.id +
                                    "\" cannot be a partner's id; use lower-case letters, digits and "
                                    "single dashes");
  partner.name = fields.required_text("name", "what the partner is called");
  partner.greeting = fields.text("greeting");
  if (text::length(partner.greeting) > kLongestGreeting)
    report.error(fields.line("greeting"), "the greeting is longer than 300 characters; shorten it");
  read_origins(fields, partner, seen, report);
  read_theme(fields, partner, report);
  for (Wording& topic : fields.texts("without")) partner.without.push_back(std::move(topic.text));
  file.without_line = fields.line("without");
  read_wording(fields, file, report);
  return file;
}

}  // namespace

std::vector<PartnerFile> read_partners(std::string_view text, FileReport& report) {
  std::vector<PartnerFile> partners;
  const std::optional<YamlNode> root = read_yaml(text, 0, report);
  if (!root) return partners;
  if (root->kind == YamlNode::Kind::kEmpty) return partners;
  if (root->kind != YamlNode::Kind::kMap) {
    report.error(root->line, "partners were expected here, each as \"id:\" with name and origins below");
    return partners;
  }
  OriginLines seen;
  for (const YamlNode& entry : root->items) partners.push_back(read_partner(entry, seen, report));
  return partners;
}

}  // namespace faqbot::knowledge

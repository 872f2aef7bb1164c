#include "knowledge/clinic_file.h"

#include <algorithm>

#include "knowledge/hours_file.h"
#include "knowledge/markdown.h"
#include "knowledge/yaml_fields.h"

namespace faqbot::knowledge {
namespace {

bool is_written(const FactKey& fact) {
  return fact.shape != FactShape::kComputed && fact.shape != FactShape::kTimezone;
}

std::vector<std::string_view> keys_of_file() {
  std::vector<std::string_view> keys;
  for (const FactKey& fact : fact_keys())
    if (is_written(fact)) keys.push_back(fact.key);
  return keys;
}

// A fact is a phrase within a sentence: breaks in it are only how the file was laid out.
std::string in_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space) line += c;
    if (space && !line.empty() && line.back() != ' ') line += ' ';
  }
  return line;
}

bool is_phone(std::string_view text) {
  const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits >= 3 && text.find_first_not_of("0123456789+() -./") == std::string_view::npos;
}

bool is_email(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && text.find('.', at) != std::string_view::npos &&
         text.find_first_of(" \t<>\"") == std::string_view::npos &&
         text.find('@', at + 1) == std::string_view::npos;
}

bool is_page(std::string_view text) {
  return (text.starts_with("https://") || text.starts_with("http://")) && is_safe_address(text);
}

bool is_country(std::string_view text) {
  return text.size() == 2 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

void check_shape(FactShape shape, const std::string& value, int line, FileReport& report) {
  if (shape == FactShape::kPhone && !is_phone(value))
    report.error(line, "\"" + value + "\" is no phone number; write digits, spaces and a leading + alone");
  if (shape == FactShape::kEmail && !is_email(value))
    report.error(line, "\"" + value + "\" is no e-mail address; write it as name@example.org");
  if (shape == FactShape::kAddressOfPage && !is_page(value))
    report.error(line,
                 "\"" + value + "\" is no web address; begin it with https:// and leave no spaces in it");
  if (shape == FactShape::kCountry && !is_country(value))
    report.error(line, "\"" + value + "\" is no country code; write two capital letters, such as GB or SG");
  if (value.find("{{") != std::string::npos)
    report.error(line, "a fact cannot name another one; write it out without {{ }}");
}

std::string read_list(const FactKey& fact, const YamlNode& node, FileReport& report) {
  std::string lines;
  for (const Wording& entry : texts_of(node, fact.key, report)) {
    check_shape(fact.shape, entry.text, entry.line, report);
    if (!lines.empty()) lines += '\n';
    lines += in_one_line(entry.text);
  }
  return lines;
}

void read_fact(const FactKey& fact, const Fields& fields, Clinic& clinic, FileReport& report) {
  const YamlNode* node = fields.filled(fact.key);
  if (node == nullptr) return;
  if (fact.shape == FactShape::kHours) {
    clinic.hours = read_hours(*node, report);
    return;
  }
  std::string value;
  if (fact.shape == FactShape::kTextOrList && node->kind == YamlNode::Kind::kList) {
    value = read_list(fact, *node, report);
  } else {
    value = in_one_line(fields.text(fact.key));
    if (!value.empty()) check_shape(fact.shape, value, node->key_line, report);
  }
  if (value.empty()) return;
  if (fact.key == "name") clinic.name = value;
  if (fact.key == "country" && is_country(value)) clinic.country = value;
  if (fact.key != "name" && fact.key != "country") clinic.facts[std::string(fact.key)] = std::move(value);
}

}  // namespace

std::optional<ClinicFile> read_clinic(std::string_view text, FileReport& report) {
  const std::optional<YamlNode> root = read_yaml(text, 0, report);
  if (!root) return std::nullopt;
  const std::vector<std::string_view> keys = keys_of_file();
  const Fields fields(*root, keys, report);
  ClinicFile file;
  for (const FactKey& fact : fact_keys())
    if (is_written(fact)) read_fact(fact, fields, file.clinic, report);
  if (file.clinic.name.empty())
    report.error(fields.line("name"), "\"name\" is missing or empty; write what the clinic is called");
  file.country_line = fields.line("country");
  return file;
}

void check_example(std::string_view text, FileReport& report) {
  const std::optional<ClinicFile> example = read_clinic(text, report);
  if (!example) return;
  const Clinic& clinic = example->clinic;
  const auto is_filled = [&clinic](const FactKey& fact) {
    if (fact.key == "name") return !clinic.name.empty();
    if (fact.key == "country") return !clinic.country.empty();
    if (fact.key == "hours") return clinic.hours.known && !clinic.hours.special.empty();
    return clinic.facts.contains(std::string(fact.key));
  };
  for (const FactKey& fact : fact_keys())
    if (is_written(fact) && !is_filled(fact))
      report.error(0, "the example does not fill in \"" + std::string(fact.key) +
                          "\"; add it, for the example shows "
                          "every key");
}

}  // namespace faqbot::knowledge

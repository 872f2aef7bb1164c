#include "knowledge/emergency_numbers.h"

#include <algorithm>

#include "knowledge/markdown.h"
#include "knowledge/yaml_fields.h"

namespace faqbot::knowledge {
namespace {

bool is_code(std::string_view code) {
  return code.size() == 2 &&
         std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

void check_code(const std::string& code, int line, FileReport& report) {
  if (!is_code(code))
    report.error(line, "\"" + code + "\" is no country code; write two capital letters, such as GB or SG");
}

CountryNumbers read_country(const YamlNode& node, FileReport& report) {
  const Fields fields(node, {"name", "members", "emergency", "urgent_care", "crisis_line", "confirmed"},
                      report);
  CountryNumbers country;
  check_code(node.key, node.key_line, report);
  country.codes.push_back(node.key);
  for (Wording& member : fields.texts("members")) {
    check_code(member.text, member.line, report);
    country.codes.push_back(std::move(member.text));
  }
  country.name = fields.required_text("name", "what the country is called after \"in\", such as the UK");
  country.texts.emergency_call = fields.required_text("emergency", "the number of the ambulance, in quotes");
  country.texts.urgent_care = fields.text("urgent_care");
  country.texts.crisis_line = fields.text("crisis_line");
  const std::vector<Wording> confirmed = fields.texts("confirmed");
  if (confirmed.empty())
    report.error(fields.line("confirmed"),
                 "\"confirmed\" is missing; list the pages where these numbers were looked up");
  for (const Wording& page : confirmed)
    if (!page.text.starts_with("http") || !is_safe_address(page.text))
      report.error(page.line, "\"" + page.text + "\" is no web address; begin it with https://");
  return country;
}

std::string with_and(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
    text += names[i];
  }
  return text;
}

// "999 in the UK and Malaysia; 112 in India": countries with the same number stand together.
std::string emergency_list(const std::vector<CountryNumbers>& numbers) {
  std::string list;
  std::vector<std::string> told;
  for (const CountryNumbers& country : numbers) {
    const std::string& number = country.texts.emergency_call;
    if (number.empty() || std::find(told.begin(), told.end(), number) != told.end()) continue;
    told.push_back(number);
    std::vector<std::string> names;
    for (const CountryNumbers& other : numbers)
      if (other.texts.emergency_call == number) names.push_back(other.name);
    list += (list.empty() ? "" : "; ") + number + " in " + with_and(names);
  }
  return list;
}

std::string list_by_country(const std::vector<CountryNumbers>& numbers, std::string EmergencyTexts::*part) {
  std::string list;
  for (const CountryNumbers& country : numbers)
    if (!(country.texts.*part).empty())
      list += (list.empty() ? "" : "; ") + std::string("in ") + country.name + ' ' + country.texts.*part;
  return list;
}

std::string with_list(std::string_view lead, const std::string& list) {
  return list.empty() ? std::string(lead) : std::string(lead).append(" (").append(list).append(")");
}

const CountryNumbers* entry_of(const std::vector<CountryNumbers>& numbers, std::string_view country) {
  // A country's own entry comes before that of a union it belongs to.
  for (const CountryNumbers& entry : numbers)
    if (entry.codes.front() == country) return &entry;
  for (const CountryNumbers& entry : numbers)
    if (std::find(entry.codes.begin(), entry.codes.end(), country) != entry.codes.end()) return &entry;
  return nullptr;
}

}  // namespace

std::vector<CountryNumbers> read_emergency_numbers(std::string_view text, FileReport& report) {
  std::vector<CountryNumbers> numbers;
  const std::optional<YamlNode> root = read_yaml(text, 0, report);
  if (!root) return numbers;
  const Fields fields(*root, {"about", "countries"}, report);
  const YamlNode* countries = fields.filled("countries");
  if (countries == nullptr || countries->kind != YamlNode::Kind::kMap) {
    report.error(fields.line("countries"),
                 "\"countries\" is missing; list each country's code with its numbers below");
    return numbers;
  }
  for (const YamlNode& entry : countries->items) numbers.push_back(read_country(entry, report));
  return numbers;
}

bool has_numbers(const std::vector<CountryNumbers>& numbers, std::string_view country) {
  return entry_of(numbers, country) != nullptr;
}

EmergencyTexts texts_for(const std::vector<CountryNumbers>& numbers, std::string_view country) {
  if (const CountryNumbers* entry = entry_of(numbers, country)) return entry->texts;
  EmergencyTexts everywhere;
  everywhere.listed = true;
  everywhere.emergency_call = with_list(kAnyEmergencyNumber, emergency_list(numbers));
  everywhere.crisis_line = with_list(kAnyCrisisLine, list_by_country(numbers, &EmergencyTexts::crisis_line));
  everywhere.urgent_care = with_list(kAnyUrgentCare, list_by_country(numbers, &EmergencyTexts::urgent_care));
  return everywhere;
}

}  // namespace faqbot::knowledge

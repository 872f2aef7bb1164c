#include "knowledge/fact_text.h"

#include <algorithm>
#include <array>

#include "knowledge/render.h"

namespace faqbot::knowledge {
namespace {

using Pieces = std::vector<FactPiece>;

std::string filled(const Clinic& clinic, std::string_view key) {
  const auto found = clinic.facts.find(std::string(key));
  return found == clinic.facts.end() ? std::string() : found->second;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

FactPiece phone_link(std::string_view number) {
  std::string address = "tel:";
  for (const char c : number)
    if (is_digit(c) || (c == '+' && address.size() == 4)) address += c;
  return {std::string(number), address};
}

FactPiece email_link(const std::string& email) {
  return {email, "mailto:" + email};
}

// "Samaritans, 116 123, free": digits of three and more in a row, spaces and
// dashes between them, are a number to call; not after "to ", as in "text HELLO to 50808".
Pieces with_numbers_to_call(std::string_view text) {
  constexpr std::size_t kFewestDigits = 3;
  Pieces pieces;
  std::size_t told = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    std::size_t digits = 0;
    for (std::size_t i = at; i < text.size() && (is_digit(text[i]) || text[i] == ' ' || text[i] == '-');
         ++i) {
      if (!is_digit(text[i])) continue;
      ++digits;
      end = i + 1;
    }
    if (digits >= kFewestDigits && !text.substr(0, at).ends_with("to ")) {
      if (at > told) pieces.push_back({std::string(text.substr(told, at - told)), {}});
      pieces.push_back(phone_link(text.substr(at, end - at)));
      told = end;
    }
    at = end;
  }
  if (told < text.size()) pieces.push_back({std::string(text.substr(told)), {}});
  return pieces;
}

// A verb phrase that follows "please". The website is named only where nothing more direct is known.
Pieces reach(const Clinic& clinic) {
  const std::string phone = filled(clinic, "phone");
  const std::string email = filled(clinic, "email");
  Pieces pieces;
  if (!phone.empty()) {
    pieces.push_back({"call us on ", {}});
    pieces.push_back(phone_link(phone));
  }
  if (!email.empty()) {
    pieces.push_back({phone.empty() ? "write to " : " or write to ", {}});
    pieces.push_back(email_link(email));
  }
  if (!pieces.empty()) return pieces;
  for (const auto& [key, lead] : {std::pair("booking_link", "use our booking page, "),
                                  std::pair("website", "use the contact page of our website, ")}) {
    const std::string address = filled(clinic, key);
    if (!address.empty()) return {{lead, {}}, {address, address}};
  }
  return {{"ask our front desk, in person or through the contact page of this website", {}}};
}

// One of the three facts about help: the clinic's own wording, else that of its
// country, else words that hold anywhere.
struct Help {
  std::string_view key;
  std::string_view own;  // key of clinic.yaml
  std::string EmergencyTexts::*of_country;
  std::string_view anywhere;
};

constexpr std::array kHelp = {
    Help{"emergency_call", "emergency_number", &EmergencyTexts::emergency_call, kAnyEmergencyNumber},
    Help{"crisis_line", "crisis_line", &EmergencyTexts::crisis_line, kAnyCrisisLine},
    Help{"urgent_care", "urgent_care", &EmergencyTexts::urgent_care, kAnyUrgentCare},
};

const Help* help_of(std::string_view key) {
  const auto* found =
      std::find_if(kHelp.begin(), kHelp.end(), [key](const Help& help) { return help.key == key; });
  return found == kHelp.end() ? nullptr : found;
}

Pieces help_pieces(const Clinic& clinic, const Help& help, bool again) {
  const std::string own = filled(clinic, help.own);
  if (!own.empty()) return with_numbers_to_call(own);
  const std::string& of_country = clinic.emergency.*help.of_country;
  const bool too_long = again && clinic.emergency.listed;
  return with_numbers_to_call(of_country.empty() || too_long ? help.anywhere : std::string_view(of_country));
}

FactShape shape_of(std::string_view key) {
  for (const FactKey& fact : fact_keys())
    if (fact.key == key) return fact.shape;
  return FactShape::kText;
}

std::string in_one_line(std::string_view lines) {
  std::string line;
  for (const char c : lines) c == '\n' ? line += "; " : line += c;
  return line;
}

Pieces shaped(std::string_view key, const std::string& value) {
  switch (shape_of(key)) {
    case FactShape::kPhone:
      return {phone_link(value)};
    case FactShape::kEmail:
      return {email_link(value)};
    case FactShape::kAddressOfPage:
      return {{value, value}};
    default:
      return {{in_one_line(value), {}}};
  }
}

}  // namespace

std::vector<FactPiece> fact_pieces(const Clinic& clinic, std::string_view key) {
  if (key == "name") return {{clinic.name, {}}};
  if (key == "reach") return reach(clinic);
  if (const Help* help = help_of(key)) return help_pieces(clinic, *help, false);
  std::string value = filled(clinic, key);
  if (value.empty() && key == "hours") value = hours_sentence(clinic.hours);
  if (value.empty() && key == "timezone") value = clinic.hours.timezone;
  if (value.empty() && key == "country") value = clinic.country;
  return value.empty() ? Pieces{} : shaped(key, value);
}

std::vector<FactPiece> fact_pieces_again(const Clinic& clinic, std::string_view key) {
  const Help* help = help_of(key);
  return help == nullptr ? fact_pieces(clinic, key) : help_pieces(clinic, *help, true);
}

std::vector<std::string> fact_list(const Clinic& clinic, std::string_view key) {
  const std::string value = filled(clinic, key);
  std::vector<std::string> entries;
  if (value.find('\n') == std::string::npos) return entries;
  for (std::size_t from = 0; from <= value.size();) {
    const std::size_t to = std::min(value.find('\n', from), value.size());
    if (to > from) entries.push_back(value.substr(from, to - from));
    from = to + 1;
  }
  return entries;
}

std::string fact(const Clinic& clinic, std::string_view key) {
  std::string text;
  for (const FactPiece& piece : fact_pieces(clinic, key)) text += piece.text;
  return text;
}

}  // namespace faqbot::knowledge

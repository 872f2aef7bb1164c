#include "store/contact.h"

#include <algorithm>

#include "text/utf8.h"

namespace faqbot::store {
namespace {

constexpr std::size_t kLeastDigits = 7;
constexpr std::size_t kDigitsCompared = 9;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_of_address(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80 || c == '.' ||
         c == '_' || c == '%' || c == '+' || c == '-' || c == '\'' || c == '@';
}

std::string trimmed(const std::string& text) {
  const auto begin = text.find_first_not_of(" \t\r\n<");
  const auto end = text.find_last_not_of(" \t\r\n>");
  return begin == std::string::npos || end < begin ? std::string() : text.substr(begin, end - begin + 1);
}

std::string digits_of(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits), is_digit);
  return digits.size() > kDigitsCompared ? digits.substr(digits.size() - kDigitsCompared) : digits;
}

// Runs of digits with the signs between them that people write numbers with.
bool holds_number(std::string_view text, const std::string& digits) {
  std::string run;
  const auto ends_with_it = [&] { return run.size() >= digits.size() && run.ends_with(digits); };
  for (const char c : text) {
    if (is_digit(c)) {
      run += c;
    } else if (c != ' ' && c != '-' && c != '.' && c != '(' && c != ')' && c != '/') {
      if (ends_with_it()) return true;
      run.clear();
    }
  }
  return ends_with_it();
}

bool holds_address(std::string_view text, const std::string& address) {
  for (auto at = text.find(address); at != std::string_view::npos; at = text.find(address, at + 1)) {
    const auto end = at + address.size();
    const bool begins = at == 0 || !is_of_address(text[at - 1]);
    // A full stop behind it ends the sentence.
    const bool ends = end == text.size() || !is_of_address(text[end]) ||
                      (text[end] == '.' && (end + 1 == text.size() || !is_of_address(text[end + 1])));
    if (begins && ends) return true;
  }
  return false;
}

}  // namespace

Result<Contact> Contact::parse(std::string_view typed) {
  Contact contact;
  const std::string folded = trimmed(text::fold(typed));
  const auto sign = folded.find('@');
  if (sign != std::string::npos && sign > 0 && sign + 1 < folded.size() &&
      std::ranges::all_of(folded, is_of_address)) {
    contact.address_ = folded;
    return contact;
  }
  contact.digits_ = digits_of(folded);
  if (sign != std::string::npos || contact.digits_.size() < kLeastDigits)
    return Error{
        "\"" + std::string(typed) +
        "\" is neither an e-mail address nor a telephone number of at least 7 digits; give one of them"};
  return contact;
}

bool Contact::stands_in(std::string_view kept) const {
  const std::string folded = text::fold(kept);
  return address_.empty() ? holds_number(folded, digits_) : holds_address(folded, address_);
}

}  // namespace faqbot::store

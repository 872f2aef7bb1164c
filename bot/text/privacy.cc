#include "text/privacy.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <functional>
#include <vector>

#include "text/pattern.h"

namespace faqbot::text {
namespace {

constexpr std::string_view kPhone = "[phone]";
constexpr std::string_view kCard = "[card]";
constexpr std::string_view kNumber = "[number]";

// The least digits of a telephone number: local ones are not written without their area in an enquiry.
constexpr std::size_t kLeastPhoneDigits = 7;
constexpr std::size_t kLeastPhoneDigitsWithoutPrefix = 10;
constexpr std::size_t kMostPhoneDigits = 15;  // E.164
constexpr std::size_t kLeastCardDigits = 13;
constexpr std::size_t kMostCardDigits = 19;  // ISO/IEC 7812
// A bare run as long as this counts nothing that a clinic talks about: not minutes, not pounds.
constexpr std::size_t kLeastBareDigits = 6;

struct Shape {
  std::string_view expression;
  std::string_view shown;
};

// In this order: what a later shape would take for its own goes first.
constexpr std::array<Shape, 10> kShapes = {{
    {R"([\pL\pN._%+'-]+@[\pL\pN-]+(?:\.[\pL\pN-]+)*)", "[e-mail]"},
    // Spelt out to fool robots; without the list of endings, "look at the dot on my back" would be one.
    {R"((?i)\b[\pL\pN._%+-]+ ?(?:\(at\)|\[at\]) ?[\pL\pN-]+(?: ?(?:\(dot\)|\[dot\]|\.) ?[\pL\pN-]+)+)",
     "[e-mail]"},
    {R"((?i)\b[\pL\pN._%+-]+ at [\pL\pN-]+(?: dot [\pL\pN-]+)* dot (?:com|org|net|info|co|uk|us|ca|au|nz|eu|ie|de|fr|es|it|nl)\b)",
     "[e-mail]"},
    {R"(\b[0-3]?\d[/.][0-3]?\d[/.](?:\d{4}|\d{2})\b|\b[0-3]?\d-[0-3]?\d-(?:19|20)\d{2}\b|\b(?:19|20)\d{2}[-/.][01]?\d[-/.][0-3]?\d\b)",
     "[date]"},
    {R"((?i)\b[0-3]?\d(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?,? (?:19|20)\d{2}\b)",
     "[date]"},
    {R"((?i)\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? [0-3]?\d(?:st|nd|rd|th)?,? (?:19|20)\d{2}\b)",
     "[date]"},
    // IBAN
    {R"((?i)\b[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){3,7}(?: ?[a-z0-9]{1,3})?\b)", kNumber},
    // The United Kingdom's national insurance number: with spaces in capitals only, since "to 30 45 60 a
    // week" is none.
    {R"(\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b|(?i)\b[a-ceghj-pr-tw-z]{2}\d{6}[a-d]\b)",
     kNumber},
    // The United States' social security number.
    {R"(\b\d{3}-\d{2}-\d{4}\b)", kNumber},
    // Passports, memberships, policies.
    {R"((?i)\b[a-z]{1,3}\d{6,12}[a-z]?\b)", kNumber},
}};

// Numbers that are known by the words before them: these stay, what begins with the first digit goes.
constexpr std::array<Shape, 2> kNamed = {{
    {R"((?i)\b(?:born|birth|dob|d\.o\.b\.?)\W+(?:\pL+\W+){0,2}?(?:19|20)\d{2}\b)", "[date]"},
    {R"((?i)\bnhs\b[^\d]{0,12}\d{3}[ -]?\d{3}[ -]?\d{4}\b)", kNumber},
}};

constexpr std::string_view kDigitRun = R"([+(]{0,2}\d(?:[ \t.\-–()/\x{a0}]{0,2}\d)+)";
constexpr std::string_view kWrittenEmail = R"([\pL\pN._%+'-]+@[\pL\pN-]+(?:\.[\pL\pN-]+)+)";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

Pattern compiled(std::string_view expression) {
  auto pattern = Pattern::make(expression);
  assert(pattern.ok());
  return *std::move(pattern);
}

// Every match replaced by what becomes of it.
std::string replaced(const Pattern& pattern, std::string_view text,
                     const std::function<std::string(std::string_view match)>& become) {
  std::string result;
  std::size_t at = 0;
  pattern.for_each(text, [&](std::size_t begin, std::size_t end) {
    result.append(text.substr(at, begin - at)).append(become(text.substr(begin, end - begin)));
    at = end;
  });
  return result.append(text.substr(at));
}

struct DigitRun {
  explicit DigitRun(std::string_view run)
      : starts_like_a_phone(run.front() == '+' || run.front() == '(' || run.front() == '0') {
    bool was_digit = false;
    for (const char c : run) {
      if (is_digit(c)) {
        ++digits;
        if (!was_digit) {
          ++groups;
          last_group = 0;
        }
        ++last_group;
      }
      was_digit = is_digit(c);
    }
  }
  std::size_t digits = 0;
  std::size_t groups = 0;
  std::size_t last_group = 0;  // digits in it
  bool starts_like_a_phone;
};

bool is_phone(const DigitRun& run) {
  if (run.digits > kMostPhoneDigits) return false;
  if (run.starts_like_a_phone) return run.digits >= kLeastPhoneDigits && run.digits >= 2 * run.groups;
  // Lists of amounts and times have more groups, or shorter ones.
  return run.digits >= kLeastPhoneDigitsWithoutPrefix && run.groups <= 4 && run.last_group >= 4;
}

bool is_local_phone(std::string_view run) {
  return run.size() == 8 && run[3] == '-' && DigitRun(run).groups == 2;
}

bool is_card(const DigitRun& run) {
  return run.digits >= kLeastCardDigits && run.digits <= kMostCardDigits && run.digits >= 3 * run.groups;
}

std::string judged(std::string_view digits) {
  const DigitRun run(digits);
  if (digits.front() != '+' && is_card(run)) return std::string(kCard);
  if (is_phone(run) || is_local_phone(digits)) return std::string(kPhone);
  if (run.groups == 1 && run.digits >= kLeastBareDigits) return std::string(kNumber);
  return std::string(digits);
}

// Immutable; compiled at the first use.
struct Shapes {
  Shapes() {
    for (const Shape& shape : kShapes) alone.push_back(compiled(shape.expression));
    for (const Shape& shape : kNamed) named.push_back(compiled(shape.expression));
  }
  std::vector<Pattern> alone;
  std::vector<Pattern> named;
  Pattern digit_run = compiled(kDigitRun);
  Pattern written_email = compiled(kWrittenEmail);
};

const Shapes& shapes() {
  static const Shapes kCompiled;
  return kCompiled;
}

bool may_tell_who(std::string_view text) {
  if (std::ranges::any_of(text, [](char c) { return is_digit(c) || c == '@'; })) return true;
  for (const std::string_view spelt : {"dot", "Dot", "DOT", "(at)", "[at]"})
    if (text.find(spelt) != std::string_view::npos) return true;
  return false;
}

std::string masked(std::string_view words) {
  std::string text(words);
  if (!may_tell_who(text)) return text;
  const Shapes& known = shapes();
  for (std::size_t i = 0; i < kNamed.size(); ++i)
    text = replaced(known.named[i], text, [&](std::string_view match) {
      return std::string(match.substr(0, match.find_first_of("0123456789"))).append(kNamed[i].shown);
    });
  for (std::size_t i = 0; i < kShapes.size(); ++i) text = known.alone[i].replaced(text, kShapes[i].shown);
  return replaced(known.digit_run, text, judged);
}

}  // namespace

// What was masked can lay bare another number beside it, so it is looked at again until nothing is found.
MaskedText::MaskedText(std::string_view words) : text_(masked(words)) {
  constexpr int kMostRounds = 8;
  for (int round = 1; round < kMostRounds; ++round) {
    std::string again = masked(text_);
    if (again == text_) return;
    text_ = std::move(again);
  }
}

bool holds_contact(std::string_view text) {
  if (shapes().written_email.matches(text)) return true;
  bool found = false;
  shapes().digit_run.for_each(text, [&](std::size_t begin, std::size_t end) {
    const DigitRun run(text.substr(begin, end - begin));
    found = found || (run.digits >= kLeastPhoneDigits && run.digits <= kMostPhoneDigits);
  });
  return found;
}

}  // namespace faqbot::text

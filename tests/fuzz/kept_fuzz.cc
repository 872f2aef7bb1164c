// Any bytes as the body of a vote or an enquiry: refused with a reason or read within bounds, and what is
// masked stays valid and as it is.

#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <variant>

#include "http/kept_codec.h"
#include "text/privacy.h"
#include "text/utf8.h"

namespace {

using namespace faqbot::http;
using faqbot::text::MaskedText;

void require(bool holds) {
  if (!holds) std::abort();
}

void check_masking(std::string_view words) {
  const MaskedText once(words);
  require(faqbot::text::is_valid_utf8(once.text()));
  require(MaskedText(once.text()) == once);
}

void check(const Refusal& refusal) {
  require(refusal.status == 400 || refusal.status == 413);
  require(!refusal.why.empty());
}

void check(const FeedbackBody& body) {
  require(!body.topic.empty());
  check_masking(body.comment);
  check_masking(body.message);
}

void check(const EnquiryBody& body) {
  require(faqbot::text::length(body.name) <= kMostNameCharacters &&
          body.name.find('\n') == std::string::npos);
  require(faqbot::text::holds_contact(body.contact) && body.contact.find('\n') == std::string::npos);
  require(!body.message.empty() && faqbot::text::length(body.message) <= kMostEnquiryCharacters);
  check_masking(body.message);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  std::visit([](const auto& decoded) { check(decoded); }, decode_feedback(bytes));
  std::visit([](const auto& decoded) { check(decoded); }, decode_enquiry(bytes));
  if (faqbot::text::is_valid_utf8(bytes)) check_masking(bytes);
  return 0;
}

// What visitors leave behind, as JSON: votes and enquiries.
//
// Thread safety: pure functions. Memory: O(bytes of the body).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "http/refusal.h"

namespace faqbot::http {

inline constexpr std::size_t kMostCommentCharacters = 2000;
inline constexpr std::size_t kMostNameCharacters = 200;
inline constexpr std::size_t kMostContactCharacters = 200;
inline constexpr std::size_t kMostEnquiryCharacters = 5000;
inline constexpr std::size_t kMostKeyBytes = 64;

// The body of POST /api/feedback: valid UTF-8, bounded.
struct FeedbackBody {
  std::string conversation;  // as it came: any string
  std::string topic;         // has the shape of a topic's id
  bool helpful = false;
  std::string comment;
  std::string message;  // what had been asked; may be empty
};

// The body of POST /api/enquiries, consent given: valid UTF-8, bounded, and somebody can reply to it.
struct EnquiryBody {
  std::string name;     // one line, as contact
  std::string contact;  // holds an e-mail address or a telephone number
  std::string message;
  std::string conversation;  // as it came: any string
  std::string key;           // empty, or printable ASCII
};

std::variant<FeedbackBody, Refusal> decode_feedback(std::string_view json);
std::variant<EnquiryBody, Refusal> decode_enquiry(std::string_view json);

}  // namespace faqbot::http

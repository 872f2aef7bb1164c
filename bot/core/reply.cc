#include "core/reply.h"

namespace faqbot {

std::string_view name_of(ReplyKind kind) {
  switch (kind) {
    case ReplyKind::kAnswer:
      return "answer";
    case ReplyKind::kClarify:
      return "clarify";
    case ReplyKind::kUnknown:
      return "unknown";
    case ReplyKind::kUrgent:
      return "urgent";
  }
  return "unknown";
}

}  // namespace faqbot

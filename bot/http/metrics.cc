#include "http/metrics.h"

#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <iterator>

namespace faqbot::http {
namespace {

constexpr auto kRelaxed = std::memory_order_relaxed;
constexpr std::array<ReplyKind, 4> kKinds = {ReplyKind::kAnswer, ReplyKind::kClarify, ReplyKind::kUnknown,
                                             ReplyKind::kUrgent};

void describe(std::string& text, std::string_view name, std::string_view type, std::string_view help) {
  fmt::format_to(std::back_inserter(text), "# HELP {} {}\n# TYPE {} {}\n", name, help, name, type);
}

void put(std::string& text, std::string_view name, std::string_view type, std::string_view help,
         std::uint64_t value) {
  describe(text, name, type, help);
  fmt::format_to(std::back_inserter(text), "{} {}\n", name, value);
}

}  // namespace

void Metrics::count_reply(ReplyKind kind, std::chrono::nanoseconds took) {
  replies_.at(static_cast<std::size_t>(kind)).fetch_add(1, kRelaxed);
  const double seconds = std::chrono::duration<double>(took).count();
  const auto place = std::lower_bound(kBounds.begin(), kBounds.end(), seconds) - kBounds.begin();
  took_.at(static_cast<std::size_t>(place)).fetch_add(1, kRelaxed);
  took_nanoseconds_.fetch_add(static_cast<std::uint64_t>(took.count()), kRelaxed);
}

void Metrics::count_response(int status) {
  responses_.at(static_cast<std::size_t>(std::clamp(status / 100, 0, 5))).fetch_add(1, kRelaxed);
}

std::string Metrics::text(const ConnectionCounts& connections, std::string_view knowledge,
                          const store::Recorder::Counts& questions) const {
  std::string text;
  const auto out = std::back_inserter(text);
  describe(text, "faqbot_replies_total", "counter", "Replies to visitors by kind.");
  for (const ReplyKind kind : kKinds)
    fmt::format_to(out, "faqbot_replies_total{{kind=\"{}\"}} {}\n", name_of(kind),
                   replies_.at(static_cast<std::size_t>(kind)).load(kRelaxed));
  describe(text, "faqbot_responses_total", "counter", "HTTP responses of the routes by class of status.");
  for (std::size_t hundred = 2; hundred < responses_.size(); ++hundred)
    fmt::format_to(out, "faqbot_responses_total{{status=\"{}xx\"}} {}\n", hundred,
                   responses_[hundred].load(kRelaxed));
  describe(text, "faqbot_reply_seconds", "histogram", "Time from a decoded question to its encoded reply.");
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < kBounds.size(); ++i)
    fmt::format_to(out, "faqbot_reply_seconds_bucket{{le=\"{}\"}} {}\n", kBounds[i],
                   sum += took_[i].load(kRelaxed));
  sum += took_.back().load(kRelaxed);
  fmt::format_to(out, "faqbot_reply_seconds_bucket{{le=\"+Inf\"}} {}\n", sum);
  fmt::format_to(out, "faqbot_reply_seconds_sum {:.9f}\n",
                 static_cast<double>(took_nanoseconds_.load(kRelaxed)) * 1e-9);
  fmt::format_to(out, "faqbot_reply_seconds_count {}\n", sum);
  put(text, "faqbot_connections", "gauge", "Open connections.", connections.open);
  put(text, "faqbot_connections_accepted_total", "counter", "Connections let in.", connections.accepted);
  put(text, "faqbot_connections_turned_away_total", "counter", "Connections for which no place was left.",
      connections.turned_away);
  put(text, "faqbot_connections_timed_out_total", "counter", "Connections closed for idleness or slowness.",
      connections.timed_out);
  put(text, "faqbot_questions_recorded_total", "counter", "Questions kept for the figures.",
      questions.written);
  put(text, "faqbot_questions_lost_total", "counter",
      "Questions not kept: too many at once, or the store failed.", questions.lost);
  describe(text, "faqbot_knowledge_info", "gauge", "The version of the knowledge that serves.");
  if (!knowledge.empty()) fmt::format_to(out, "faqbot_knowledge_info{{version=\"{}\"}} 1\n", knowledge);
  return text;
}

}  // namespace faqbot::http

#include "http/metrics.h"

#include <doctest/doctest.h>

#include <string>

using faqbot::ReplyKind;
using faqbot::http::Metrics;
using namespace std::chrono_literals;

namespace {

bool has_line(const std::string& text, const std::string& line) {
  return text.find("\n" + line + "\n") != std::string::npos;
}

}  // namespace

TEST_CASE("metrics: replies are counted by kind and by the time they took") {
  Metrics metrics;
  metrics.count_reply(ReplyKind::kAnswer, 80us);
  metrics.count_reply(ReplyKind::kAnswer, 300us);
  metrics.count_reply(ReplyKind::kUrgent, 5s);
  const auto text = metrics.text({}, "");
  CHECK(has_line(text, "faqbot_replies_total{kind=\"answer\"} 2"));
  CHECK(has_line(text, "faqbot_replies_total{kind=\"urgent\"} 1"));
  CHECK(has_line(text, "faqbot_reply_seconds_bucket{le=\"0.0001\"} 1"));
  CHECK(has_line(text, "faqbot_reply_seconds_bucket{le=\"0.0005\"} 2"));
  CHECK(has_line(text, "faqbot_reply_seconds_bucket{le=\"1\"} 2"));
  CHECK(has_line(text, "faqbot_reply_seconds_bucket{le=\"+Inf\"} 3"));
  CHECK(has_line(text, "faqbot_reply_seconds_count 3"));
  CHECK(has_line(text, "faqbot_reply_seconds_sum 5.000380000"));
}

TEST_CASE("metrics: responses by class, connections and the knowledge's version") {
  Metrics metrics;
  metrics.count_response(200);
  metrics.count_response(404);
  metrics.count_response(429);
  const auto text =
      metrics.text({.open = 3, .accepted = 9, .turned_away = 1, .timed_out = 2}, "0123456789abcdef");
  CHECK(has_line(text, "faqbot_responses_total{status=\"2xx\"} 1"));
  CHECK(has_line(text, "faqbot_responses_total{status=\"4xx\"} 2"));
  CHECK(has_line(text, "faqbot_connections 3"));
  CHECK(has_line(text, "faqbot_connections_accepted_total 9"));
  CHECK(has_line(text, "faqbot_connections_turned_away_total 1"));
  CHECK(has_line(text, "faqbot_connections_timed_out_total 2"));
  CHECK(has_line(text, "faqbot_knowledge_info{version=\"0123456789abcdef\"} 1"));
}

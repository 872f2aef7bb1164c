// Errors on the wire: application/problem+json (RFC 9457).
//
// Thread safety: pure functions.
#pragma once

#include <chrono>
#include <string_view>

#include "http/exchange.h"
#include "http/refusal.h"

namespace faqbot::http {

// `detail`: one sentence for the person who wrote the request: what is wrong and how to mend it.
Response problem(int status, std::string_view detail);
Response problem(const Refusal& refusal);

// 429 or 503 with the time after which another try is worth it, at least one second.
Response problem_for_now(int status, std::string_view detail, std::chrono::seconds retry_after);

// 405. `allowed`: "GET, HEAD".
Response method_not_allowed(std::string_view allowed);

}  // namespace faqbot::http

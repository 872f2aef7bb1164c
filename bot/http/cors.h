// Which pages of other sites a browser lets read our answers.
//
// The clinic's own site (the address it reached us at, and those in its
// configuration) and the partners in knowledge/partners.yaml. No partners: the
// clinic's own site alone.
//
// Thread safety: pure functions.
// Source: https://fetch.spec.whatwg.org/#http-cors-protocol
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "http/exchange.h"
#include "knowledge/knowledge.h"

namespace faqbot::http {

struct Origins {
  std::span<const std::string> own;
  std::span<const knowledge::Partner> partners;
};

// True where the request comes from a page of the address that it is sent to; a
// proxy that ends TLS hides the scheme, so the host and port decide.
bool is_same_origin(const Request& request);

bool is_allowed(std::string_view origin, const Origins& origins);

// Lets the page of the Origin field read the response, where it may.
void allow_reading(const Request& request, const Origins& origins, Response& response);

// The answer to a browser that asks before it sends. `methods`: "POST, OPTIONS".
Response preflight(const Request& request, const Origins& origins, std::string_view methods);

}  // namespace faqbot::http

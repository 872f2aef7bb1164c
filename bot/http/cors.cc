#include "http/cors.h"

#include <algorithm>

#include "http/problem.h"

namespace faqbot::http {
namespace {

bool is_listed(std::string_view origin, std::span<const std::string> list) {
  return std::any_of(list.begin(), list.end(),
                     [&](const std::string& allowed) { return equal_ignoring_case(allowed, origin); });
}

}  // namespace

bool is_same_origin(const Request& request) {
  const auto origin = request.field("origin");
  const auto scheme = origin.find("://");
  return scheme != std::string_view::npos &&
         equal_ignoring_case(origin.substr(scheme + 3), request.field("host"));
}

bool is_allowed(std::string_view origin, const Origins& origins) {
  if (is_listed(origin, origins.own)) return true;
  return std::any_of(origins.partners.begin(), origins.partners.end(),
                     [&](const knowledge::Partner& partner) { return is_listed(origin, partner.origins); });
}

void allow_reading(const Request& request, const Origins& origins, Response& response) {
  response.set("Vary", "Origin");
  const auto origin = request.field("origin");
  if (origin.empty() || is_same_origin(request) || !is_allowed(origin, origins)) return;
  response.set("Access-Control-Allow-Origin", std::string(origin));
  response.set("Access-Control-Expose-Headers", "Retry-After");
}

Response preflight(const Request& request, const Origins& origins, std::string_view methods) {
  const auto origin = request.field("origin");
  if (!origin.empty() && !is_same_origin(request) && !is_allowed(origin, origins)) {
    Response refused =
        problem(403, "This page's origin is not listed; the clinic adds it to knowledge/partners.yaml.");
    refused.set("Vary", "Origin");
    return refused;
  }
  Response response;
  response.status = 204;
  response.set("Allow", std::string(methods));
  allow_reading(request, origins, response);
  response.set("Access-Control-Allow-Methods", std::string(methods));
  response.set("Access-Control-Allow-Headers", "Content-Type");
  response.set("Access-Control-Max-Age", "7200");
  return response;
}

}  // namespace faqbot::http

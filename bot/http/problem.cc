#include "http/problem.h"

#include <algorithm>
#include <string>

#include "http/json_writer.h"

namespace faqbot::http {
namespace {

std::string_view title_of(int status) {
  switch (status) {
    case 400:
      return "Bad request";
    case 404:
      return "Not found";
    case 405:
      return "Method not allowed";
    case 408:
      return "Request timeout";
    case 413:
      return "Content too large";
    case 414:
      return "Address too long";
    case 415:
      return "Unsupported media type";
    case 417:
      return "Expectation failed";
    case 429:
      return "Too many requests";
    case 431:
      return "Header fields too large";
    case 500:
      return "Internal server error";
    case 501:
      return "Not implemented";
    case 503:
      return "Service unavailable";
    case 505:
      return "HTTP version not supported";
    default:
      return "Error";
  }
}

}  // namespace

Response problem(int status, std::string_view detail) {
  JsonWriter json;
  json.begin_object();
  json.text("type", "about:blank");
  json.text("title", title_of(status));
  json.number("status", status);
  json.text("detail", detail);
  json.end_object();
  Response response;
  response.status = status;
  response.type = "application/problem+json";
  response.body = std::move(json).take();
  response.set("Cache-Control", "no-store");
  return response;
}

Response problem(const Refusal& refusal) {
  return problem(refusal.status, refusal.why);
}

Response problem_for_now(int status, std::string_view detail, std::chrono::seconds retry_after) {
  Response response = problem(status, detail);
  response.set("Retry-After", std::to_string(std::max<std::chrono::seconds::rep>(1, retry_after.count())));
  return response;
}

Response method_not_allowed(std::string_view allowed) {
  Response response =
      problem(405, "This address does not know that method; the Allow field names those it knows.");
  response.set("Allow", std::string(allowed));
  return response;
}

}  // namespace faqbot::http

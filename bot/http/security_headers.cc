#include "http/security_headers.h"

namespace faqbot::http {
namespace {

// Our pages take everything from here, hold nothing inline, and stand in nobody's frame.
constexpr std::string_view kPagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
// A drawing may hold its own style; nothing in it runs.
constexpr std::string_view kDrawingPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
constexpr std::string_view kDataPolicy = "default-src 'none'; frame-ancestors 'none'";

}  // namespace

bool is_for_other_sites(std::string_view path) {
  if (path.starts_with("/api/desk") || path.starts_with("/desk")) return false;
  return path.starts_with("/api/") || path.starts_with("/figures/") || path.ends_with(".js");
}

void add_security_headers(std::string_view path, Response& response) {
  const bool is_page = response.type.starts_with("text/html");
  const bool is_drawing = response.type == "image/svg+xml";
  response.set("Content-Security-Policy", std::string(is_page      ? kPagePolicy
                                                      : is_drawing ? kDrawingPolicy
                                                                   : kDataPolicy));
  response.set("X-Content-Type-Options", "nosniff");
  // A partner's address is its key: no page that is linked to from there may learn it.
  const bool tells_nobody = !is_page || path.starts_with("/partner/");
  response.set("Referrer-Policy", tells_nobody ? "no-referrer" : "strict-origin-when-cross-origin");
  response.set("Cross-Origin-Resource-Policy", is_for_other_sites(path) ? "cross-origin" : "same-origin");
  if (is_page) response.set("Cross-Origin-Opener-Policy", "same-origin");
}

}  // namespace faqbot::http

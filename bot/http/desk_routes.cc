#include "http/desk_routes.h"

#include <algorithm>
#include <array>
#include <utility>

#include "desk/session.h"
#include "http/assets.h"
#include "http/cookie.h"
#include "http/desk_json.h"
#include "http/path_pattern.h"
#include "http/problem.h"

namespace faqbot::http {
namespace {

constexpr std::string_view kApi = "/api/desk/";
constexpr std::string_view kSignInPage = "/desk/sign-in";
// What the sign-in page is made of: nothing of the clinic's in it.
constexpr std::array<std::string_view, 3> kOpenAssets = {kSignInPage, "/desk/sign-in.js", "/desk/desk.css"};
constexpr std::size_t kMostNameBytes = 250;
constexpr std::size_t kMostPasswordBytes = 800;

store::Time now() {
  return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

bool is_reading(const Request& request) {
  return request.method == "GET" || request.method == "HEAD";
}

// Browsers say where a request comes from; other programs say nothing, and have no cookie to be misused.
bool is_from_another_site(const Request& request) {
  const auto site = request.field("sec-fetch-site");
  return !site.empty() && site != "same-origin" && site != "none";
}

bool is_json_body(const Request& request) {
  const auto type = request.field("content-type");
  return equal_ignoring_case(type.substr(0, type.find_first_of("; \t")), "application/json");
}

// Back to the room that was wanted, where its name is a plain one.
std::string with_way_back(std::string_view wanted) {
  constexpr std::string_view kRooms = "/desk/";
  const std::string_view room =
      wanted.starts_with(kRooms) ? wanted.substr(kRooms.size()) : std::string_view();
  const bool is_plain =
      !room.empty() && std::ranges::all_of(room, [](char c) { return c >= 'a' && c <= 'z'; });
  return std::string(kSignInPage) + (is_plain ? "?next=" + std::string(wanted) : "");
}

Response redirect(std::string_view to) {
  Response response;
  response.status = 303;
  response.set("Location", std::string(to));
  response.set("Cache-Control", "no-store");
  return response;
}

}  // namespace

std::span<const DeskRoutes::Route> DeskRoutes::table() {
  using enum store::Role;
  static constexpr std::array<Route, 36> kTable = {{
      {"GET", "/api/desk/me", kStaff, &DeskRoutes::me},
      {"POST", "/api/desk/sign-out", kStaff, &DeskRoutes::sign_out},
      {"POST", "/api/desk/password", kStaff, &DeskRoutes::password},
      {"GET", "/api/desk/audit", kEditor, &DeskRoutes::audit},
      {"POST", "/api/desk/erase", kEditor, &DeskRoutes::erase},
      {"POST", "/api/desk/answer", kStaff, &DeskRoutes::answer},
      {"GET", "/api/desk/topics/{group}/{name}", kStaff, &DeskRoutes::topic},
      {"GET", "/api/desk/suggest", kStaff, &DeskRoutes::suggest},
      {"GET", "/api/desk/enquiries", kStaff, &DeskRoutes::enquiries},
      {"GET", "/api/desk/enquiries/{reference}", kStaff, &DeskRoutes::enquiry},
      {"POST", "/api/desk/enquiries/{reference}", kStaff, &DeskRoutes::move},
      {"POST", "/api/desk/enquiries/{reference}/notes", kStaff, &DeskRoutes::note},
      {"PUT", "/api/desk/enquiries/{reference}/draft", kStaff, &DeskRoutes::draft},
      {"POST", "/api/desk/enquiries/{reference}/looking", kStaff, &DeskRoutes::looking},
      {"POST", "/api/desk/enquiries/{reference}/left", kStaff, &DeskRoutes::left},
      {"GET", "/api/desk/changes", kStaff, &DeskRoutes::changes},
      {"GET", "/api/desk/unanswered", kStaff, &DeskRoutes::unanswered},
      {"POST", "/api/desk/unanswered/dismiss", kStaff, &DeskRoutes::dismiss},
      {"GET", "/api/desk/unanswered/handled", kStaff, &DeskRoutes::handled},
      {"POST", "/api/desk/unanswered/reopen", kStaff, &DeskRoutes::reopen},
      {"POST", "/api/desk/unanswered/teach", kEditor, &DeskRoutes::teach},
      {"POST", "/api/desk/unanswered/new-topic", kEditor, &DeskRoutes::new_topic},
      {"GET", "/api/desk/knowledge", kStaff, &DeskRoutes::topics},
      {"GET", "/api/desk/knowledge/file", kStaff, &DeskRoutes::file},
      {"POST", "/api/desk/knowledge/preview", kStaff, &DeskRoutes::preview},
      {"POST", "/api/desk/knowledge/review", kEditor, &DeskRoutes::review},
      {"POST", "/api/desk/knowledge/publish", kEditor, &DeskRoutes::publish},
      {"GET", "/api/desk/knowledge/history", kStaff, &DeskRoutes::history},
      {"GET", "/api/desk/knowledge/history/{number}", kStaff, &DeskRoutes::publication},
      {"POST", "/api/desk/knowledge/undo", kEditor, &DeskRoutes::undo},
      {"POST", "/api/desk/knowledge/ask", kStaff, &DeskRoutes::ask_version},
      {"GET", "/api/desk/figures", kStaff, &DeskRoutes::figures},
      {"GET", "/api/desk/figures.csv", kStaff, &DeskRoutes::figures_csv},
      {"GET", "/api/desk/partners", kStaff, &DeskRoutes::partners},
      {"POST", "/api/desk/partners/{id}/link", kEditor, &DeskRoutes::make_link},
      {"POST", "/api/desk/partners/{id}/revoke", kEditor, &DeskRoutes::revoke_link},
  }};
  return kTable;
}

std::vector<DeskRoutes::Address> DeskRoutes::addresses() {
  std::vector<Address> all;
  for (const Route& route : table()) all.push_back({route.method, route.path});
  return all;
}

bool DeskRoutes::owns(std::string_view path) {
  return path == "/desk" || path.starts_with("/desk/") || path.starts_with(kApi) || path == "/api/desk";
}

Response DeskRoutes::handle(const Request& request) {
  if (!request.path.starts_with("/api/")) return page(request);
  if (request.path == "/api/desk/sign-in") return sign_in(request);
  return api(request);
}

bool DeskRoutes::is_secure(const Request& request) const {
  return any_holds(parts_.trusted_proxies, request.peer) && request.field("x-forwarded-proto") == "https";
}

Result<std::optional<desk::SignedIn>> DeskRoutes::session_of(const Request& request) const {
  return parts_.accounts.who(cookie(request.joined_field("cookie"), kCookie), now());
}

// As a name for the lock-out.
std::string DeskRoutes::client_of(const Request& request) const {
  const http::Address client =
      visitor(request.peer, request.joined_field("x-forwarded-for"), parts_.trusted_proxies).client();
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string name;
  for (const std::uint8_t byte : client.bytes) {
    name += kDigits[byte >> 4U];
    name += kDigits[byte & 0xFU];
  }
  return name;
}

// Every address of the page is the same page, which then shows the room.
Response DeskRoutes::page(const Request& request) {
  if (!is_reading(request)) return method_not_allowed("GET, HEAD");
  const bool is_open = std::ranges::find(kOpenAssets, request.path) != kOpenAssets.end();
  if (!is_open) {
    const auto session = session_of(request);
    if (!session) return failed(session.error());
    if (!*session) return redirect(with_way_back(request.path));
  }
  const Asset* asset = find_asset(request.path);
  if (asset == nullptr) asset = find_asset("/desk/desk");
  if (asset == nullptr) return problem(404, "There is no page here.");
  return serve_asset(request, *asset);
}

Response DeskRoutes::sign_in(const Request& request) {
  if (request.method != "POST") return method_not_allowed("POST");
  if (is_from_another_site(request)) return problem(403, "Sign in on the front desk's own page.");
  if (!is_json_body(request)) return problem(415, "Send the body with Content-Type: application/json.");
  JsonBody body(request.body);
  const std::string name = body.required_text("name", kMostNameBytes);
  const std::string password = body.required_text("password", kMostPasswordBytes);
  if (body.refusal()) return problem(*body.refusal());
  auto answer = parts_.accounts.sign_in(name, password, client_of(request), now());
  if (!answer) return failed(answer.error());
  if (const auto* locked = std::get_if<desk::LockedOut>(&*answer))
    return problem_for_now(429, "Too many wrong passwords. Please wait a little, then try again.",
                           locked->wait);
  const auto* session = std::get_if<desk::SignedIn>(&*answer);
  if (session == nullptr) return problem(401, "That name and password do not fit together.");
  Response response =
      say({{"name", session->name}, {"role", store::name_of(session->role)}, {"csrf", session->csrf}});
  response.set("Set-Cookie",
               strict_cookie(kCookie, session->token, desk::kLongestSession, is_secure(request)));
  return response;
}

Response DeskRoutes::api(const Request& request) {
  const auto session = session_of(request);
  if (!session) return failed(session.error());
  if (!*session) return problem(401, "Please sign in.");
  const desk::SignedIn& who = **session;
  if (!is_reading(request)) {
    if (is_from_another_site(request) || !desk::are_equal(request.field(kWord), who.csrf))
      return problem(403, "This did not come from the front desk's own page. Load the page again.");
    if (!is_json_body(request)) return problem(415, "Send the body with Content-Type: application/json.");
  }
  std::string allowed;
  for (const Route& route : table()) {
    auto parts = match_path(route.path, request.path);
    if (!parts) continue;
    const bool fits = route.method == request.method || (route.method == "GET" && request.method == "HEAD");
    if (!fits) {
      allowed += (allowed.empty() ? "" : ", ") + std::string(route.method);
      continue;
    }
    if (route.role == store::Role::kEditor && who.role != store::Role::kEditor)
      return problem(403, "Only an editor may do that.");
    return (this->*route.answer)({request, who, *std::move(parts), now()});
  }
  if (!allowed.empty()) return method_not_allowed(allowed);
  return problem(404, "The front desk has no such address.");
}

}  // namespace faqbot::http

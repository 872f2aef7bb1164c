// The front desk's addresses for one's own account, the audit log, and a visitor's wish to be forgotten.
#include <charconv>
#include <string>

#include "desk/letter.h"
#include "http/cookie.h"
#include "http/desk_json.h"
#include "http/desk_routes.h"
#include "http/problem.h"

namespace faqbot::http {
namespace {

constexpr std::size_t kMostPasswordBytes = 800;
constexpr std::size_t kMostContactBytes = 500;
constexpr std::size_t kEntries = 100;

std::int64_t number_of(std::optional<std::string_view> text) {
  std::int64_t number = 0;
  if (text) std::from_chars(text->data(), text->data() + text->size(), number);
  return number;
}

}  // namespace

Response DeskRoutes::me(const Call& call) {
  const auto serving = parts_.engine.current();
  const knowledge::Clinic& clinic = serving->knowledge().clinic;
  Json partners = Json::array();
  for (const knowledge::Partner& partner : serving->knowledge().partners)
    partners.push_back({{"id", partner.id}, {"name", partner.name}});
  return say({{"name", call.session.name},
              {"partners", std::move(partners)},
              {"role", store::name_of(call.session.role)},
              {"csrf", call.session.csrf},
              {"clinic", clinic.name},
              {"signature", desk::signature(clinic)},
              {"knowledge", serving->knowledge().version}});
}

Response DeskRoutes::sign_out(const Call& call) {
  JsonBody body(call.request.body);
  const bool everywhere = body.flag("everywhere");
  if (body.refusal()) return problem(*body.refusal());
  const auto error = everywhere ? parts_.accounts.sign_out_everywhere(call.session.name, call.now)
                                : parts_.accounts.sign_out(call.session, call.now);
  if (error) return failed(*error);
  Response response = done();
  response.set("Set-Cookie", ended_cookie(kCookie, is_secure(call.request)));
  return response;
}

Response DeskRoutes::password(const Call& call) {
  JsonBody body(call.request.body);
  const std::string current = body.required_text("current", kMostPasswordBytes);
  const std::string fresh = body.required_text("password", kMostPasswordBytes);
  if (body.refusal()) return problem(*body.refusal());
  if (const auto error = parts_.accounts.change_password(call.session.name, current, fresh, call.now))
    return problem(400, error->message);
  // All sessions have ended; this one goes on as a new one.
  auto again = parts_.accounts.sign_in(call.session.name, fresh, client_of(call.request), call.now);
  if (!again) return failed(again.error());
  const auto* session = std::get_if<desk::SignedIn>(&*again);
  Response response = done();
  if (session != nullptr)
    response.set("Set-Cookie",
                 strict_cookie(kCookie, session->token, desk::kLongestSession, is_secure(call.request)));
  return response;
}

Response DeskRoutes::audit(const Call& call) {
  const auto entries = parts_.records.audit().page(number_of(call.request.parameter("after")), kEntries);
  if (!entries) return failed(entries.error());
  Json all = Json::array();
  for (const store::AuditEntry& entry : *entries)
    all.push_back({{"at", iso(entry.made)},
                   {"by", entry.who},
                   {"what", entry.action},
                   {"on", entry.detail.empty() ? entry.object : entry.object + " (" + entry.detail + ")"}});
  Json body = {{"entries", std::move(all)}};
  if (entries->size() == kEntries) body["next"] = std::to_string(entries->back().id);
  return say(body);
}

Response DeskRoutes::erase(const Call& call) {
  JsonBody body(call.request.body);
  const std::string contact = body.required_text("contact", kMostContactBytes);
  if (body.refusal()) return problem(*body.refusal());
  const auto erased = parts_.records.privacy().erase(contact, call.by());
  if (!erased) return problem(400, erased.error().message);
  return say(
      {{"enquiries", erased->enquiries}, {"wordings", erased->wordings + erased->questions + erased->votes}});
}

}  // namespace faqbot::http

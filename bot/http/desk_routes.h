// /desk and /api/desk/: the front desk, behind its sign-in.
//
// Nothing here answers without a session but the sign-in itself and the page, script and style that it needs.
// What changes something must bring the session's word along in a header of its own, and must not come from
// another site: SameSite=Strict, that word and Sec-Fetch-Site are three walls, each enough by itself.
// Sources: OWASP Cross-Site Request Forgery Prevention and Session Management Cheat Sheets.
//
// Thread safety: every member may be called from any thread.
#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "desk/accounts.h"
#include "desk/publisher.h"
#include "engine/live_engine.h"
#include "http/exchange.h"
#include "http/json_body.h"
#include "store/records.h"

namespace faqbot::http {

struct DeskParts {
  const LiveEngine& engine;
  store::Records& records;
  desk::Accounts& accounts;
  desk::Publisher& publisher;
  std::vector<Network> trusted_proxies;  // believed when they say that a visitor came by TLS
};

class DeskRoutes {
 public:
  static constexpr std::string_view kCookie = "faqbot_desk";
  static constexpr std::string_view kWord = "x-faqbot-desk";  // the header of the session's word

  // REQUIRES: all parts outlive this.
  explicit DeskRoutes(DeskParts parts) : parts_(std::move(parts)) {}

  static bool owns(std::string_view path);

  struct Address {
    std::string_view method;
    std::string_view path;
  };
  // Those of the API that need a session; /openapi.json describes the same ones.
  static std::vector<Address> addresses();

  Response handle(const Request& request);

 private:
  // A request of somebody who is signed in.
  struct Call {
    const Request& request;
    const desk::SignedIn& session;
    std::vector<std::string_view> parts;  // of the address, in its order
    store::Time now;

    store::By by() const { return {session.name, now}; }
  };
  using Handler = Response (DeskRoutes::*)(const Call&);
  struct Route {
    std::string_view method;
    std::string_view path;
    store::Role role;  // at least
    Handler answer;
  };
  static std::span<const Route> table();

  Response page(const Request& request);
  Response sign_in(const Request& request);
  Response api(const Request& request);
  Result<std::optional<desk::SignedIn>> session_of(const Request& request) const;
  bool is_secure(const Request& request) const;
  std::string client_of(const Request& request) const;

  Response sign_out(const Call& call);
  Response me(const Call& call);
  Response password(const Call& call);
  Response audit(const Call& call);
  Response erase(const Call& call);

  Response answer(const Call& call);
  Response topic(const Call& call);
  Response suggest(const Call& call);

  Response enquiries(const Call& call);
  Response enquiry(const Call& call);
  Response move(const Call& call);
  Response note(const Call& call);
  Response draft(const Call& call);
  Response looking(const Call& call);
  Response left(const Call& call);
  Response changes(const Call& call);

  Response unanswered(const Call& call);
  Response dismiss(const Call& call);
  Response handled(const Call& call);
  Response reopen(const Call& call);
  Response teach(const Call& call);
  Response new_topic(const Call& call);

  Response topics(const Call& call);
  Response file(const Call& call);
  Response preview(const Call& call);
  Response review(const Call& call);
  Response publish(const Call& call);
  Response history(const Call& call);
  Response publication(const Call& call);
  Response undo(const Call& call);
  Response ask_version(const Call& call);

  Response partners(const Call& call);
  Response make_link(const Call& call);
  Response revoke_link(const Call& call);

  Response figures(const Call& call);
  Response figures_csv(const Call& call);

  Response publish_edits(const Call& call, std::span<const desk::Edit> edits, std::string_view note,
                         std::string* version = nullptr);
  std::vector<std::string> others_looking(std::string_view reference, const Call& call);

  const DeskParts parts_;
};

}  // namespace faqbot::http

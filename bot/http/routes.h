// The addresses of the service: one function for each.
//
// It answers from the first moment on; what needs the engine says 503 until
// serve() has been called, and /readyz says so too.
//
// Thread safety: every member may be called from any thread.
#pragma once

#include <atomic>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/live_engine.h"
#include "http/cors.h"
#include "http/desk_routes.h"
#include "http/exchange.h"
#include "http/metrics.h"
#include "http/page_routes.h"
#include "http/partner_routes.h"
#include "http/rate_limit.h"
#include "http/token.h"
#include "store/recorder.h"
#include "store/store.h"

namespace faqbot::http {

struct RouteOptions {
  std::vector<Key> keys;                 // at least one
  std::vector<std::string> own_origins;  // of the clinic's other sites: "https://www.clinic.example"
  std::vector<Network> trusted_proxies;
  RateOptions rate;
};

class Routes {
 public:
  explicit Routes(RouteOptions options);

  // From now on the engine answers. REQUIRES: it outlives this.
  void serve(const LiveEngine& engine);

  // Where what visitors leave goes, and what is kept of their questions.
  // Until then nothing can be left. REQUIRES: called before the first request; both outlive this.
  void keep(store::Store& store, store::Recorder& recorder);

  // From now on the front desk answers. REQUIRES: it outlives this.
  void open_desk(DeskRoutes& desk) { desk_.store(&desk, std::memory_order_release); }

  // From now on partners' links open. REQUIRES: it outlives this.
  void open_partners(const PartnerRoutes& partners) { partners_.store(&partners, std::memory_order_release); }

  // From now on /readyz says 503, so that no new visitors are sent here; all else goes on.
  void retire() { retired_ = true; }

  // Where /metrics finds the connections.
  void set_connection_counts(std::function<ConnectionCounts()> counts) { counts_ = std::move(counts); }

  Response handle(const Request& request);

  struct Address {
    std::string_view path;
    std::string_view methods;  // "GET, HEAD"
  };
  // Everything but embedded files; /openapi.json describes the same ones.
  static std::vector<Address> addresses();

 private:
  struct Route;
  struct Turned {
    Reply reply;
    std::string conversation;  // sealed
  };
  static std::span<const Route> table();
  static const Route* find(std::string_view path);

  Response ask(const Request& request);
  Response suggest(const Request& request);
  Response widget(const Request& request);
  Response faq(const Request& request);
  Response topic(const Request& request);
  Response ask_page(const Request& request);
  Response embed_check(const Request& request);
  Response partner(const Request& request);
  Response feedback(const Request& request);
  Response enquiries(const Request& request);
  Response healthz(const Request& request);
  Response readyz(const Request& request);
  Response metrics(const Request& request);

  Response guarded(const Request& request);
  Response dispatch(const Request& request);
  Response desk(const Request& request);
  Turned turn(const Engine& serving, AskBody body);
  Response reply_page(const Engine& serving, const Request& request);
  Response for_reader(const Request& request, Response refused) const;
  std::string site(const Request& request) const;
  Response run(const Route& route, const Request& request);
  static Response file(const Request& request);
  static Response not_found(const Request& request);
  void record(const Engine& engine, const Turn& turn, const Outcome& outcome);
  std::optional<Response> over_limit(const Request& request, double cost);
  std::shared_ptr<const Engine> engine() const;
  Origins origins(const Engine* engine) const;

  const RouteOptions options_;
  const Sealer sealer_;
  const Pages pages_;
  RateLimit rate_limit_;
  Metrics metrics_;
  std::function<ConnectionCounts()> counts_;
  store::Store* store_ = nullptr;
  store::Recorder* recorder_ = nullptr;
  std::atomic<const LiveEngine*> live_{nullptr};
  std::atomic<DeskRoutes*> desk_{nullptr};
  std::atomic<const PartnerRoutes*> partners_{nullptr};
  std::atomic<bool> retired_{false};
};

}  // namespace faqbot::http

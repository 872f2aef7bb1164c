// /partner/KEY: the page on which a partner sees how often visitors of its own pages asked about what.
//
// The key is a secret that the front desk makes and takes back (desk_partners.cc). Nothing on the page says
// who a visitor is: counts by topic and month alone, those under store::kLeastShown hidden, and in the month
// that still runs in steps of as many, so that no visit of the page tells of one question.
//
// Thread safety: every member may be called from any thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.h"
#include "http/exchange.h"
#include "http/template.h"
#include "store/records.h"

namespace faqbot::http {

// What a page of that month shows.
struct PartnerMonth {
  std::chrono::year_month month{};
  bool is_running = false;
  std::vector<store::TopicFigure> topics;
};

// Of a month that runs counts are rounded down to store::kLeastShown, then 2 * kLeastShown and so on.
PartnerMonth partner_month(std::vector<store::TopicFigure> topics, std::chrono::year_month month,
                           std::chrono::year_month now);

class PartnerRoutes {
 public:
  static constexpr std::string_view kPath = "/partner/";

  // REQUIRES: the records outlive this. Throws std::logic_error where the build has no page template.
  explicit PartnerRoutes(store::Records& records);

  // A GET or HEAD of /partner/{key} or /partner/{key}/figures.csv; `?month=2026-10` chooses the month.
  // Nothing where the key opens nothing.
  std::optional<Response> answer(const Engine& engine, const Request& request) const;

 private:
  Response page(const Engine& engine, const knowledge::Partner& partner, std::string_view key,
                const PartnerMonth& shown, std::chrono::year_month now) const;

  store::Records& records_;
  const Template page_;
};

}  // namespace faqbot::http

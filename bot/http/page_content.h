// The published topics as the page templates name them (widget/README.md).
//
// Thread safety: immutable once built; pure functions.
#pragma once

#include <chrono>
#include <map>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/reply.h"
#include "engine/engine.h"
#include "knowledge/knowledge.h"

namespace faqbot::http {

class PageContent {
 public:
  // Renders every topic. Cost: some milliseconds for 150.
  PageContent(const knowledge::Knowledge& knowledge, std::chrono::year_month_day today);

  // Those that /faq lists, group by group. Small talk, boundaries and safety topics are not among them, nor
  // are strict ones past their review.
  const std::vector<std::string>& listed() const { return listed_; }

  // The names of topic.html but `clinic`, `canonical` and `jsonld`; nullptr where the topic has no page.
  const nlohmann::json* find(std::string_view id) const;

  // `groups[]` of faq.html, in the order in which `ids` first name one. REQUIRES: find() knows all of them.
  nlohmann::json groups(std::span<const std::string> ids) const;

  // schema.org FAQPage, fit for a script element. `site`: "https://clinic.example", may be empty.
  std::string structured(std::span<const std::string> ids, std::string_view site) const;

 private:
  std::map<std::string, nlohmann::json, std::less<>> topics_;
  std::vector<std::string> listed_;
};

// Topics that a search on /faq shows, best first: what the engine answers, offers or completes. An urgent
// message gets its safety topic first. REQUIRES: valid UTF-8.
std::vector<std::string> found(const Engine& engine, const PageContent& content, std::string_view query);

// `reply` of ask.html.
nlohmann::json reply_view(const Reply& reply);

}  // namespace faqbot::http

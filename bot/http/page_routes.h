// The pages that are filled in for each request: all answers, one answer, the plain form.
//
// Thread safety: every member may be called from any thread.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "core/reply.h"
#include "engine/engine.h"
#include "http/codec.h"
#include "http/exchange.h"
#include "http/page_content.h"
#include "http/template.h"

namespace faqbot::http {

class Pages {
 public:
  using Serving = std::shared_ptr<const Engine>;

  // Parses the templates that the build embedded. Throws std::logic_error where one is missing or broken: a
  // fault of the build, found by the tests.
  Pages();

  // /faq; `query`: of the search, empty for all answers. `site`: "https://clinic.example", or empty.
  Response faq(const Serving& engine, std::string_view site, std::string_view query) const;

  // /faq/<group>/<name>; nothing where the topic has no page.
  std::optional<Response> topic(const Serving& engine, std::string_view site, std::string_view id) const;

  // The form on /ask, with what was typed and, after a refusal, why.
  Response form(const Engine& engine, const AskBody& typed, int status = 200,
                std::string_view error = {}) const;

  // The form with a reply above it. `conversation`: sealed, for the next question.
  Response reply(const Engine& engine, const AskBody& asked, const Reply& reply,
                 std::string_view conversation) const;

  // A sentence for a reader where there is nothing else to show. `engine`: may be nullptr.
  Response message(const Engine* engine, int status, std::string_view title, std::string_view text) const;

 private:
  struct Cached {
    Serving engine;
    std::chrono::sys_days day;
    std::shared_ptr<const PageContent> content;
  };
  std::shared_ptr<const PageContent> content(const Serving& engine) const;

  const Template faq_;
  const Template topic_;
  const Template ask_;
  const Template message_;
  mutable std::mutex mutex_;
  mutable Cached cached_;  // guarded by mutex_
};

// "https://clinic.example": where the visitor reached us, from the Host field; empty where that is no host.
// `is_proxied`: the request came through a proxy that is trusted to say whether it ended TLS.
std::string site_of(const Request& request, bool is_proxied);

}  // namespace faqbot::http

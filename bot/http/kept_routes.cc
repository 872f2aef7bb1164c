// The addresses at which visitors leave something behind, and what is kept of their questions.
#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>
#include <variant>

#include "http/flat_json.h"
#include "http/json_writer.h"
#include "http/kept_codec.h"
#include "http/problem.h"
#include "http/routes.h"
#include "knowledge/time_zone.h"

namespace faqbot::http {
namespace {

constexpr std::chrono::seconds kTryAgain{5};

store::Time now() {
  return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

Response not_json() {
  return problem(415, "Send the body with Content-Type: application/json.");
}

Response not_kept(const Error& error) {
  spdlog::error("the store failed: {}", error.message);
  return problem_for_now(503, "It could not be kept just now; please try again.", kTryAgain);
}

Response keeps_nothing() {
  return problem_for_now(503, "This service has no store; nothing can be left here.", kTryAgain);
}

Response created(JsonWriter json) {
  Response response;
  response.status = 201;
  response.type = "application/json";
  response.body = std::move(json).take();
  response.set("Cache-Control", "no-store");
  return response;
}

template <typename Links>
std::vector<std::string> topics_of(const Links& links) {
  std::vector<std::string> topics;
  topics.reserve(links.size());
  for (const auto& link : links) topics.push_back(link.topic);
  return topics;
}

std::vector<std::string> topics_of(const Reply& reply) {
  if (!reply.answers.empty()) return topics_of(reply.answers);
  return topics_of(reply.choices.empty() ? reply.suggestions : reply.choices);
}

}  // namespace

void Routes::keep(store::Store& store, store::Recorder& recorder) {
  store_ = &store;
  recorder_ = &recorder;
}

Response Routes::feedback(const Request& request) {
  if (store_ == nullptr) return keeps_nothing();
  if (!is_json(request.field("content-type"))) return not_json();
  auto decoded = decode_feedback(request.body);
  if (const auto* refused = std::get_if<Refusal>(&decoded)) return problem(*refused);
  const auto& body = std::get<FeedbackBody>(decoded);
  store::Feedback vote;
  if (const auto conversation = sealer_.open(body.conversation, std::chrono::system_clock::now()))
    vote.conversation = conversation->id;
  vote.topic = body.topic;
  vote.helpful = body.helpful;
  vote.comment = text::MaskedText(body.comment);
  // What was answered well need not be kept.
  if (!body.helpful) vote.wording = text::MaskedText(body.message);
  vote.given = now();
  if (const auto serving = engine())
    vote.utc_offset = knowledge::clock_offset(serving->knowledge().clinic, vote.given);
  if (const auto error = store_->save_feedback(vote)) return not_kept(*error);
  JsonWriter json;
  json.begin_object();
  json.end_object();
  return created(std::move(json));
}

Response Routes::enquiries(const Request& request) {
  if (store_ == nullptr) return keeps_nothing();
  if (!is_json(request.field("content-type"))) return not_json();
  auto decoded = decode_enquiry(request.body);
  if (const auto* refused = std::get_if<Refusal>(&decoded)) return problem(*refused);
  auto& body = std::get<EnquiryBody>(decoded);
  const auto conversation = sealer_.open(body.conversation, std::chrono::system_clock::now());
  const auto reference =
      store_->save_enquiry({std::move(body.name), std::move(body.contact), std::move(body.message),
                            conversation ? conversation->id : std::string(), std::move(body.key), now()});
  if (!reference) return not_kept(reference.error());
  JsonWriter json;
  json.begin_object();
  json.text("reference", *reference);
  json.end_object();
  return created(std::move(json));
}

void Routes::record(const Engine& engine, const Turn& turn, const Outcome& outcome) {
  if (recorder_ == nullptr) return;
  store::Question question;
  question.kind = outcome.reply.kind;
  question.none_of_these = turn.choice == "none";
  question.topics = question.none_of_these ? turn.conversation.offered : topics_of(outcome.reply);
  // Kept to teach the bot what it did not know; of what it did know for a day, in case an enquiry follows.
  question.wording = text::MaskedText(turn.message);
  const auto& partners = engine.knowledge().partners;
  const bool is_partner =
      std::any_of(partners.begin(), partners.end(), [&](const auto& one) { return one.id == turn.partner; });
  if (is_partner) question.partner = turn.partner;
  question.conversation = outcome.conversation.id;
  question.asked = now();
  question.utc_offset = knowledge::clock_offset(engine.knowledge().clinic, question.asked);
  recorder_->record(std::move(question));
}

}  // namespace faqbot::http

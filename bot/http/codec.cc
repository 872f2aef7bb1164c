#include "http/codec.h"

#include <algorithm>
#include <array>
#include <utility>

#include "http/flat_json.h"
#include "http/json_writer.h"
#include "text/utf8.h"

namespace faqbot::http {
namespace {

constexpr std::string_view kGreetingTopic = "chat/greeting";
constexpr std::string_view kPrivacyTopic = "clinic/records-privacy";

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos;
}

void write_links(JsonWriter& json, std::string_view name, std::span<const Link> links) {
  json.begin_array(name);
  for (const Link& link : links) {
    json.begin_object();
    json.text("topic", link.topic);
    json.text("label", link.label);
    json.end_object();
  }
  json.end_array();
}

void write_answer(JsonWriter& json, const Answer& answer) {
  json.begin_object();
  json.text("topic", answer.topic);
  json.text("title", answer.title);
  json.text("short", answer.short_text);
  json.text("text", answer.text);
  json.text("html", answer.html);
  json.begin_array("sources");
  for (const SourceLink& source : answer.sources) {
    json.begin_object();
    json.text("title", source.title);
    json.text("url", source.url);
    json.end_object();
  }
  json.end_array();
  json.text("reviewed", answer.reviewed);
  json.probability("confidence", answer.confidence);
  json.end_object();
}

// About what the reply takes in JSON, rather more than less.
std::size_t room_for(const Reply& reply, std::string_view conversation) {
  constexpr std::size_t kNames = 1024;  // of the fields, and the short ones' values
  std::size_t bytes = kNames + conversation.size() + reply.text.size();
  for (const Answer& answer : reply.answers) {
    bytes += kNames + answer.short_text.size() + answer.text.size() + answer.html.size();
    for (const SourceLink& source : answer.sources) bytes += source.title.size() + source.url.size();
  }
  constexpr std::size_t kEscapes = 16;  // one byte in so many may need another
  return bytes + bytes / kEscapes;
}

// What the greeting would suggest: the first questions that the chat offers.
std::vector<Link> openings(const knowledge::Knowledge& knowledge, const knowledge::Partner* partner) {
  std::vector<Link> links;
  const knowledge::Topic* const greeting = knowledge.find(kGreetingTopic);
  if (greeting == nullptr) return links;
  for (const std::string& id : greeting->see_also)
    if (const auto* topic = knowledge.find(id);
        topic != nullptr && !id.starts_with("chat/") && (partner == nullptr || !partner->leaves_out(id)))
      links.push_back({id, topic->title});
  return links;
}

}  // namespace

std::variant<AskBody, Refusal> decode_ask(std::string_view json) {
  AskBody body;
  const std::array<FlatField, 4> fields = {{{"message", &body.message},
                                            {"conversation", &body.conversation},
                                            {"choice", &body.choice},
                                            {"partner", &body.partner}}};
  if (const auto refused = read_flat(json, fields, "message, conversation, choice and partner are strings."))
    return *refused;
  return checked(std::move(body));
}

std::variant<AskBody, Refusal> checked(AskBody body) {
  if (body.message.empty() && body.choice.empty())
    return Refusal{400, "Send a message of 1 to 2,000 characters, or a choice."};
  if (!text::is_valid_utf8(body.message)) return Refusal{400, "The message holds a NUL character."};
  if (!body.message.empty() && is_blank(body.message) && body.choice.empty())
    return Refusal{400, "The message is blank; send one of 1 to 2,000 characters."};
  if (text::length(body.message) > kMostMessageCharacters)
    return Refusal{413, "The message is longer than 2,000 characters."};
  if (body.choice.size() > kMostIdBytes || !text::is_valid_utf8(body.choice))
    return Refusal{400, "The choice is no topic id."};
  if (body.partner.size() > kMostIdBytes || !text::is_valid_utf8(body.partner))
    return Refusal{400, "The partner is no partner id."};
  return body;
}

std::string encode(const Reply& reply, std::string_view conversation) {
  JsonWriter json;
  json.reserve(room_for(reply, conversation));
  json.begin_object();
  json.text("conversation", conversation);
  json.text("kind", name_of(reply.kind));
  json.text("text", reply.text);
  json.begin_array("answers");
  for (const Answer& answer : reply.answers) write_answer(json, answer);
  json.end_array();
  write_links(json, "choices", reply.choices);
  write_links(json, "suggestions", reply.suggestions);
  json.boolean("handoff", reply.handoff);
  json.text("knowledge", reply.knowledge);
  json.end_object();
  return std::move(json).take();
}

std::string encode_suggestions(std::span<const Link> suggestions) {
  JsonWriter json;
  json.begin_object();
  write_links(json, "suggestions", suggestions);
  json.end_object();
  return std::move(json).take();
}

std::string encode_widget(const knowledge::Knowledge& knowledge, std::string_view partner) {
  const knowledge::Partner* const known = knowledge.partner(partner);
  JsonWriter json;
  json.begin_object();
  json.text("name", known == nullptr ? knowledge.clinic.name : known->name);
  if (known != nullptr && !known->greeting.empty()) json.text("greeting", known->greeting);
  json.begin_object("theme");
  if (known != nullptr)
    for (const auto& [name, value] : known->theme) json.text(name, value);
  json.end_object();
  json.begin_object("clinic");
  json.text("name", knowledge.clinic.name);
  const auto phone = knowledge.clinic.facts.find("phone");
  if (phone != knowledge.clinic.facts.end()) json.text("phone", phone->second);
  if (knowledge.find(kPrivacyTopic) != nullptr) json.text("privacy", "/faq/" + std::string(kPrivacyTopic));
  json.end_object();
  json.text("lang", "en");
  write_links(json, "openings", openings(knowledge, known));
  json.end_object();
  return std::move(json).take();
}

}  // namespace faqbot::http

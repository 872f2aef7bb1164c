#include "http/codec.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "http/json_writer.h"
#include "text/utf8.h"

namespace faqbot::http {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostDepth = 8;

// Reads a flat object of strings; what lies deeper belongs to names we do not know. Stops at the first fault.
class AskReader final : public Json::json_sax_t {
 public:
  AskBody& body() { return body_; }
  const Refusal& refusal() const { return refusal_; }

  bool key(std::string& name) override {
    if (depth_ > 1) return true;
    if (!seen_.insert(name).second) return refuse("A name stands twice in the object.");
    field_ = name == "message"        ? &body_.message
             : name == "conversation" ? &body_.conversation
             : name == "choice"       ? &body_.choice
             : name == "partner"      ? &body_.partner
                                      : nullptr;
    return true;
  }
  bool string(std::string& value) override {
    if (depth_ == 0) return not_an_object();
    if (depth_ == 1 && field_ != nullptr) *field_ = std::move(value);
    return true;
  }
  bool start_object(std::size_t /*size*/) override { return deeper(); }
  bool start_array(std::size_t /*size*/) override { return depth_ == 0 ? not_an_object() : deeper(); }
  bool end_object() override { return shallower(); }
  bool end_array() override { return shallower(); }
  bool null() override {
    field_ = nullptr;  // as if it had been left out
    return other();
  }
  bool boolean(bool /*value*/) override { return other(); }
  bool number_integer(Json::number_integer_t /*value*/) override { return other(); }
  bool number_unsigned(Json::number_unsigned_t /*value*/) override { return other(); }
  bool number_float(Json::number_float_t /*value*/, const std::string& /*text*/) override { return other(); }
  bool binary(Json::binary_t& /*value*/) override { return other(); }
  bool parse_error(std::size_t /*at*/, const std::string& /*token*/,
                   const nlohmann::detail::exception& /*why*/) override {
    return refuse("The body is not JSON in UTF-8.");
  }

 private:
  bool refuse(std::string_view why) {
    refusal_ = {400, why};
    return false;
  }
  bool not_an_object() { return refuse("The body is not a JSON object."); }
  bool other() {
    if (depth_ == 0) return not_an_object();
    if (depth_ == 1 && field_ != nullptr)
      return refuse("message, conversation, choice and partner are strings.");
    return true;
  }
  bool deeper() {
    if (depth_ == 1 && field_ != nullptr)
      return refuse("message, conversation, choice and partner are strings.");
    if (++depth_ > kMostDepth) return refuse("The JSON is nested too deep.");
    return true;
  }
  bool shallower() {
    --depth_;
    return true;
  }

  AskBody body_;
  Refusal refusal_;
  std::size_t depth_ = 0;
  std::string* field_ = nullptr;  // where the next value of the outermost object goes
  std::set<std::string> seen_;
};

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

}  // namespace

std::variant<AskBody, Refusal> decode_ask(std::string_view json) {
  AskReader reader;
  if (!Json::sax_parse(json.begin(), json.end(), &reader)) return reader.refusal();
  return checked(std::move(reader.body()));
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
  const auto at = std::find_if(knowledge.partners.begin(), knowledge.partners.end(),
                               [&](const knowledge::Partner& p) { return p.id == partner; });
  const knowledge::Partner* const known = at == knowledge.partners.end() ? nullptr : &*at;
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
  json.end_object();
  json.end_object();
  return std::move(json).take();
}

}  // namespace faqbot::http

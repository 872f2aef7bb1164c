// The front desk's box: anything typed or pasted, answered from the knowledge that visitors get.
#include <algorithm>

#include "http/desk_json.h"
#include "http/desk_routes.h"
#include "http/problem.h"
#include "text/utf8.h"

namespace faqbot::http {
namespace {

constexpr std::size_t kMostLetterBytes = 40'000;
constexpr std::size_t kMostTypedCharacters = 2000;  // what one turn takes
constexpr std::size_t kMostMatches = 8;
constexpr std::size_t kMostVersionBytes = 64;

std::string first_characters(std::string_view text, std::size_t most) {
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (begins && characters++ == most) return std::string(text.substr(0, at));
  }
  return std::string(text);
}

class Matches {
 public:
  explicit Matches(const knowledge::Knowledge& knowledge) : knowledge_(knowledge) {}

  void add(std::string_view id, double confidence) {
    if (all_.size() >= kMostMatches || id.starts_with("chat/")) return;
    const bool is_known = std::ranges::any_of(all_, [id](const Json& match) { return match["topic"] == id; });
    const knowledge::Topic* const topic = knowledge_.find(id);
    if (!is_known && topic != nullptr) all_.push_back(match_of(knowledge_, *topic, confidence));
  }
  Json take() && { return std::move(all_); }

 private:
  const knowledge::Knowledge& knowledge_;
  Json all_ = Json::array();
};

}  // namespace

Response DeskRoutes::answer(const Call& call) {
  JsonBody body(call.request.body);
  const std::string text = body.required_text("text", kMostLetterBytes);
  const std::string version = body.text("knowledge", kMostVersionBytes);
  if (body.refusal()) return problem(*body.refusal());
  auto serving = version.empty() ? Result(parts_.engine.current()) : parts_.publisher.engine_of(version);
  if (!serving) return problem(404, serving.error().message);
  const Engine& engine = **serving;
  const knowledge::Knowledge& knowledge = engine.knowledge();
  Matches matches(knowledge);
  const bool is_letter = desk::is_letter(text);
  const auto found = engine.topics_of_letter(text);
  for (const RankedTopic& topic : found)
    if (!topic.topic.starts_with("safety/")) matches.add(topic.topic, topic.confidence);
  const std::string typed = first_characters(text, kMostTypedCharacters);
  for (const TopicEvidence& topic : engine.explain(typed, {}).topics) matches.add(topic.topic, topic.alone);
  for (const Link& link : engine.suggest(typed, 5, {})) matches.add(link.topic, 0.0);
  Json reply = {
      {"urgent", urgent_of(knowledge, found)}, {"matches", std::move(matches).take()}, {"letter", nullptr}};
  if (is_letter) reply["letter"] = letter_of(knowledge, desk::reply_to(engine, text));
  return say(reply);
}

Response DeskRoutes::topic(const Call& call) {
  const auto serving = parts_.engine.current();
  const std::string id = std::string(call.parts[0]) + '/' + std::string(call.parts[1]);
  const knowledge::Topic* const topic = serving->knowledge().find(id);
  if (topic == nullptr) return problem(404, "There is no topic of that name.");
  return say(match_of(serving->knowledge(), *topic, 1.0));
}

Response DeskRoutes::suggest(const Call& call) {
  const auto typed = call.request.parameter("q").value_or("");
  Json all = Json::array();
  if (text::is_valid_utf8(typed) && text::length(typed) <= kMostTypedCharacters)
    for (const Link& link : parts_.engine.current()->suggest(typed, 8, {}))
      all.push_back({{"topic", link.topic}, {"label", link.label}});
  return say({{"suggestions", std::move(all)}});
}

}  // namespace faqbot::http

// The knowledge at the front desk: read, tried, published, undone.
#include <algorithm>
#include <charconv>
#include <string>

#include "http/desk_json.h"
#include "http/desk_routes.h"
#include "http/problem.h"
#include "knowledge/render.h"
#include "knowledge/text_bytes.h"
#include "knowledge/topic_file.h"

namespace faqbot::http {
namespace {

constexpr std::size_t kMostFileBytes = 150'000;
constexpr std::size_t kMostEdits = 50;
constexpr std::size_t kMostNameBytes = 200;
constexpr std::size_t kMostNoteBytes = 2000;
constexpr std::size_t kMostTried = 20;
constexpr std::size_t kMostMessageBytes = 8000;
constexpr std::size_t kPage = 50;

std::int64_t number_of(std::string_view text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::string today() {
  return iso(store::Day(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())));
}

// The topic that a file's bytes make, whatever is wrong with it or with the rest of the folder; empty where
// they cannot be read as one.
std::optional<knowledge::Topic> topic_of(std::string_view name, std::string_view bytes,
                                         std::chrono::year_month_day today) {
  if (knowledge::kind_of(name) != knowledge::FileKind::kTopic) return std::nullopt;
  knowledge::Report unread;
  knowledge::FileReport report(unread, name);
  const auto text = knowledge::text_from(bytes, knowledge::FileKind::kTopic, report);
  if (!text) return std::nullopt;
  auto file = knowledge::read_topic(*text, report, today);
  if (!file) return std::nullopt;
  return std::move(file->topic);
}

std::vector<desk::Edit> edits_of(JsonBody& body) {
  std::vector<desk::Edit> edits;
  for (JsonBody& edit : body.objects("edits", kMostEdits)) {
    edits.push_back({edit.required_text("file", kMostNameBytes), edit.text("seen", 64),
                     edit.text_or_null("bytes", kMostFileBytes)});
    body.adopt(edit);
  }
  return edits;
}

Json publication_of(const store::Publication& publication) {
  return {{"number", publication.id},  {"at", iso(publication.by.at)}, {"by", publication.by.who},
          {"note", publication.note},  {"base", publication.base},     {"version", publication.version},
          {"files", publication.paths}};
}

}  // namespace

Response DeskRoutes::topics(const Call& call) {
  const auto serving = parts_.engine.current();
  const knowledge::Knowledge& knowledge = serving->knowledge();
  const std::string day = today();
  Json late = Json::array();
  Json others = Json::array();
  for (const knowledge::Topic& topic : knowledge.topics) {
    const bool overdue = !topic.review_by.empty() && topic.review_by < day;
    (overdue ? late : others)
        .push_back({{"id", topic.id},
                    {"title", topic.title},
                    {"group", topic.group()},
                    {"reviewed", topic.reviewed},
                    {"review_by", topic.review_by},
                    {"overdue", overdue},
                    {"questions", topic.questions.size()}});
  }
  for (Json& topic : others) late.push_back(std::move(topic));
  Json files = Json::array();
  const auto here = parts_.publisher.files();
  if (!here) return failed(here.error());
  for (const knowledge::NamedBytes& file : *here)
    if (file.name.ends_with(".yaml")) files.push_back(file.name);
  (void)call;
  return say({{"version", knowledge.version},
              {"topics", std::move(late)},
              {"files", std::move(files)},
              {"conflicts", parts_.publisher.conflicts()}});
}

Response DeskRoutes::file(const Call& call) {
  const auto name = call.request.parameter("name").value_or("");
  const auto files = parts_.publisher.files();
  if (!files) return failed(files.error());
  const auto file = std::ranges::find(*files, name, &knowledge::NamedBytes::name);
  if (file == files->end()) return problem(404, "There is no file of that name in the knowledge folder.");
  Json body = {{"name", file->name}, {"bytes", file->bytes}, {"seal", desk::seal_of(file->bytes)}};
  const auto serving = parts_.engine.current();
  const knowledge::Topic* const topic =
      name.ends_with(".md") ? serving->knowledge().find(name.substr(0, name.size() - 3)) : nullptr;
  if (topic != nullptr) {
    const auto rendered = knowledge::render(*topic, serving->knowledge().clinic);
    body["html"] = rendered.html;
    body["readability"] = readability_of(desk::read_ease(rendered.text));
  }
  return say(body);
}

// The file as it would show, and what the loader says of it and of what leans on it.
Response DeskRoutes::preview(const Call& call) {
  JsonBody body(call.request.body);
  const std::string name = body.required_text("name", kMostNameBytes);
  const std::string bytes = body.text("bytes", kMostFileBytes);
  if (body.refusal()) return problem(*body.refusal());
  auto files = parts_.publisher.files();
  if (!files) return failed(files.error());
  const auto at = std::ranges::find(*files, name, &knowledge::NamedBytes::name);
  if (at == files->end())
    files->push_back({name, bytes});
  else
    at->bytes = bytes;
  const auto day = std::chrono::floor<std::chrono::days>(call.now);
  knowledge::Loaded loaded = knowledge::load_from(*std::move(files), day);
  std::erase_if(loaded.problems,
                [&](const knowledge::Problem& problem) { return problem.place.file != name; });
  Json reply = {
      {"html", ""}, {"short", ""}, {"readability", nullptr}, {"problems", problems_of(loaded.problems)}};
  if (const auto topic = topic_of(name, bytes, day)) {
    const auto rendered = knowledge::render(*topic, parts_.engine.current()->knowledge().clinic);
    reply["html"] = rendered.html;
    reply["short"] = rendered.short_text;
    reply["readability"] = readability_of(desk::read_ease(rendered.text));
  }
  return say(reply);
}

Response DeskRoutes::review(const Call& call) {
  JsonBody body(call.request.body);
  const auto edits = edits_of(body);
  const auto tried = body.texts("try", kMostTried, kMostMessageBytes);
  if (body.refusal()) return problem(*body.refusal());
  const auto looked = parts_.publisher.review(edits);
  if (!looked) return problem(400, looked.error().message);
  Json reply = review_of(*looked);
  reply["tried"] = Json::array();
  const auto serving = parts_.engine.current();
  for (const std::string& message : tried) {
    Json one = {{"message", message}, {"before", told_of(desk::told(*serving, message))}, {"after", nullptr}};
    if (looked->review.engine) one["after"] = told_of(desk::told(*looked->review.engine, message));
    reply["tried"].push_back(std::move(one));
  }
  return say(reply);
}

Response DeskRoutes::publish_edits(const Call& call, std::span<const desk::Edit> edits, std::string_view note,
                                   std::string* version) {
  const auto published = parts_.publisher.publish(edits, note, call.by());
  if (!published) return problem(400, published.error().message);
  if (const auto* refused = std::get_if<desk::Refused>(&*published)) {
    Json body = review_of(*refused);
    body["detail"] = refused->stale.empty() ? "It was not published: see what is wrong."
                                            : "It was not published: somebody changed a file meanwhile.";
    return say(body, 409);
  }
  const auto& edit = std::get<desk::PublishedEdit>(*published);
  if (version != nullptr) *version = edit.version;
  return say({{"version", edit.version}, {"publication", edit.number}});
}

Response DeskRoutes::publish(const Call& call) {
  JsonBody body(call.request.body);
  const auto edits = edits_of(body);
  const std::string note = body.text("note", kMostNoteBytes);
  if (body.refusal()) return problem(*body.refusal());
  if (edits.empty()) return problem(400, "There is nothing to publish.");
  return publish_edits(call, edits, note);
}

Response DeskRoutes::history(const Call& call) {
  const auto page =
      parts_.records.history().page(number_of(call.request.parameter("after").value_or("")), kPage);
  if (!page) return failed(page.error());
  Json all = Json::array();
  for (const store::Publication& publication : *page) all.push_back(publication_of(publication));
  Json body = {{"publications", std::move(all)}};
  if (page->size() == kPage) body["next"] = std::to_string(page->back().id);
  return say(body);
}

Response DeskRoutes::publication(const Call& call) {
  const std::int64_t number = number_of(call.parts[0]);
  const auto found = parts_.records.history().find(number);
  if (!found) return failed(found.error());
  if (!*found) return problem(404, "There is no publication of that number.");
  const auto changes = parts_.records.history().changes(number);
  if (!changes) return failed(changes.error());
  Json body = publication_of(**found);
  body["changes"] = Json::array();
  for (const store::ChangedFile& change : *changes) {
    Json one = {{"file", change.path}, {"before", nullptr}, {"after", nullptr}};
    if (change.before) one["before"] = *change.before;
    if (change.after) one["after"] = *change.after;
    body["changes"].push_back(std::move(one));
  }
  return say(body);
}

Response DeskRoutes::undo(const Call& call) {
  JsonBody body(call.request.body);
  const auto number = body.whole_number("number");
  if (body.refusal()) return problem(*body.refusal());
  if (!number) return problem(400, "Say the number of the publication.");
  const auto edits = parts_.publisher.inverse_of(*number);
  if (!edits) return problem(404, edits.error().message);
  return publish_edits(call, *edits, "Undo of publication " + std::to_string(*number));
}

Response DeskRoutes::ask_version(const Call& call) {
  JsonBody body(call.request.body);
  std::string version = body.text("version", 64);
  const std::string day = body.text("day", 10);
  const std::string message = body.required_text("message", kMostMessageBytes);
  if (body.refusal()) return problem(*body.refusal());
  if (!day.empty()) {
    const auto wanted = day_of(day);
    if (!wanted) return problem(400, "Give the day such as 2026-05-31.");
    const auto served = parts_.records.history().version_at(store::Time(*wanted + std::chrono::days(1)));
    if (!served) return failed(served.error());
    if (!*served) return problem(404, "Nothing is kept of that day; the history began later.");
    version = **served;
  }
  const auto engine = version.empty() ? Result(parts_.engine.current()) : parts_.publisher.engine_of(version);
  if (!engine) return problem(404, engine.error().message);
  Turn turn;
  turn.message = message;
  const Reply reply = (*engine)->answer(turn).reply;
  Json told = told_of(desk::told(**engine, message));
  std::string html;
  for (const Answer& answer : reply.answers) html += answer.html;
  told["html"] = html;
  told["knowledge"] = reply.knowledge;
  return say(told);
}

}  // namespace faqbot::http

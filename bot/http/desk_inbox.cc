// The front desk's inbox: enquiries listed, taken, noted on, answered.
#include <charconv>
#include <string>

#include "http/desk_json.h"
#include "http/desk_routes.h"
#include "http/problem.h"

namespace faqbot::http {
namespace {

constexpr std::size_t kPage = 50;
constexpr std::size_t kMostChanged = 200;
constexpr std::size_t kMostNoteBytes = 20'000;
constexpr std::size_t kMostDraftBytes = 60'000;
constexpr std::size_t kMostSearchBytes = 400;
// A page tells that somebody looks every 20 s.
constexpr std::chrono::seconds kLook{45};

constexpr std::string_view kGone = "That enquiry is no longer here. It may have been deleted.";

Json change_of(const store::Change& change) {
  return {{"at", iso(change.made)},
          {"by", change.who},
          {"state", store::name_of(change.state)},
          {"taken_by", change.taken_by},
          {"version", change.version}};
}

Json conversation_of(const knowledge::Knowledge& knowledge, const store::Case& enquiry) {
  Json turns = Json::array();
  for (const store::TurnKept& turn : enquiry.turns) {
    Json topics = Json::array();
    for (const std::string& topic : turn.topics) topics.push_back(link_of(knowledge, topic));
    turns.push_back({{"at", iso(turn.asked)},
                     {"kind", turn.kind},
                     {"wording", turn.wording},
                     {"topics", std::move(topics)}});
  }
  return turns;
}

}  // namespace

std::vector<std::string> DeskRoutes::others_looking(std::string_view reference, const Call& call) {
  std::vector<std::string> names;
  const auto watchers = parts_.records.presence().watchers(call.now);
  if (!watchers) return names;
  for (const store::Watcher& watcher : *watchers)
    if (watcher.reference == reference && watcher.who != call.session.name) names.push_back(watcher.who);
  return names;
}

Response DeskRoutes::enquiries(const Call& call) {
  store::InboxFilter filter;
  filter.state = store::state_named(call.request.parameter("state").value_or(""));
  if (const auto by = call.request.parameter("taken_by"); by && !by->empty())
    filter.taken_by = std::string(*by);
  if (const auto partner = call.request.parameter("partner"); partner && !partner->empty())
    filter.partner = std::string(*partner);
  filter.search = std::string(call.request.parameter("q").value_or("").substr(0, kMostSearchBytes));
  const auto after = store::cursor_of(call.request.parameter("after").value_or(""));
  const auto page = parts_.records.inbox_list().page(filter, after.value_or(store::Cursor()), kPage);
  if (!page) return failed(page.error());
  const auto counts = parts_.records.inbox_list().counts();
  if (!counts) return failed(counts.error());
  const auto counters = parts_.records.counters();
  if (!counters) return failed(counters.error());
  const auto watchers = parts_.records.presence().watchers(call.now);
  if (!watchers) return failed(watchers.error());
  Json rows = Json::array();
  for (const store::InboxItem& item : page->items) {
    Json row = row_of(item);
    row["looking"] = Json::array();
    for (const store::Watcher& watcher : *watchers)
      if (watcher.reference == item.reference && watcher.who != call.session.name)
        row["looking"].push_back(watcher.who);
    rows.push_back(std::move(row));
  }
  Json body = {{"enquiries", std::move(rows)},
               {"counts",
                {{"new", counts->fresh},
                 {"taken", counts->taken},
                 {"answered", counts->answered},
                 {"closed", counts->closed}}},
               {"change", counters->inbox}};
  if (page->next) body["next"] = store::text_of(*page->next);
  return say(body);
}

Response DeskRoutes::enquiry(const Call& call) {
  const auto read = parts_.records.inbox().read(call.parts[0]);
  if (!read) return failed(read.error());
  if (!*read) return problem(404, kGone);
  const store::Case& enquiry = **read;
  const auto serving = parts_.engine.current();
  Json body = row_of(enquiry);
  body["message"] = enquiry.kept.enquiry.message;
  body["notes"] = Json::array();
  for (const store::Note& note : enquiry.notes)
    body["notes"].push_back({{"by", note.who}, {"at", iso(note.made)}, {"text", note.words}});
  body["changes"] = Json::array();
  for (const store::Change& change : enquiry.changes) body["changes"].push_back(change_of(change));
  body["draft"] = nullptr;
  if (enquiry.draft)
    body["draft"] = {{"text", enquiry.draft->words},
                     {"by", enquiry.draft->who},
                     {"at", iso(enquiry.draft->made)},
                     {"version", enquiry.draft->version}};
  body["conversation"] = conversation_of(serving->knowledge(), enquiry);
  desk::LetterReply letter = desk::reply_to(*serving, enquiry.kept.enquiry.message);
  // The form asked for the name, so it need not be guessed from the words.
  desk::greet(letter, enquiry.kept.enquiry.name);
  body["letter"] = letter_of(serving->knowledge(), letter);
  body["urgent"] = urgent_of(serving->knowledge(), serving->topics_of_letter(enquiry.kept.enquiry.message));
  body["looking"] = others_looking(call.parts[0], call);
  return say(body);
}

Response DeskRoutes::move(const Call& call) {
  JsonBody body(call.request.body);
  const auto version = body.whole_number("version");
  const bool take = body.flag("take");
  const bool release = body.flag("release");
  const std::string named = body.text("state", 20);
  if (body.refusal()) return problem(*body.refusal());
  auto state = store::state_named(named);
  if (take) state = store::State::kTaken;
  if (release) state = store::State::kNew;
  if (!version || !state)
    return problem(400, "Say the version, and take, release, or the state: answered or closed.");
  const auto moved = parts_.records.inbox().move(call.parts[0], *version, *state, call.by());
  if (!moved) return failed(moved.error());
  if (std::holds_alternative<store::Gone>(*moved)) return problem(404, kGone);
  const auto read = parts_.records.inbox().read(call.parts[0]);
  if (!read) return failed(read.error());
  if (!*read) return problem(404, kGone);
  const auto* stale = std::get_if<store::Stale>(&*moved);
  if (stale == nullptr) return say(row_of(**read));
  const std::string who = stale->since.empty() ? std::string("Somebody") : stale->since.back().who;
  return say({{"detail", who + " changed this enquiry a moment ago. Look at it again, then decide."},
              {"by", who},
              {"now", row_of(**read)}},
             409);
}

Response DeskRoutes::note(const Call& call) {
  JsonBody body(call.request.body);
  const std::string text = body.required_text("text", kMostNoteBytes);
  if (body.refusal()) return problem(*body.refusal());
  const auto added = parts_.records.inbox().add_note(call.parts[0], text, call.by());
  if (!added) return failed(added.error());
  if (std::holds_alternative<store::Gone>(*added)) return problem(404, kGone);
  return say({{"by", call.session.name}, {"at", iso(call.now)}, {"text", text}}, 201);
}

Response DeskRoutes::draft(const Call& call) {
  JsonBody body(call.request.body);
  const std::string text = body.text("text", kMostDraftBytes);
  const auto version = body.whole_number("version");
  if (body.refusal()) return problem(*body.refusal());
  std::int64_t seen = version.value_or(-1);
  if (!version) {
    // A page that names no version edits whatever is there, its own draft mostly.
    const auto read = parts_.records.inbox().read(call.parts[0]);
    if (!read) return failed(read.error());
    if (!*read) return problem(404, kGone);
    seen = (*read)->draft ? (*read)->draft->version : 0;
  }
  const auto saved = parts_.records.inbox().save_draft(call.parts[0], seen, text, call.by());
  if (!saved) return failed(saved.error());
  if (std::holds_alternative<store::Gone>(*saved)) return problem(404, kGone);
  if (const auto* stale = std::get_if<store::StaleDraft>(&*saved))
    return say({{"detail", stale->now.who + " has written in this draft meanwhile."},
                {"draft",
                 {{"text", stale->now.words},
                  {"by", stale->now.who},
                  {"at", iso(stale->now.made)},
                  {"version", stale->now.version}}}},
               409);
  return say({{"version", std::get<store::Done>(*saved).version}});
}

Response DeskRoutes::looking(const Call& call) {
  const auto looked = parts_.records.presence().look(call.parts[0], call.session.name, call.now, kLook);
  if (!looked) return failed(looked.error());
  if (!*looked) return problem(404, kGone);
  return say({{"looking", others_looking(call.parts[0], call)}});
}

Response DeskRoutes::left(const Call& call) {
  if (const auto error = parts_.records.presence().leave(call.parts[0], call.session.name))
    return failed(*error);
  return done();
}

Response DeskRoutes::changes(const Call& call) {
  const auto counters = parts_.records.counters();
  if (!counters) return failed(counters.error());
  const auto counts = parts_.records.inbox_list().counts();
  if (!counts) return failed(counts.error());
  Json body = {{"change", counters->inbox},
               {"new", counts->fresh},
               {"presence", counters->presence},
               {"wordings", counters->wordings},
               {"knowledge", counters->knowledge}};
  const auto since = call.request.parameter("since").value_or("");
  std::int64_t seen = 0;
  const auto read = std::from_chars(since.data(), since.data() + since.size(), seen);
  if (!since.empty() && read.ec == std::errc()) {
    const auto changed = parts_.records.inbox_list().changed_since(seen, kMostChanged);
    if (!changed) return failed(changed.error());
    body["changed"] = Json::array();
    for (const store::InboxItem& item : *changed) body["changed"].push_back(row_of(item));
  }
  return say(body);
}

}  // namespace faqbot::http

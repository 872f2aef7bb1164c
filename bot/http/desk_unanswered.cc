// What visitors asked in vain, grouped, and what the clinic makes of it.
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "desk/grouping.h"
#include "desk/topic_edit.h"
#include "http/desk_json.h"
#include "http/desk_routes.h"
#include "http/problem.h"
#include "text/normalise.h"

namespace faqbot::http {
namespace {

constexpr std::size_t kMostWordings = 5000;  // grouped at a time, the most frequent
constexpr std::size_t kMostGroups = 100;
constexpr std::size_t kMostInOneGo = 500;
constexpr std::size_t kMostHandled = 100;
constexpr std::size_t kMostWordingBytes = 8000;
constexpr std::size_t kMostIdBytes = 128;
constexpr std::size_t kMostTitleBytes = 300;

std::string read_alike(std::string_view wording) {
  return text::normalise(wording).joined();
}

// The wordings among these that were named by their texts.
std::vector<store::Wording> named(const std::vector<store::Wording>& open,
                                  const std::vector<std::string>& texts) {
  std::set<std::string> wanted;
  for (const std::string& text : texts) wanted.insert(read_alike(text));
  std::vector<store::Wording> found;
  std::ranges::copy_if(open, std::back_inserter(found), [&](const store::Wording& wording) {
    return wanted.contains(read_alike(wording.sample));
  });
  return found;
}

std::vector<std::int64_t> ids_of(const std::vector<store::Wording>& wordings) {
  std::vector<std::int64_t> ids;
  ids.reserve(wordings.size());
  for (const store::Wording& wording : wordings) ids.push_back(wording.id);
  return ids;
}

Json group_of(const knowledge::Knowledge& knowledge, const std::vector<store::Wording>& open,
              const desk::Group& group) {
  Json wordings = Json::array();
  std::map<std::string, std::int64_t> shown;
  std::set<std::string> partners;
  std::set<std::string> why;
  store::Time first = store::Time::max();
  store::Time last = store::Time::min();
  for (const std::size_t at : group.members) {
    const store::Wording& wording = open[at];
    wordings.push_back({{"wording", wording.sample}, {"times", wording.asked}});
    first = std::min(first, wording.first);
    last = std::max(last, wording.last);
    for (const std::string& topic : wording.offered) shown[topic] += wording.asked;
    for (const auto& [partner, times] : wording.partners)
      if (!partner.empty()) partners.insert(partner);
    if (wording.unknown > 0) why.insert("unknown");
    if (wording.refused > 0) why.insert("none-of-these");
    if (wording.unhelpful > 0) why.insert("not-helpful");
  }
  Json topics = Json::array();
  for (const auto& [topic, times] : shown) {
    Json link = link_of(knowledge, topic);
    link["times"] = times;
    topics.push_back(std::move(link));
  }
  return {{"wording", open[group.members.front()].sample},
          {"times", group.times},
          {"first", iso(first)},
          {"last", iso(last)},
          {"wordings", std::move(wordings)},
          {"shown", std::move(topics)},
          {"partners", partners},
          {"why", why}};
}

}  // namespace

Response DeskRoutes::unanswered(const Call& /*call*/) {
  const auto open = parts_.records.wordings().open(kMostWordings);
  if (!open) return failed(open.error());
  std::vector<desk::Asked> asked;
  for (const store::Wording& wording : *open)
    asked.push_back({wording.sample, static_cast<std::size_t>(std::max<std::int64_t>(wording.asked, 1))});
  std::vector<desk::Group> groups = desk::grouped(asked);
  if (groups.size() > kMostGroups) groups.resize(kMostGroups);  // those handled make room for the rest
  const auto serving = parts_.engine.current();
  Json all = Json::array();
  for (const desk::Group& group : groups) all.push_back(group_of(serving->knowledge(), *open, group));
  return say({{"groups", std::move(all)}});
}

Response DeskRoutes::dismiss(const Call& call) {
  JsonBody body(call.request.body);
  const auto texts = body.texts("wordings", kMostInOneGo, kMostWordingBytes);
  if (body.refusal()) return problem(*body.refusal());
  const auto open = parts_.records.wordings().open(kMostWordings);
  if (!open) return failed(open.error());
  const auto handled = parts_.records.wordings().handle(ids_of(named(*open, texts)),
                                                        store::Handling::kDismissed, {}, call.by());
  if (!handled) return failed(handled.error());
  return done();
}

// What was done with wordings lately, so that a wrong press is put right.
Response DeskRoutes::handled(const Call& /*call*/) {
  const auto handled = parts_.records.wordings().handled(kMostHandled);
  if (!handled) return failed(handled.error());
  const auto serving = parts_.engine.current();
  Json all = Json::array();
  for (const store::HandledWording& one : *handled)
    all.push_back({{"wording", one.wording.sample},
                   {"times", one.wording.asked},
                   {"how", one.handling ? store::name_of(*one.handling) : ""},
                   {"topic", one.topic.empty() ? Json() : link_of(serving->knowledge(), one.topic)},
                   {"by", one.by.who},
                   {"at", iso(one.by.at)}});
  return say({{"handled", std::move(all)}});
}

Response DeskRoutes::reopen(const Call& call) {
  JsonBody body(call.request.body);
  const auto texts = body.texts("wordings", kMostInOneGo, kMostWordingBytes);
  if (body.refusal()) return problem(*body.refusal());
  const auto handled = parts_.records.wordings().handled(kMostHandled);
  if (!handled) return failed(handled.error());
  std::vector<store::Wording> all;
  for (const store::HandledWording& one : *handled) all.push_back(one.wording);
  const auto reopened = parts_.records.wordings().reopen(ids_of(named(all, texts)), call.by());
  if (!reopened) return failed(reopened.error());
  return done();
}

// The wordings become examples of the topic, and tests that they stay answered by it.
Response DeskRoutes::teach(const Call& call) {
  JsonBody body(call.request.body);
  const auto texts = body.texts("wordings", kMostInOneGo, kMostWordingBytes);
  const std::string topic = body.required_text("topic", kMostIdBytes);
  const bool publishes = body.flag("publish");
  if (body.refusal()) return problem(*body.refusal());
  if (texts.empty()) return problem(400, "Name at least one wording.");
  const auto files = parts_.publisher.files();
  if (!files) return failed(files.error());
  const std::string name = topic + ".md";
  const auto file = std::ranges::find(*files, name, &knowledge::NamedBytes::name);
  if (file == files->end()) return problem(404, "There is no topic of that name.");
  const auto tests = std::ranges::find(*files, "tests.yaml", &knowledge::NamedBytes::name);
  const std::string before = tests == files->end() ? std::string() : tests->bytes;
  std::string taught = file->bytes;
  std::string tested = before;
  for (const std::string& text : texts) {
    auto edited = desk::with_question(taught, text);
    if (!edited) return problem(400, edited.error().message);
    taught = *std::move(edited);
    tested = desk::with_expectation(tested, text, topic);
  }
  const std::vector<desk::Edit> edits = {{name, desk::seal_of(file->bytes), taught},
                                         {"tests.yaml", before.empty() ? "" : desk::seal_of(before), tested}};
  if (!publishes) {
    const auto looked = parts_.publisher.review(edits);
    return looked ? say(review_of(*looked)) : problem(400, looked.error().message);
  }
  std::string version;
  Response response = publish_edits(call, edits, "Taught from what visitors asked", &version);
  if (version.empty()) return response;
  const auto open = parts_.records.wordings().open(kMostWordings);
  if (!open) return failed(open.error());
  const auto handled = parts_.records.wordings().handle(ids_of(named(*open, texts)), store::Handling::kTaught,
                                                        topic, call.by());
  if (!handled) return failed(handled.error());
  return response;
}

Response DeskRoutes::new_topic(const Call& call) {
  JsonBody body(call.request.body);
  const auto texts = body.texts("wordings", kMostInOneGo, kMostWordingBytes);
  const std::string id = body.required_text("id", kMostIdBytes);
  const std::string title = body.required_text("title", kMostTitleBytes);
  if (body.refusal()) return problem(*body.refusal());
  const auto today = std::chrono::floor<std::chrono::days>(call.now);
  return say({{"file", id + ".md"}, {"bytes", desk::draft_of_topic(title, texts, today)}});
}

}  // namespace faqbot::http

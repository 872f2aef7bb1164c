#include "http/page_content.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "http/assets.h"
#include "knowledge/dates.h"
#include "knowledge/render.h"

namespace faqbot::http {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostCompletions = 10;

// In the order of the page; a group that is not here follows, named after its folder.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kGroups = {{
    {"mfr", "Myofascial release"},
    {"fascia", "Fascia"},
    {"trigger-points", "Trigger points"},
    {"back-pain", "Back pain"},
    {"conditions", "Conditions"},
    {"clinic", "Your visit"},
    {"safety", "Please get help now"},
}};

struct Figure {
  std::string_view topic;
  std::string_view file;
  std::string_view text;
};

constexpr std::string_view kLayers =
    "The layers from outside to inside: skin, superficial fascia with fat, deep fascia, muscle.";
constexpr std::string_view kTriggerPoint =
    "An example: a trigger point at the top of the shoulder (dot) can be felt up the neck and at the temple "
    "(shaded).";
constexpr std::array<Figure, 5> kFigures = {{
    {"fascia/layers", "fascia-layers", kLayers},
    {"fascia/what-is", "fascia-layers", kLayers},
    {"fascia/where", "fascia-layers", kLayers},
    {"trigger-points/what-is", "trigger-point", kTriggerPoint},
    {"trigger-points/referred-pain", "trigger-point", kTriggerPoint},
}};

std::size_t place_of(std::string_view group) {
  const auto* const at =
      std::find_if(kGroups.begin(), kGroups.end(), [&](const auto& known) { return known.first == group; });
  return static_cast<std::size_t>(at - kGroups.begin());
}

std::string title_of(std::string_view group) {
  if (const auto place = place_of(group); place < kGroups.size()) return std::string(kGroups[place].second);
  std::string title(group);
  std::replace(title.begin(), title.end(), '-', ' ');
  if (title.front() >= 'a' && title.front() <= 'z')
    title.front() = static_cast<char>(title.front() - 'a' + 'A');
  return title;
}

bool is_safety(std::string_view id) {
  return id.starts_with("safety/");
}

bool has_page(const knowledge::Topic& topic, std::chrono::year_month_day today) {
  if (is_safety(topic.id)) return true;
  if (topic.id.starts_with("chat/") || topic.id.starts_with("boundary/")) return false;
  const auto review_by = knowledge::date_from(topic.review_by);
  return !(topic.strict && review_by && *review_by < today);
}

// "22 November 2026"; the text itself where it is no date.
std::string readable(const std::string& date) {
  constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                        "May",       "June",     "July",     "August",
                                                        "September", "October",  "November", "December"};
  const auto day = knowledge::date_from(date);
  if (!day) return date;
  return std::to_string(static_cast<unsigned>(day->day())) + ' ' +
         std::string(kMonths.at(static_cast<unsigned>(day->month()) - 1)) + ' ' +
         std::to_string(static_cast<int>(day->year()));
}

void put_review_and_sources(Json& view, const std::string& reviewed, Json sources) {
  view["reviewed"] = reviewed;
  view["reviewed_text"] = readable(reviewed);
  view["has_sources"] = !sources.empty();
  view["sources"] = std::move(sources);
}

// The headings inside an answer rank right under its title on the page. In the HTML of an answer a "<" begins
// a tag and nothing else.
std::string under(char title_level, std::string html) {
  for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    const std::size_t name = at + (html.compare(at, 2, "</") == 0 ? 2 : 1);
    if (name + 2 < html.size() && html[name] == 'h' && html[name + 1] >= '1' && html[name + 1] <= '6' &&
        html[name + 2] == '>')
      html[name + 1] = static_cast<char>(title_level + 1);
  }
  return html;
}

Json figure_of(std::string_view id) {
  for (const Figure& figure : kFigures)
    if (figure.topic == id && find_asset("/figures/" + std::string(figure.file) + ".svg") != nullptr)
      return {{"file", figure.file}, {"text", figure.text}};
  return false;
}

Json topic_view(const knowledge::Topic& topic, const knowledge::Knowledge& knowledge) {
  const auto texts = knowledge::render(topic, knowledge.clinic);
  std::string anchor = topic.id;
  std::replace(anchor.begin(), anchor.end(), '/', '-');
  Json view = {{"id", topic.id},
               {"anchor", std::move(anchor)},
               {"path", "/faq/" + topic.id},
               {"title", topic.title},
               {"short", texts.short_text},
               {"html", under('3', texts.html)},
               {"html_alone", under('1', texts.html)},
               {"group", title_of(topic.group())},
               {"group_id", topic.group()},
               {"figure", figure_of(topic.id)}};
  Json sources = Json::array();
  for (const std::string& id : topic.sources)
    if (const auto at = knowledge.sources.find(id); at != knowledge.sources.end())
      sources.push_back({{"url", at->second.url}, {"title", at->second.title + ", " + at->second.publisher}});
  put_review_and_sources(view, topic.reviewed, std::move(sources));
  return view;
}

Json links(const std::vector<Link>& from) {
  Json list = Json::array();
  for (const Link& link : from) list.push_back({{"topic", link.topic}, {"label", link.label}});
  return list;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (std::size_t from = 0; from <= text.size();) {
    const auto end = std::min(text.find('\n', from), text.size());
    lines.emplace_back(text.substr(from, end - from));
    from = end + 1;
  }
  return lines;
}

// "2. Does it hurt?" -> "Does it hurt?": as the plain text of a reply lists its choices.
std::string without_number(const std::string& line) {
  const auto end = line.find_first_not_of("0123456789");
  return end != 0 && end != std::string::npos && line.compare(end, 2, ". ") == 0 ? line.substr(end + 2)
                                                                                 : line;
}

// What the text says besides the answers and the buttons, which the page shows in their own way.
Json paragraphs_of(const Reply& reply) {
  std::set<std::string> shown;
  for (const Answer& answer : reply.answers) {
    shown.insert(answer.title);
    for (std::string& line : lines_of(answer.text)) shown.insert(std::move(line));
  }
  for (const auto* list : {&reply.choices, &reply.suggestions})
    for (const Link& link : *list) shown.insert(link.label);
  Json paragraphs = Json::array();
  for (const std::string& line : lines_of(reply.text))
    if (!line.empty() && !shown.contains(line) && !shown.contains(without_number(line)))
      paragraphs.push_back({{"text", line}});
  return paragraphs;
}

}  // namespace

PageContent::PageContent(const knowledge::Knowledge& knowledge, std::chrono::year_month_day today) {
  for (const knowledge::Topic& topic : knowledge.topics) {
    if (!has_page(topic, today)) continue;
    topics_.emplace(topic.id, topic_view(topic, knowledge));
    if (!is_safety(topic.id)) listed_.push_back(topic.id);
  }
  std::stable_sort(listed_.begin(), listed_.end(), [](std::string_view left, std::string_view right) {
    return place_of(left.substr(0, left.find('/'))) < place_of(right.substr(0, right.find('/')));
  });
  for (auto& [id, view] : topics_) {
    Json related = Json::array();
    for (const std::string& other : knowledge.find(id)->see_also)
      if (const Json* const next = find(other))
        related.push_back({{"path", next->at("path")}, {"title", next->at("title")}});
    view["has_related"] = !related.empty();
    view["related"] = std::move(related);
  }
}

const Json* PageContent::find(std::string_view id) const {
  const auto at = topics_.find(id);
  return at == topics_.end() ? nullptr : &at->second;
}

Json PageContent::groups(std::span<const std::string> ids) const {
  Json groups = Json::array();
  for (const std::string& id : ids) {
    const Json& topic = *find(id);
    auto at = std::find_if(groups.begin(), groups.end(),
                           [&](const Json& group) { return group["id"] == topic["group_id"]; });
    if (at == groups.end()) {
      groups.push_back({{"id", topic["group_id"]}, {"title", topic["group"]}, {"topics", Json::array()}});
      at = std::prev(groups.end());
    }
    (*at)["topics"].push_back(topic);
  }
  return groups;
}

std::string PageContent::structured(std::span<const std::string> ids, std::string_view site) const {
  Json questions = Json::array();
  for (const std::string& id : ids) {
    const Json& topic = *find(id);
    questions.push_back({{"@type", "Question"},
                         {"name", topic["title"]},
                         {"url", std::string(site) + topic["path"].get<std::string>()},
                         {"acceptedAnswer", {{"@type", "Answer"}, {"text", topic["html"]}}}});
  }
  const Json page = {
      {"@context", "https://schema.org"}, {"@type", "FAQPage"}, {"mainEntity", std::move(questions)}};
  // "<" could end the script element that the text stands in.
  std::string safe;
  for (const char c : page.dump()) {
    if (c == '<')
      safe += "\\u003c";
    else
      safe += c;
  }
  return safe;
}

std::vector<std::string> found(const Engine& engine, const PageContent& content, std::string_view query) {
  std::vector<std::string> ids;
  const auto add = [&](const std::string& id) {
    if (content.find(id) != nullptr && std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  };
  Turn turn;
  turn.message = query;
  const Reply reply = engine.answer(turn).reply;
  for (const Answer& answer : reply.answers) add(answer.topic);
  for (const Link& choice : reply.choices) add(choice.topic);
  for (const Link& completion : engine.suggest(query, kMostCompletions))
    if (!is_safety(completion.topic)) add(completion.topic);
  return ids;
}

Json reply_view(const Reply& reply) {
  Json answers = Json::array();
  for (const Answer& answer : reply.answers) {
    Json view = {{"title", answer.title}, {"html", under('3', answer.html)}};
    Json sources = Json::array();
    for (const SourceLink& source : answer.sources)
      sources.push_back({{"url", source.url}, {"title", source.title}});
    put_review_and_sources(view, answer.reviewed, std::move(sources));
    answers.push_back(std::move(view));
  }
  return {{"urgent", reply.kind == ReplyKind::kUrgent},
          {"paragraphs", paragraphs_of(reply)},
          {"answers", std::move(answers)},
          {"has_choices", !reply.choices.empty()},
          {"choices", links(reply.choices)},
          {"has_suggestions", !reply.suggestions.empty()},
          {"suggestions", links(reply.suggestions)}};
}

}  // namespace faqbot::http

#include "knowledge/check_links.h"

#include <algorithm>
#include <array>

#include "knowledge/nearest.h"

namespace faqbot::knowledge {
namespace {

std::string meant_or(std::string_view name, const std::vector<std::string_view>& known,
                     const std::string& otherwise) {
  const std::string_view meant = nearest(name, known);
  return meant.empty() ? otherwise : "did you mean " + std::string(meant) + "?";
}

class LinkCheck {
 public:
  LinkCheck(const Parsed& parsed, Report& report) : parsed_(parsed), report_(report) {
    topics_.assign(parsed.topic_ids.begin(), parsed.topic_ids.end());
    for (const auto& [id, source] : parsed.sources) sources_.push_back(id);
    for (const Concept& idea : parsed.concepts) concepts_.push_back(idea.name);
  }

  void topic(const TopicFile& file) {
    const Topic& topic = file.topic;
    for (const std::string& other : topic.see_also) {
      known_topic("see_also", other, {topic.file, file.see_also_line});
      if (other == topic.id)
        report_.error({topic.file, file.see_also_line}, "see_also names the topic itself; remove it");
    }
    known_sources(topic.sources, {topic.file, file.sources_line});
    if (topic.sources.empty() && is_medical(topic.group()))
      report_.warning({topic.file, file.sources_line},
                      "a medical answer needs a source; add its id under sources");
  }

  void level(const LevelOfFile& file) {
    known_topic("topic", file.level.level.topic, {file.file, file.level.topic_line});
    known_sources(file.level.level.sources, {file.file, file.level.sources_line});
    for (const SafetyRule& rule : file.level.level.rules) {
      for (const std::string& name : rule.all) known_concept(name, rule);
      for (const std::string& name : rule.unless) known_concept(name, rule);
    }
  }

  void partner(const PartnerFile& file) {
    const Place place{"partners.yaml", file.without_line};
    for (const std::string& left_out : file.partner.without) {
      if (left_out.starts_with("safety/"))
        report_.error(place, "safety topics cannot be left out; remove " + left_out + " from without");
      else if (left_out.ends_with('/'))
        known_group(left_out, place);
      else
        known_topic("without", left_out, place);
    }
    for (const auto& [topic, line] : file.wording_lines) {
      if (topic.starts_with("safety/"))
        report_.error({place.file, line},
                      "safety topics have one wording for everybody; remove " + topic + " from wording");
      else
        known_topic("wording", topic, {place.file, line});
    }
  }

  void expectation(const Expectation& expected) {
    for (const std::string& topic : expected.topics) known_topic("expect", topic, expected.place);
  }

 private:
  static bool is_medical(std::string_view group) {
    constexpr std::array<std::string_view, 6> kMedical = {"fascia",    "mfr",        "trigger-points",
                                                          "back-pain", "conditions", "safety"};
    return std::find(kMedical.begin(), kMedical.end(), group) != kMedical.end();
  }

  void known_topic(std::string_view key, const std::string& id, const Place& place) {
    if (id.empty() || parsed_.topic_ids.contains(id)) return;
    report_.error(place, std::string(key) + " names " + id + ", which is no topic; " +
                             meant_or(id, topics_, "write that topic or remove the name"));
  }

  void known_group(const std::string& group, const Place& place) {
    const auto first = parsed_.topic_ids.lower_bound(group);
    if (first == parsed_.topic_ids.end() || !first->starts_with(group))
      report_.error(place,
                    "without names the group " + group + ", which has no topics; correct or remove it");
  }

  void known_sources(const std::vector<std::string>& ids, const Place& place) {
    for (const std::string& id : ids)
      if (!parsed_.sources.contains(id))
        report_.error(place, "the source " + id + " is not in sources.yaml; " +
                                 meant_or(id, sources_, "add it there or remove the name"));
  }

  void known_concept(const std::string& name, const SafetyRule& rule) {
    if (std::find(concepts_.begin(), concepts_.end(), name) != concepts_.end()) return;
    report_.error(rule.place, "the rule \"" + rule.name + "\" names the concept " + name +
                                  ", which is not in safety/concepts.yaml; " +
                                  meant_or(name, concepts_, "add it there or remove the name"));
  }

  const Parsed& parsed_;
  Report& report_;
  std::vector<std::string_view> topics_;
  std::vector<std::string_view> sources_;
  std::vector<std::string_view> concepts_;
};

void check_clinic_country(const Parsed& parsed, Report& report) {
  if (!parsed.clinic) return;
  const Clinic& clinic = parsed.clinic->clinic;
  if (clinic.country.empty() || has_numbers(parsed.numbers, clinic.country)) return;
  report.warning(
      {"clinic.yaml", parsed.clinic->country_line},
      "emergency-numbers.yaml has no entry for " + clinic.country +
          "; fill in emergency_number, crisis_line and urgent_care here, or add the country there");
}

}  // namespace

void check_links(const Parsed& parsed, Report& report) {
  LinkCheck check(parsed, report);
  for (const TopicFile& topic : parsed.topics) check.topic(topic);
  for (const LevelOfFile& level : parsed.levels) check.level(level);
  for (const PartnerFile& partner : parsed.partners) check.partner(partner);
  for (const Expectation& expected : parsed.expectations) check.expectation(expected);
  check_clinic_country(parsed, report);
}

}  // namespace faqbot::knowledge

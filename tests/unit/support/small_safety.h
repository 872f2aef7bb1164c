// Two levels of red flags with a handful of concepts, for tests of the rules and the screen.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "knowledge/knowledge.h"

namespace faqbot::tests {

inline knowledge::Concept concept_of(std::string name, const std::vector<std::string>& fragments) {
  knowledge::Concept made{std::move(name), {}};
  for (const std::string& fragment : fragments) made.fragments.push_back({fragment, 0});
  return made;
}

inline knowledge::Safety small_safety() {
  knowledge::Safety safety;
  safety.concepts = {
      concept_of("chest", {"chest", "breast ?bone"}), concept_of("pressure", {"crush\\w*", "tight\\w*"}),
      concept_of("numb", {"numb\\w*", "no feeling"}), concept_of("saddle", {"groin", "between my legs"}),
      concept_of("loo", {"wee", "bladder"}),          concept_of("exercise", {"stretch\\w*", "workout"})};
  safety.kinds = {{"numb", {{"numb", 0}, {"cannot feel", 0}, {"gone to sleep", 0}}},
                  {"saddle", {{"groin", 0}, {"wipe", 0}, {"between my legs", 0}, {"undercarriage", 0}}}};
  knowledge::SafetyLevel emergency{"emergency", "safety/emergency", {}, {}, {}, {}};
  emergency.rules = {{"chest pressure", {"chest", "pressure"}, {"exercise"}, 6, {}}};
  emergency.examples = {{"it crushes my chest", 0},
                        {"an elephant sits on my chest", 0},
                        {"my heart is being squeezed", 0},
                        {"i cannot breathe and my chest is tight", 0}};
  emergency.lookalikes = {{"my chest feels tight after a workout", 0}, {"chest stretches at the desk", 0}};
  knowledge::SafetyLevel saddle{"cauda-equina", "safety/cauda-equina", {}, {}, {}, {}};
  saddle.rules = {{"saddle numbness", {"numb", "saddle"}, {}, 8, {}},
                  {"three together", {"numb", "saddle", "loo"}, {}, 12, {}}};
  saddle.examples = {{"i cannot feel myself wipe", 0},
                     {"numb between my legs", 0},
                     {"i cannot feel when i wee", 0},
                     {"my groin has gone to sleep", 0}};
  saddle.lookalikes = {{"my foot goes to sleep when i sit", 0}};
  safety.levels = {emergency, saddle};
  return safety;
}

}  // namespace faqbot::tests

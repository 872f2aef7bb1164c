// The whole knowledge folder in memory, checked and frozen.
//
// Thread safety: immutable once loaded; shared as std::shared_ptr<const Knowledge>
// and swapped whole.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "knowledge/clinic.h"
#include "knowledge/topic.h"

namespace faqbot::knowledge {

struct Source {
  std::string id;
  std::string title;
  std::string publisher;
  std::string url;
  std::string says;
};

// "physiotherapist: [physio, fizio]": each variant is understood as the word.
struct Synonym {
  std::string word;
  std::vector<std::string> variants;
};

// All of `all` within `within` words, none of `unless` anywhere: see knowledge/README.md.
struct SafetyRule {
  std::string name;
  std::vector<std::string> all;
  std::vector<std::string> unless;
  int within = 20;  // words
  Place place;
};

struct SafetyLevel {
  std::string level;  // "emergency", "cauda-equina", "urgent", "crisis"
  std::string topic;  // "safety/emergency"
  std::vector<std::string> sources;
  std::vector<SafetyRule> rules;
  std::vector<Wording> examples;
  std::vector<Wording> lookalikes;
};

// A named list of RE2 fragments, matched as whole words.
struct Concept {
  std::string name;
  std::vector<Wording> fragments;
};

// Words and phrases that mean a like thing, for the trained screen; one may be of several kinds.
struct WordKind {
  std::string name;
  std::vector<Wording> words;
};

struct Safety {
  std::vector<Concept> concepts;
  std::vector<WordKind> kinds;
  std::vector<SafetyLevel> levels;
};

struct Partner {
  std::string id;
  std::string name;
  std::vector<std::string> origins;  // "https://example.org"
  std::string greeting;
  std::map<std::string, std::string> theme;    // CSS custom properties without the leading dashes
  std::vector<std::string> without;            // topics, or groups as "group/", left out
  std::map<std::string, std::string> wording;  // by topic: CommonMark that is shown there instead of its own

  bool leaves_out(std::string_view topic) const {
    return std::any_of(without.begin(), without.end(), [&](const std::string& one) {
      return one.ends_with('/') ? topic.starts_with(one) : topic == one;
    });
  }
};

// A message that must keep its answer: publishing stops where it would lose it.
struct Expectation {
  std::string message;
  std::vector<std::string> topics;  // one of them answers it; empty: nothing does
  Place place;
};

struct Knowledge {
  std::string version;        // 16 hex digits, a hash over every file's name and bytes
  std::vector<Topic> topics;  // sorted by id
  std::unordered_map<std::string, std::size_t> index;  // id -> place in topics
  std::map<std::string, Source> sources;
  std::vector<Synonym> synonyms;
  std::vector<Wording> off_topic;  // messages that no topic answers
  Safety safety;
  std::vector<Partner> partners;
  std::vector<Expectation> expectations;
  Clinic clinic;

  // The topic of that id, or nullptr. Cost: O(1).
  const Topic* find(std::string_view id) const {
    const auto at = index.find(std::string(id));
    return at == index.end() ? nullptr : &topics[at->second];
  }

  // The partner of that id, or nullptr. Cost: O(partners).
  const Partner* partner(std::string_view id) const {
    const auto at =
        std::find_if(partners.begin(), partners.end(), [&](const Partner& one) { return one.id == id; });
    return at == partners.end() ? nullptr : &*at;
  }
};

}  // namespace faqbot::knowledge

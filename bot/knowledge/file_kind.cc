#include "knowledge/file_kind.h"

#include <algorithm>
#include <array>

namespace faqbot::knowledge {
namespace {

constexpr std::size_t kKiB = 1024;
constexpr std::size_t kMiB = 1024 * kKiB;

struct RootFile {
  std::string_view name;
  FileKind kind;
};

constexpr std::array kRootFiles = {
    RootFile{"clinic.yaml", FileKind::kClinic},
    RootFile{"clinic.example.yaml", FileKind::kClinicExample},
    RootFile{"sources.yaml", FileKind::kSources},
    RootFile{"synonyms.yaml", FileKind::kSynonyms},
    RootFile{"off-topic.yaml", FileKind::kOffTopic},
    RootFile{"partners.yaml", FileKind::kPartners},
    RootFile{"emergency-numbers.yaml", FileKind::kEmergencyNumbers},
    RootFile{"tests.yaml", FileKind::kExpectations},
    RootFile{"README.md", FileKind::kNotRead},
};

constexpr std::array<std::string_view, 4> kLevels = {"emergency", "cauda-equina", "urgent", "crisis"};

bool is_hidden_or_backup(std::string_view name) {
  return name.starts_with('.') || name.find("/.") != std::string_view::npos || name.ends_with('~') ||
         name.starts_with('#') || name.find("/#") != std::string_view::npos;
}

FileKind kind_in_group(std::string_view group, std::string_view file) {
  if (file.ends_with(".md")) {
    const bool named = is_plain_name(group) && is_plain_name(file.substr(0, file.size() - 3));
    return named ? FileKind::kTopic : FileKind::kMisplaced;
  }
  if (group != "safety" || !file.ends_with(".yaml")) return FileKind::kMisplaced;
  const std::string_view stem = file.substr(0, file.size() - 5);
  if (stem == "concepts") return FileKind::kConcepts;
  if (stem == "words") return FileKind::kWordKinds;
  const bool level = std::find(kLevels.begin(), kLevels.end(), stem) != kLevels.end();
  return level ? FileKind::kSafetyLevel : FileKind::kMisplaced;
}

}  // namespace

FileKind kind_of(std::string_view name) {
  if (is_hidden_or_backup(name)) return FileKind::kNotRead;
  const auto slash = name.find('/');
  if (slash != std::string_view::npos) return kind_in_group(name.substr(0, slash), name.substr(slash + 1));
  for (const RootFile& file : kRootFiles)
    if (file.name == name) return file.kind;
  return FileKind::kMisplaced;
}

std::string misplaced_because(std::string_view name) {
  const auto slash = name.find('/');
  if (name.ends_with(".md")) {
    if (slash == std::string_view::npos)
      return "a topic cannot lie here; move it into the folder of its group, such as mfr/" +
             std::string(name);
    if (name.find('/', slash + 1) != std::string_view::npos)
      return "a topic lies one folder deep, <group>/<name>.md; move it up";
    return "this name cannot be a topic's; use lower-case letters, digits and single dashes, such as "
           "mfr/does-it-hurt.md";
  }
  if (slash != std::string_view::npos && name.substr(0, slash) == "safety")
    return "safety/ holds topics, concepts.yaml, words.yaml, emergency.yaml, cauda-equina.yaml, "
           "urgent.yaml and crisis.yaml; "
           "rename this file or move it out of the knowledge folder";
  return "this file has no place here; see knowledge/README.md for the names, or move it out of the "
         "knowledge "
         "folder";
}

std::size_t largest(FileKind kind) {
  return kind == FileKind::kTopic ? 256 * kKiB : 4 * kMiB;
}

bool is_plain_name(std::string_view name) {
  if (name.empty() || name.front() == '-' || name.back() == '-') return false;
  char before = '\0';
  for (const char c : name) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!letter && (c != '-' || before == '-')) return false;
    before = c;
  }
  return true;
}

}  // namespace faqbot::knowledge

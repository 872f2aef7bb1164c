// Which file of the folder is what, by its name.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace faqbot::knowledge {

enum class FileKind {
  kTopic,             // <group>/<name>.md
  kClinic,            // clinic.yaml
  kClinicExample,     // clinic.example.yaml: checked, never served
  kSources,           // sources.yaml
  kSynonyms,          // synonyms.yaml
  kOffTopic,          // off-topic.yaml
  kPartners,          // partners.yaml
  kEmergencyNumbers,  // emergency-numbers.yaml
  kExpectations,      // tests.yaml
  kConcepts,          // safety/concepts.yaml
  kWordKinds,         // safety/words.yaml
  kSafetyLevel,       // safety/<level>.yaml
  kNotRead,           // README.md, hidden files, editors' backups
  kMisplaced,         // everything else
};

// `name` is relative to the folder, with slashes.
FileKind kind_of(std::string_view name);

// Why a kMisplaced file is one, and where it belongs.
std::string misplaced_because(std::string_view name);

// Bytes that a file may have; more is an error.
std::size_t largest(FileKind kind);

// Lower-case letters, digits and single dashes between them: groups, topics, ids.
bool is_plain_name(std::string_view name);

}  // namespace faqbot::knowledge

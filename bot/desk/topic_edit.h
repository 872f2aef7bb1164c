// Small changes to a file of the knowledge folder that leave every other byte as it was.
//
// What people wrote by hand, their comments and line breaks included, survives what the desk adds.
//
// Thread safety: pure functions. Cost: O(bytes).
#pragma once

#include <chrono>
#include <span>
#include <string>
#include <string_view>

#include "core/result.h"
#include "knowledge/knowledge.h"

namespace faqbot::desk {

// A topic's file with one more way to ask at the end of `questions`.
// Errors: the file has no list of questions, one entry a line; it says what to do.
Result<std::string> with_question(std::string_view topic_file, std::string_view wording);

// tests.yaml with one more message that must keep its answer. An empty file is one without tests yet.
std::string with_expectation(std::string_view tests_file, std::string_view message, std::string_view topic);

// The file of a topic that is still to be written: title and questions filled in, the answer left to its
// author, so that it cannot be published as it stands.
std::string draft_of_topic(std::string_view title, std::span<const std::string> questions,
                           std::chrono::year_month_day today);

// A scalar that YAML reads as these very characters: double quotes, JSON's escapes. REQUIRES: valid UTF-8.
std::string yaml_quoted(std::string_view text);

}  // namespace faqbot::desk

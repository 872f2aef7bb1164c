// Sets read from files, figures printed: what every kind of `faqbot eval` does.
//
// Thread safety: main thread only.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace faqbot::app {

// Prints "faqbot eval: what" to standard error; returns kProblems.
int fail(const std::string& what);

Result<std::string> read_file(const std::string& path);

// Reads a file and what is in it; the message of an error names the file.
template <typename Read>
auto read_set(const std::string& path, Read read) -> decltype(read(std::string_view{})) {
  const auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  auto set = read(*bytes);
  if (!set) return Error{path + ":" + set.error().message};
  return set;
}

// As JSON, or one line a figure, a nested object indented below its name.
void report(const nlohmann::ordered_json& figures, bool json);

// "a|b"
std::string joined(const std::vector<std::string>& parts);

}  // namespace faqbot::app

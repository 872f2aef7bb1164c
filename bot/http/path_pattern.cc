#include "http/path_pattern.h"

namespace faqbot::http {
namespace {

// The text up to the next slash, which is taken off with it.
std::string_view next_part(std::string_view& path) {
  const auto slash = path.find('/');
  const std::string_view part = path.substr(0, slash);
  path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
  return part;
}

}  // namespace

std::optional<std::vector<std::string_view>> match_path(std::string_view pattern, std::string_view path) {
  if (path.ends_with('/') != pattern.ends_with('/')) return std::nullopt;
  std::vector<std::string_view> varying;
  while (!pattern.empty() && !path.empty()) {
    const std::string_view expected = next_part(pattern);
    const std::string_view found = next_part(path);
    if (expected.starts_with('{')) {
      if (found.empty()) return std::nullopt;
      varying.push_back(found);
    } else if (expected != found) {
      return std::nullopt;
    }
  }
  if (!pattern.empty() || !path.empty()) return std::nullopt;
  return varying;
}

}  // namespace faqbot::http

#include "store/topics.h"

namespace faqbot::store {

std::string joined(std::span<const std::string> topics) {
  std::string all;
  for (const std::string& topic : topics) all += (all.empty() ? "" : " ") + topic;
  return all;
}

std::vector<std::string> parted(std::string_view topics) {
  std::vector<std::string> all;
  while (!topics.empty()) {
    const auto end = topics.find(' ');
    all.emplace_back(topics.substr(0, end));
    topics = end == std::string_view::npos ? std::string_view() : topics.substr(end + 1);
  }
  return all;
}

}  // namespace faqbot::store

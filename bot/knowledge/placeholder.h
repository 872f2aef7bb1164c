// "{{clinic.phone}}": the places in a text where a fact of the clinic goes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace faqbot::knowledge {

struct Placeholder {
  std::size_t from = 0;  // offset of "{{"
  std::size_t size = 0;  // bytes up to and with "}}"; to the text's end where that is missing
  std::string_view key;  // "phone"; empty where the text between is not "clinic.key"
  int line = 1;          // of "{{", from 1
};

// All "{{", in order, the malformed ones too. The keys are views into `text`. Cost: O(bytes).
std::vector<Placeholder> placeholders_in(std::string_view text);

// The text with value_of(key) in place of each well-formed placeholder.
template <typename ValueOf>
std::string with_placeholders_replaced(std::string_view text, ValueOf value_of) {
  std::string replaced;
  std::size_t told = 0;
  for (const Placeholder& named : placeholders_in(text)) {
    if (named.key.empty()) continue;
    replaced.append(text.substr(told, named.from - told)).append(value_of(named.key));
    told = named.from + named.size;
  }
  return replaced.append(text.substr(told));
}

}  // namespace faqbot::knowledge

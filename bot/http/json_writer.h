// JSON written straight into a string: no tree of values in between.
//
// Thread safety: belongs to one thread. Cost: O(bytes).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace faqbot::http {

class JsonWriter {
 public:
  // Room for so many bytes at once.
  void reserve(std::size_t bytes) { json_.reserve(bytes); }

  void begin_object() { open('{'); }
  void begin_object(std::string_view name) { open(name, '{'); }
  void begin_array(std::string_view name) { open(name, '['); }
  void end_object() { close('}'); }
  void end_array() { close(']'); }

  // REQUIRES: `value` is valid UTF-8.
  void text(std::string_view name, std::string_view value);
  void text(std::string_view value);
  void number(std::string_view name, std::int64_t value);
  // Four decimals: enough for a probability.
  void probability(std::string_view name, double value);
  void boolean(std::string_view name, bool value);

  std::string take() && { return std::move(json_); }

 private:
  void open(char bracket);
  void open(std::string_view name, char bracket);
  void close(char bracket);
  void comma();
  void key(std::string_view name);
  void quoted(std::string_view value);

  std::string json_;
};

}  // namespace faqbot::http

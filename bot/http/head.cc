#include "http/head.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace faqbot::http {
namespace {

constexpr std::string_view kEnd = "\r\n";
constexpr std::array<std::string_view, 8> kMethods = {"GET",    "HEAD",  "POST",    "PUT",
                                                      "DELETE", "PATCH", "OPTIONS", "TRACE"};

bool is_token_char(char c) {
  const bool is_alnum = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return is_alnum || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool is_value_char(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte == '\t' || (byte >= 0x20 && byte != 0x7F);
}

bool is_target_char(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > 0x20 && byte != 0x7F;
}

std::string_view trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

// "http://host/path" as a proxy may send it -> "/path".
std::string_view origin_form(std::string_view target) {
  const auto scheme = target.find("://");
  if (target.starts_with('/') || scheme == std::string_view::npos) return target;
  const auto path = target.find('/', scheme + 3);
  return path == std::string_view::npos ? std::string_view("/") : target.substr(path);
}

class Reader {
 public:
  Reader(std::string& bytes, std::size_t most_body_bytes)
      : bytes_(bytes), most_body_bytes_(most_body_bytes) {}

  std::variant<Head, Refusal> read() {
    if (auto refused = request_line(next_line())) return *refused;
    for (auto line = next_line(); !line.empty(); line = next_line())
      if (auto refused = field(line)) return *refused;
    if (auto refused = judge()) return *refused;
    return std::move(head_);
  }

 private:
  using Maybe = std::optional<Refusal>;

  std::string_view next_line() {
    const auto end = bytes_.find(kEnd, at_);
    const auto line = std::string_view(bytes_).substr(at_, end - at_);
    at_ = end + kEnd.size();
    return line;
  }

  Maybe request_line(std::string_view line) {
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == std::string_view::npos || first == last)
      return Refusal{400, "The first line is not METHOD, a space, an address, a space and HTTP/1.1."};
    head_.method = line.substr(0, first);
    const auto version = line.substr(last + 1);
    if (version != "HTTP/1.1" && version != "HTTP/1.0") {
      if (version.starts_with("HTTP/")) return Refusal{505, "Only HTTP/1.1 and HTTP/1.0 are spoken here."};
      return Refusal{400, "The first line does not end with HTTP/1.1."};
    }
    is_1_0_ = version == "HTTP/1.0";
    if (std::find(kMethods.begin(), kMethods.end(), head_.method) == kMethods.end())
      return Refusal{501, "This method is not known here."};
    return target(line.substr(first + 1, last - first - 1));
  }

  Maybe target(std::string_view text) {
    if (text.size() > Head::kMostTargetBytes) return Refusal{414, "The address is longer than 8,000 bytes."};
    if (!std::all_of(text.begin(), text.end(), is_target_char))
      return Refusal{400, "The address holds a space or a control character."};
    head_.target = origin_form(text);
    const bool is_asterisk = head_.target == "*" && head_.method == "OPTIONS";
    if (!head_.target.starts_with('/') && !is_asterisk)
      return Refusal{400, "The address does not begin with a slash."};
    return std::nullopt;
  }

  Maybe field(std::string_view line) {
    if (head_.fields.size() == Head::kMostFields)
      return Refusal{431, "There are more than 100 header fields."};
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0)
      return Refusal{400, "A header line is not a name, a colon and a value."};
    if (!std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), is_token_char))
      return Refusal{400, "A header field's name holds a character that is not allowed."};
    const auto value = trimmed(line.substr(colon + 1));
    if (!std::all_of(value.begin(), value.end(), is_value_char))
      return Refusal{400, "A header field's value holds a control character."};
    head_.fields.push_back({lower_case(line.substr(0, colon)), value});
    return std::nullopt;
  }

  std::string_view lower_case(std::string_view name) {
    char* const begin = bytes_.data() + (name.data() - bytes_.data());
    std::transform(begin, begin + name.size(), begin,
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return name;
  }

  Maybe judge() {
    std::size_t hosts = 0;
    head_.keep_alive = !is_1_0_;  // its clients would need an answer in words of their own
    for (const FieldView& f : head_.fields) {
      Maybe refused;
      if (f.name == "host") ++hosts;
      if (f.name == "content-length") refused = length(f.value);
      if (f.name == "transfer-encoding") refused = encoding(f.value);
      if (f.name == "connection") connection(f.value);
      if (f.name == "expect") refused = expectation(f.value);
      if (refused) return refused;
    }
    if (hosts > 1 || (hosts == 0 && !is_1_0_)) return Refusal{400, "There must be exactly one Host field."};
    if (head_.chunked && has_length_)
      return Refusal{400, "Content-Length and Transfer-Encoding exclude each other."};
    if (head_.content_length > most_body_bytes_) return Refusal{413, "The body is too long."};
    return std::nullopt;
  }

  Maybe length(std::string_view value) {
    const bool is_number = !value.empty() && std::all_of(value.begin(), value.end(),
                                                         [](char c) { return c >= '0' && c <= '9'; });
    if (!is_number || has_length_) return Refusal{400, "Content-Length is not one number."};
    has_length_ = true;
    const auto [end, error] =
        std::from_chars(value.data(), value.data() + value.size(), head_.content_length);
    if (error != std::errc()) return Refusal{413, "The body is too long."};
    return std::nullopt;
  }

  Maybe encoding(std::string_view value) {
    if (is_1_0_) return Refusal{400, "HTTP/1.0 knows no Transfer-Encoding."};
    if (head_.chunked || !equal_ignoring_case(value, "chunked"))
      return Refusal{501, "The only Transfer-Encoding understood is one that is chunked."};
    head_.chunked = true;
    return std::nullopt;
  }

  Maybe expectation(std::string_view value) {
    if (!equal_ignoring_case(value, "100-continue"))
      return Refusal{417, "The only expectation met is 100-continue."};
    head_.expects_continue = !is_1_0_;
    return std::nullopt;
  }

  void connection(std::string_view value) {
    for (const auto item : list_items(value))
      if (equal_ignoring_case(item, "close")) head_.keep_alive = false;
  }

  std::string& bytes_;
  const std::size_t most_body_bytes_;
  std::size_t at_ = 0;
  Head head_;
  bool is_1_0_ = false;
  bool has_length_ = false;
};

}  // namespace

std::variant<Head, Refusal> read_head(std::string& bytes, std::size_t most_body_bytes) {
  return Reader(bytes, most_body_bytes).read();
}

}  // namespace faqbot::http

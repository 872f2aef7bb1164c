#include "http/key.h"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>

namespace faqbot::http {
namespace {

constexpr std::size_t kDigits = 64;

std::string_view trimmed(std::string_view line) {
  const auto from = line.find_first_not_of(" \t\r");
  if (from == std::string_view::npos) return {};
  return line.substr(from, line.find_last_not_of(" \t\r") - from + 1);
}

Result<Key> parse_key(std::string_view digits, std::string_view where) {
  Key key{};
  std::size_t size = 0;
  const char* end = nullptr;
  const bool is_hex = digits.size() == kDigits && sodium_hex2bin(key.data(), key.size(), digits.data(),
                                                                 digits.size(), nullptr, &size, &end) == 0;
  if (is_hex && size == key.size()) return key;
  return Error{std::string(where) + ": a key is 64 hexadecimal digits; make one with: openssl rand -hex 32"};
}

Error failed(const std::filesystem::path& file, std::string_view what) {
  return Error{file.string() + ": cannot " + std::string(what) + ": " + std::strerror(errno) +
               "; name another file with --key-file, or set FAQBOT_KEY"};
}

class Descriptor {
 public:
  explicit Descriptor(int descriptor) : descriptor_(descriptor) {}
  ~Descriptor() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  Descriptor(const Descriptor&) = delete;  // closed once
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return descriptor_; }

 private:
  const int descriptor_;
};

// The file appears under its name whole or not at all, and the first of several writers wins.
Result<bool> make(const std::filesystem::path& file) {
  std::error_code ignored;
  std::filesystem::create_directories(file.parent_path(), ignored);
  const std::filesystem::path draft = file.string() + "." + std::to_string(::getpid());
  const Key key = random_key();
  std::string text(kDigits + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), key.data(), key.size());
  text.back() = '\n';
  const Descriptor out(::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
  if (out.get() < 0) return failed(file, "be made");
  const bool is_written = ::write(out.get(), text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                          ::fsync(out.get()) == 0 &&
                          (::link(draft.c_str(), file.c_str()) == 0 || errno == EEXIST);
  const Error error = failed(file, "be written");
  ::unlink(draft.c_str());
  if (!is_written) return error;
  return true;
}

}  // namespace

Result<std::vector<Key>> parse_keys(std::string_view text, std::string_view where) {
  std::vector<Key> keys;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto line = trimmed(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (line.empty() || line.starts_with('#')) continue;
    const auto key = parse_key(line, where);
    if (!key) return key.error();
    keys.push_back(*key);
  }
  if (keys.empty()) return Error{std::string(where) + ": holds no key; make one with: openssl rand -hex 32"};
  return keys;
}

Key random_key() {
  Key key{};
  randombytes_buf(key.data(), key.size());
  return key;
}

Result<std::vector<Key>> read_keys(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return failed(file, "be read");
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  return parse_keys(text, file.string());
}

Result<std::vector<Key>> read_or_make_keys(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) {
    const auto made = make(file);
    if (!made) return made.error();
  }
  return read_keys(file);
}

}  // namespace faqbot::http

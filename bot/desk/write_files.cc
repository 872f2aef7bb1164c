#include "desk/write_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "knowledge/file_kind.h"

namespace faqbot::desk {
namespace {

namespace fs = std::filesystem;

Error failed(std::string_view what, const fs::path& path, int code) {
  return {"could not " + std::string(what) + " " + path.string() + ": " +
          std::generic_category().message(code)};
}

class Descriptor {
 public:
  Descriptor(const fs::path& path, int flags) : value_(::open(path.c_str(), flags | O_CLOEXEC, 0644)) {}
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  bool is_open() const { return value_ >= 0; }
  int value() const { return value_; }

 private:
  int value_;
};

std::optional<Error> write_through(const fs::path& path, std::string_view bytes) {
  const Descriptor file(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW);
  if (!file.is_open()) return failed("write", path, errno);
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.value(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return failed("write", path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(file.value()) != 0) return failed("write", path, errno);
  return std::nullopt;
}

// A rename is on disk once its folder is.
std::optional<Error> sync_folder(const fs::path& folder) {
  const Descriptor descriptor(folder, O_RDONLY | O_DIRECTORY);
  if (!descriptor.is_open() || ::fsync(descriptor.value()) != 0) return failed("write", folder, errno);
  return std::nullopt;
}

// Hidden, so that the loader passes it over; another replica that writes the same file has a name of its own.
fs::path waiting_name(const fs::path& file) {
  return file.parent_path() / ("." + file.filename().string() + "." + std::to_string(::getpid()) + ".new");
}

std::optional<Error> prepare(const fs::path& file, const std::string& bytes) {
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  if (error) return failed("make", file.parent_path(), error.value());
  return write_through(waiting_name(file), bytes);
}

std::optional<Error> put_in_place(const fs::path& file, bool goes) {
  std::error_code error;
  if (goes)
    fs::remove(file, error);
  else
    fs::rename(waiting_name(file), file, error);
  if (error) return failed("replace", file, error.value());
  return sync_folder(file.parent_path());
}

}  // namespace

bool may_be_written(std::string_view name) {
  using knowledge::FileKind;
  const FileKind kind = knowledge::kind_of(name);
  return kind != FileKind::kNotRead && kind != FileKind::kMisplaced;
}

std::optional<Error> write_mark(const fs::path& file, const std::string& bytes) {
  if (auto error = prepare(file, bytes)) return error;
  return put_in_place(file, false);
}

std::optional<Error> write_files(const fs::path& folder, std::span<const FileToWrite> files) {
  for (const FileToWrite& file : files)
    if (file.bytes)
      if (auto error = prepare(folder / file.name, *file.bytes)) return error;
  for (const FileToWrite& file : files)
    if (auto error = put_in_place(folder / file.name, !file.bytes)) return error;
  return std::nullopt;
}

}  // namespace faqbot::desk

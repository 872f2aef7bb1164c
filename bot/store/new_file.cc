#include "store/new_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>
#include <system_error>

namespace faqbot::store {
namespace {

// What a folder lists is on disk only when the folder itself is.
bool is_synced(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool is_done = ::fsync(descriptor) == 0;
  ::close(descriptor);
  return is_done;
}

std::filesystem::path folder_of(const std::filesystem::path& file) {
  return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

Error failed(const std::filesystem::path& file, const char* what) {
  return Error{file.string() + ": " + what + ": " + std::strerror(errno) +
               "; see that its folder is writable and its disk has room"};
}

}  // namespace

std::optional<Error> sync_file(const std::filesystem::path& file) {
  if (is_synced(file)) return std::nullopt;
  return failed(file, "cannot be written");
}

std::optional<Error> rename_file(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (::rename(from.c_str(), to.c_str()) == 0 && is_synced(folder_of(to))) return std::nullopt;
  return failed(to, "cannot be made");
}

std::optional<Error> make_private_file(const std::filesystem::path& file) {
  const auto folder = folder_of(file);
  std::error_code ignored;  // the file below says what is wrong
  std::filesystem::create_directories(folder, ignored);
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor >= 0) {
    ::close(descriptor);
    if (is_synced(folder)) return std::nullopt;
  } else if (errno == EEXIST) {
    return std::nullopt;
  }
  return Error{file.string() + ": cannot be made: " + std::strerror(errno) +
               "; name another file with --store sqlite:PATH"};
}

}  // namespace faqbot::store

#include "knowledge/folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <optional>
#include <system_error>

#include "knowledge/file_kind.h"

namespace faqbot::knowledge {
namespace {

namespace fs = std::filesystem;

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  Descriptor(const Descriptor&) = delete;  // one owner closes it
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

// O_NONBLOCK: a pipe that took the file's place must not hang the loader.
std::optional<std::string> read_regular(const fs::path& path, std::size_t most) {
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat about {};
  if (file.number() < 0 || fstat(file.number(), &about) != 0 || !S_ISREG(about.st_mode)) return std::nullopt;
  std::string bytes(std::min(static_cast<std::size_t>(about.st_size), most) + 1, '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t got = read(file.number(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0) return std::nullopt;
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

bool lies_within(const fs::path& inner, const fs::path& outer) {
  const auto [at_outer, at_inner] = std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
  return at_outer == outer.end();
}

class Walk {
 public:
  Walk(fs::path root, Report& report) : root_(std::move(root)), report_(report) {}

  std::vector<NamedBytes> files() && {
    visit(root_, "");
    std::sort(files_.begin(), files_.end(),
              [](const NamedBytes& a, const NamedBytes& b) { return a.name < b.name; });
    return std::move(files_);
  }

 private:
  void visit(const fs::path& folder, const std::string& prefix) {
    std::error_code failed;
    fs::directory_iterator entries(folder, failed);
    if (failed) {
      report_.error({prefix.empty() ? "." : prefix, 0},
                    "this folder cannot be read (" + failed.message() + "); check its permissions");
      return;
    }
    for (; entries != fs::directory_iterator(); entries.increment(failed)) {
      meet(entries->path(), prefix + entries->path().filename().string());
      if (failed) return;
    }
  }

  void meet(const fs::path& path, const std::string& name) {
    if (kind_of(name) == FileKind::kNotRead) return;
    std::error_code failed;
    const fs::path target = fs::canonical(path, failed);
    if (failed || !lies_within(target, root_)) {
      report_.warning({name, 0},
                      "this link leads nowhere or out of the knowledge folder and is passed over; put "
                      "the file itself here");
      return;
    }
    const fs::file_status status = fs::status(target, failed);
    if (fs::is_directory(status)) {
      meet_folder(path, name);
    } else if (!fs::is_regular_file(status)) {
      report_.warning({name, 0}, "this is not a file (a pipe or a device) and is passed over; remove it");
    } else {
      meet_file(target, name);
    }
  }

  void meet_folder(const fs::path& path, const std::string& name) {
    if (name.find('/') == std::string::npos) {
      visit(path, name + '/');
    } else {
      report_.error({name, 0},
                    "topics lie one folder deep, <group>/<name>.md; move what is in this folder up");
    }
  }

  void meet_file(const fs::path& target, const std::string& name) {
    const FileKind kind = kind_of(name);
    if (kind == FileKind::kMisplaced) {
      report_.error({name, 0}, misplaced_because(name));
      return;
    }
    std::optional<std::string> bytes = read_regular(target, largest(kind));
    if (bytes) {
      files_.push_back({name, std::move(*bytes)});
    } else {
      report_.error({name, 0}, "this file cannot be read; check its permissions");
    }
  }

  fs::path root_;
  Report& report_;
  std::vector<NamedBytes> files_;
};

}  // namespace

std::vector<NamedBytes> read_folder(const fs::path& folder, Report& report) {
  std::error_code failed;
  const fs::path root = fs::canonical(folder, failed);
  if (failed || !fs::is_directory(root, failed)) {
    report.error({folder.string(), 0}, "there is no such folder; name the knowledge folder with --knowledge");
    return {};
  }
  return Walk(root, report).files();
}

}  // namespace faqbot::knowledge

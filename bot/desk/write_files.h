// Files of the knowledge folder, replaced so that whoever reads sees each one whole: the old bytes or the new
// ones, after a crash or a power cut too.
//
// Thread safety: one writer at a time for one folder; readers need no care.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>

#include "core/result.h"

namespace faqbot::desk {

struct FileToWrite {
  std::string name;                  // relative to the folder, with slashes
  std::optional<std::string> bytes;  // nothing: the file goes
};

// May the desk write a file of that name? Topics and the folder's own YAML files; nothing that leads out of
// the folder, nothing hidden.
bool may_be_written(std::string_view name);

// All new bytes are on disk under other names before the first file is replaced. Errors: the disk; the
// message names the file. REQUIRES: may_be_written() of every name.
std::optional<Error> write_files(const std::filesystem::path& folder, std::span<const FileToWrite> files);

// One small file of our own beside them, replaced in the same way.
std::optional<Error> write_mark(const std::filesystem::path& file, const std::string& bytes);

}  // namespace faqbot::desk

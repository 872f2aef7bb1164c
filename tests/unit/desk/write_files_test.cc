#include "desk/write_files.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "unit/support/temporary_folder.h"

namespace faqbot::desk {
namespace {

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST_CASE("write files: new ones are made, old ones replaced, others taken away, and nothing else is left") {
  const tests::TemporaryFolder folder;
  const std::vector<FileToWrite> first = {{"mfr/what-is.md", "one"}, {"tests.yaml", "two"}};
  REQUIRE_FALSE(write_files(folder.path(), first));
  const std::vector<FileToWrite> second = {{"mfr/what-is.md", "three"}, {"tests.yaml", std::nullopt}};
  REQUIRE_FALSE(write_files(folder.path(), second));
  CHECK(bytes_of(folder.path() / "mfr/what-is.md") == "three");
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path()))
    if (entry.is_regular_file()) ++files;
  CHECK(files == 1);
}

TEST_CASE("write files: where one cannot be written, none is replaced") {
  const tests::TemporaryFolder folder;
  REQUIRE_FALSE(write_files(folder.path(), std::vector<FileToWrite>{{"a/one.md", "old"}}));
  std::ofstream(folder.path() / "b") << "a file where a folder is wanted";
  const auto error =
      write_files(folder.path(), std::vector<FileToWrite>{{"a/one.md", "new"}, {"b/two.md", "new"}});
  REQUIRE(error);
  CHECK(error->message.find("/b") != std::string::npos);
  CHECK(bytes_of(folder.path() / "a/one.md") == "old");
}

TEST_CASE("write files: only what the folder is made of may be written") {
  for (const std::string_view name : {"mfr/what-is.md", "clinic.yaml", "tests.yaml", "safety/urgent.yaml"})
    CHECK(may_be_written(name));
  for (const std::string_view name :
       {"../etc/passwd", "/etc/passwd", "mfr/../../x.md", "mfr/.hidden.md", ".git/config", "README.md",
        "mfr/what is.md", "mfr/deep/x.md", "x.sh", "", "mfr/", "mfr\\x.md"})
    CHECK_FALSE(may_be_written(name));
}

}  // namespace
}  // namespace faqbot::desk

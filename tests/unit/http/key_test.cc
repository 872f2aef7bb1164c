#include "http/key.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <string>

using namespace faqbot::http;

namespace {

class Folder {
 public:
  Folder()
      : path_(std::filesystem::temp_directory_path() /
              ("faqbot-key-" + std::to_string(std::random_device()()))) {}
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::filesystem::path operator/(const char* name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

const std::string kDigits(64, 'a');

}  // namespace

TEST_CASE("key: made once, readable by us alone, the same after a restart") {
  const Folder folder;
  const auto file = folder / "sub/conversation.key";
  const auto first = read_or_make_keys(file);
  REQUIRE(first.ok());
  const auto second = read_or_make_keys(file);
  REQUIRE(second.ok());
  CHECK(*first == *second);
  struct stat status {};
  REQUIRE(stat(file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("key: nothing but the key is left in the folder") {
  const Folder folder;
  REQUIRE(read_or_make_keys(folder / "k").ok());
  std::size_t files = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder / "")) ++files;
  CHECK(files == 1);
}

TEST_CASE("key: several lines are several keys, comments and blanks are none") {
  const auto keys = parse_keys("# new\n" + kDigits + "\r\n\n  " + std::string(64, 'B') + "\n", "here");
  REQUIRE(keys.ok());
  REQUIRE(keys->size() == 2);
  CHECK((*keys)[0][0] == 0xAA);
  CHECK((*keys)[1][0] == 0xBB);
}

TEST_CASE("key: what is no key is an error that says how to make one") {
  for (const std::string& text : {std::string(), std::string("# nothing\n"), std::string("secret"),
                                  kDigits + "a", kDigits.substr(1), std::string(64, 'x')}) {
    CAPTURE(text);
    const auto keys = parse_keys(text, "FAQBOT_KEY");
    REQUIRE_FALSE(keys.ok());
    CHECK(keys.error().message.find("FAQBOT_KEY") != std::string::npos);
    CHECK(keys.error().message.find("openssl rand -hex 32") != std::string::npos);
  }
}

TEST_CASE("key: a file that cannot be made is an error that says what else to do") {
  const auto keys = read_or_make_keys("/dev/null/conversation.key");
  REQUIRE_FALSE(keys.ok());
  CHECK(keys.error().message.find("--key-file") != std::string::npos);
}

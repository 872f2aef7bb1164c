#include "knowledge/load.h"

#include <doctest/doctest.h>

#include <sys/stat.h>

#include <algorithm>
#include <array>

#include "unit/knowledge/good_folder.h"
#include "unit/support/source_dir.h"

namespace faqbot::tests {
namespace {

using knowledge::load;
using knowledge::Loaded;
using knowledge::NamedBytes;
using knowledge::Problem;

bool has(const Loaded& loaded, std::string_view file, std::string_view gist) {
  return std::any_of(loaded.problems.begin(), loaded.problems.end(), [&](const Problem& problem) {
    return problem.place.file == file && problem.what.find(gist) != std::string::npos;
  });
}

TEST_CASE("loader: a folder without a fault loads without a problem") {
  const Loaded loaded = load(good_folder().path(), kToday);
  for (const Problem& problem : loaded.problems) MESSAGE(problem.line());
  CHECK(loaded.problems.empty());
  REQUIRE(loaded.knowledge != nullptr);
  const knowledge::Knowledge& knowledge = *loaded.knowledge;
  CHECK(knowledge.topics.size() == 7);
  CHECK(knowledge.clinic.facts.at("phone") == "+44 1632 960001");
  CHECK(knowledge.clinic.emergency.emergency_call == "999");
  CHECK(knowledge.safety.levels.size() == 4);
  REQUIRE(knowledge.safety.kinds.size() == 2);
  CHECK(knowledge.safety.kinds.front().name == "numb");
  CHECK(knowledge.safety.kinds.front().words.size() == 2);
  CHECK(knowledge.partners.front().theme.at("accent") == "#0a6");
}

TEST_CASE("loader: a topic is found by its id, with what its file says") {
  const Loaded loaded = load(good_folder().path(), kToday);
  REQUIRE(loaded.knowledge != nullptr);
  const knowledge::Topic* topic = loaded.knowledge->find("mfr/does-it-hurt");
  REQUIRE(topic != nullptr);
  CHECK(topic->title == "About hurt");
  CHECK(topic->questions.size() == 12);
  CHECK(topic->questions.back().text == "hurt twelve");
  CHECK(topic->questions.back().line == 15);
  CHECK(topic->body == "The short answer.\n\nThe detail.\n");
  CHECK(topic->body_line == 20);
  CHECK(loaded.knowledge->find("mfr/none") == nullptr);
}

TEST_CASE("loader: topics come sorted by id, not by file name") {
  const Loaded loaded = load(
      good_folder().put("mfr/vs.md", good_topic("versus")).put("mfr/vs-spa.md", good_topic("spa")).path(),
      kToday);
  REQUIRE(loaded.knowledge != nullptr);
  CHECK(std::is_sorted(loaded.knowledge->topics.begin(), loaded.knowledge->topics.end(),
                       [](const auto& a, const auto& b) { return a.id < b.id; }));
}

TEST_CASE("loader: all problems of all files are told at once, in the order of the files") {
  const Loaded loaded = load(good_folder()
                                 .put("mfr/pressure.md", "no keys")
                                 .put("clinic.yaml", "phone: none\nfax: 1\n")
                                 .put("sources.yaml", "a: \"b")
                                 .path(),
                             kToday);
  CHECK(loaded.knowledge == nullptr);
  CHECK(has(loaded, "clinic.yaml", "no phone number"));
  CHECK(has(loaded, "clinic.yaml", "\"fax\" is not a key"));
  CHECK(has(loaded, "clinic.yaml", "\"name\" is missing"));
  CHECK(has(loaded, "mfr/pressure.md", "begins with a line ---"));
  CHECK(has(loaded, "sources.yaml", "cannot be read"));
  CHECK(
      std::is_sorted(loaded.problems.begin(), loaded.problems.end(), [](const Problem& a, const Problem& b) {
        return std::tie(a.place.file, a.place.line) < std::tie(b.place.file, b.place.line);
      }));
}

TEST_CASE("loader: a link to a topic whose file is broken is not called dangling") {
  const auto files = good_files();
  const Loaded loaded = load(good_folder()
                                 .put("mfr/pressure.md", "no keys")
                                 .put("mfr/does-it-hurt.md", with_line(files.at("mfr/does-it-hurt.md"), 16,
                                                                       "see_also: [mfr/pressure]"))
                                 .path(),
                             kToday);
  CHECK_FALSE(has(loaded, "mfr/does-it-hurt.md", "is no topic"));
}

TEST_CASE("loader: a problem's line reads file, line, what is wrong; a warning says so") {
  Problem problem;
  problem.place = {"mfr/pressure.md", 7};
  problem.what = "it is wrong";
  CHECK(problem.line() == "mfr/pressure.md:7: it is wrong");
  problem.severity = Problem::Severity::kWarning;
  CHECK(problem.line() == "mfr/pressure.md:7: warning: it is wrong");
  problem.place.line = 0;
  CHECK(problem.line() == "mfr/pressure.md: warning: it is wrong");
}

TEST_CASE("loader: a file in a wrong place is an error that says where it belongs") {
  struct Row {
    std::string_view name;
    std::string_view gist;
  };
  const auto rows = std::to_array<Row>({
      {"pressure.md", "move it into the folder of its group"},
      {"mfr/Does It Hurt.md", "lower-case letters"},
      {"safety/cauda.yaml", "rename this file"},
      {"mfr/notes.txt", "has no place here"},
      {"clinic.yml", "has no place here"},
  });
  for (const auto& row : rows) {
    CAPTURE(row.name);
    const Loaded loaded = load(good_folder().put(row.name, "x").path(), kToday);
    CHECK(loaded.knowledge == nullptr);
    CHECK(has(loaded, row.name, row.gist));
  }
  const Loaded deep = load(good_folder().put("mfr/more/pressure.md", "x").path(), kToday);
  CHECK(has(deep, "mfr/more", "one folder deep"));
}

TEST_CASE("loader: hidden files, editors' backups and README.md are not read") {
  const Loaded loaded = load(good_folder()
                                 .put(".git/config", "x")
                                 .put("mfr/.pressure.md.swp", "x")
                                 .put("mfr/pressure.md~", "x")
                                 .put("README.md", "\xFF")
                                 .path(),
                             kToday);
  CHECK(loaded.problems.empty());
}

TEST_CASE("loader: a link out of the folder is passed over with a warning") {
  const TemporaryFolder elsewhere;
  std::ofstream(elsewhere.path() / "secret.md") << good_topic("secret");
  const TemporaryFolder folder = good_folder();
  std::filesystem::create_symlink(elsewhere.path() / "secret.md", folder.path() / "mfr/secret.md");
  std::filesystem::create_directory_symlink(elsewhere.path(), folder.path() / "elsewhere");
  const Loaded loaded = load(folder.path(), kToday);
  REQUIRE(loaded.knowledge != nullptr);
  CHECK(loaded.knowledge->find("mfr/secret") == nullptr);
  CHECK(has(loaded, "mfr/secret.md", "out of the knowledge folder"));
  CHECK(has(loaded, "elsewhere", "out of the knowledge folder"));
}

TEST_CASE("loader: links within the folder are followed, as mounted configuration has them") {
  const TemporaryFolder folder = good_folder();
  std::filesystem::create_directory(folder.path() / "..data");
  std::filesystem::rename(folder.path() / "clinic.yaml", folder.path() / "..data/clinic.yaml");
  std::filesystem::create_symlink("..data/clinic.yaml", folder.path() / "clinic.yaml");
  CHECK(load(folder.path(), kToday).problems.empty());
}

TEST_CASE("loader: links in a circle end") {
  const TemporaryFolder folder = good_folder();
  std::filesystem::create_directory_symlink(".", folder.path() / "loop");
  std::filesystem::create_symlink("self.md", folder.path() / "mfr/self.md");
  CHECK(has(load(folder.path(), kToday), "mfr/self.md", "leads nowhere"));
}

TEST_CASE("loader: a pipe is passed over and never opened") {
  const TemporaryFolder folder = good_folder();
  REQUIRE(mkfifo((folder.path() / "mfr/pipe.md").c_str(), 0600) == 0);
  const Loaded loaded = load(folder.path(), kToday);
  CHECK(loaded.knowledge != nullptr);
  CHECK(has(loaded, "mfr/pipe.md", "not a file"));
}

TEST_CASE("loader: a file beyond its limit is an error, not a long wait") {
  const Loaded loaded =
      load(good_folder()
               .put("mfr/pressure.md", good_topic("pressure") + std::string(std::size_t{256} * 1024, 'a'))
               .path(),
           kToday);
  CHECK(has(loaded, "mfr/pressure.md", "larger than 256 KiB"));
}

TEST_CASE("loader: no such folder, and a folder without topics, are errors") {
  CHECK(load("/no/such/folder", kToday).problems.front().what.find("no such folder") != std::string::npos);
  const TemporaryFolder empty;
  const Loaded loaded = load(empty.path(), kToday);
  CHECK(loaded.knowledge == nullptr);
  CHECK(has(loaded, "clinic.yaml", "the file is missing"));
  CHECK(has(loaded, ".", "there are no topics"));
}

TEST_CASE("loader: a missing safety file is a warning that says what is lost") {
  const Loaded loaded = load(good_folder().remove("safety/crisis.yaml").path(), kToday);
  CHECK(loaded.knowledge != nullptr);
  CHECK(has(loaded, "safety/crisis.yaml", "not noticed"));
}

TEST_CASE("loader: Windows line ends and a byte-order mark change nothing") {
  std::string text = "\xEF\xBB\xBF";
  for (const char c : good_topic("pressure")) text += c == '\n' ? std::string("\r\n") : std::string(1, c);
  const Loaded loaded = load(good_folder().put("mfr/pressure.md", text).path(), kToday);
  REQUIRE(loaded.knowledge != nullptr);
  CHECK(loaded.knowledge->find("mfr/pressure")->body == "The short answer.\n\nThe detail.\n");
}

TEST_CASE("loader: words that YAML knows by other names stay words") {
  const Loaded loaded = load(
      good_folder().put("mfr/pressure.md", with_line(good_topic("pressure"), 4, "  - no")).path(), kToday);
  REQUIRE(loaded.knowledge != nullptr);
  CHECK(loaded.knowledge->find("mfr/pressure")->questions.front().text == "no");
}

TEST_CASE("loader: an if_missing for a fact in the first paragraph mends it") {
  std::string text = with_line(good_topic("pressure"), 20, "Call {{clinic.phone}}.");
  text = with_line(text, 16, "if_missing: \"Please {{clinic.reach}}.\"");
  const Loaded loaded = load(good_folder().put("mfr/pressure.md", text).path(), kToday);
  CHECK(loaded.problems.empty());

  text = with_line(text, 16, "if_missing: \"Write to {{clinic.email}}.\"");
  const Loaded twice = load(good_folder().put("mfr/pressure.md", text).path(), kToday);
  CHECK(has(twice, "mfr/pressure.md", "may be missing too"));
}

TEST_CASE("loader: an answer that is empty is an error behind the keys") {
  const std::string text = good_topic("pressure");
  const Loaded loaded =
      load(good_folder().put("mfr/pressure.md", text.substr(0, text.find("The short"))).path(), kToday);
  CHECK(has(loaded, "mfr/pressure.md", "the answer is empty"));
  CHECK(loaded.problems.front().place.line == 20);
}

TEST_CASE("loader: the example clinic must fill in every key") {
  const Loaded loaded = load(good_folder().put("clinic.example.yaml", "name: Example\n").path(), kToday);
  CHECK(has(loaded, "clinic.example.yaml", "does not fill in \"phone\""));
  CHECK(has(loaded, "clinic.example.yaml", "does not fill in \"hours\""));
}

TEST_CASE("loader: the version is 16 hex digits and changes with a name or a byte") {
  const std::string version = load(good_folder().path(), kToday).knowledge->version;
  CHECK(version.size() == 16);
  CHECK(version.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(load(good_folder().path(), kToday).knowledge->version == version);
  CHECK(load(good_folder().put("mfr/pressure.md", good_topic("pressure") + "\n").path(), kToday)
            .knowledge->version != version);
  auto renamed = good_folder();
  renamed.remove("mfr/pressure.md").put("mfr/firmness.md", good_topic("pressure"));
  CHECK(load(renamed.path(), kToday).knowledge->version != version);
}

TEST_CASE("loader: from bytes comes what comes from the folder") {
  std::vector<NamedBytes> files;
  for (const auto& [name, bytes] : good_files()) files.insert(files.begin(), {name, bytes});
  const Loaded loaded = knowledge::load_from(files, kToday);
  REQUIRE(loaded.knowledge != nullptr);
  CHECK(loaded.knowledge->version == load(good_folder().path(), kToday).knowledge->version);
}

TEST_CASE("loader: the project's own knowledge has no error") {
  const Loaded loaded = load(source_dir() / "knowledge", kToday);
  for (const Problem& problem : loaded.problems)
    CHECK_MESSAGE(problem.severity == Problem::Severity::kWarning, problem.line());
  CHECK(loaded.knowledge != nullptr);
}

}  // namespace
}  // namespace faqbot::tests

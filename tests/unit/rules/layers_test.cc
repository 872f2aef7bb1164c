// The house stands on its ground floor: no room includes one above it, and the stages never meet.

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>
#include "unit/support/source_dir.h"

namespace {

namespace fs = std::filesystem;

using Rooms = std::set<std::string, std::less<>>;

// What each room may include besides itself.
const std::map<std::string, Rooms, std::less<>>& allowed() {
  static const Rooms engine = {"core", "text", "learn", "knowledge", "safety", "match", "dialogue"};
  static const auto above = [](Rooms rooms, std::initializer_list<std::string> more) {
    rooms.insert(more);
    return rooms;
  };
  static const std::map<std::string, Rooms, std::less<>> rooms = {
      {"core", {}},
      {"text", {"core"}},
      {"learn", {"core", "text"}},
      {"knowledge", {"core", "text"}},
      {"safety", {"core", "text", "learn", "knowledge"}},
      {"match", {"core", "text", "learn", "knowledge"}},
      {"dialogue", {"core", "text", "knowledge"}},
      {"engine", engine},
      {"eval", above(engine, {"engine"})},
      {"store", {"core", "text"}},
      {"desk", {"core", "text", "knowledge", "engine", "store"}},
      {"http", {"core", "text", "knowledge", "engine", "store", "desk"}},
      {"app", above(engine, {"engine", "eval", "store", "desk", "http"})},
  };
  return rooms;
}

struct Include {
  std::string file;  // "match/matcher.cc"
  int line = 0;
  std::string room;  // of the file that is included
};

// The room in an include of our own, "text/utf8.h" in quotes; empty for all others.
std::string room_included(std::string_view line) {
  const std::size_t hash = line.find_first_not_of(" \t");
  if (hash == std::string_view::npos || line[hash] != '#') return {};
  line.remove_prefix(std::min(line.find_first_not_of(" \t", hash + 1), line.size()));
  if (!line.starts_with("include")) return {};
  const std::size_t open = line.find('"');
  if (open == std::string_view::npos) return {};
  const std::size_t end = std::min(line.find('/', open), line.find('"', open + 1));
  return std::string(line.substr(open + 1, end - open - 1));
}

bool is_source(const fs::path& file) {
  return file.extension() == ".h" || file.extension() == ".cc";
}

std::vector<Include> own_includes() {
  const fs::path bot = faqbot::tests::source_dir() / "bot";
  std::vector<Include> found;
  for (const auto& entry : fs::recursive_directory_iterator(bot)) {
    if (!entry.is_regular_file() || !is_source(entry.path())) continue;
    std::ifstream file(entry.path());
    std::string line;
    for (int number = 1; std::getline(file, line); ++number)
      if (auto room = room_included(line); !room.empty())
        found.push_back({entry.path().lexically_relative(bot).generic_string(), number, std::move(room)});
  }
  return found;
}

bool may_include(std::string_view from, std::string_view to) {
  const auto room = allowed().find(from);
  return room != allowed().end() && (from == to || room->second.contains(to));
}

TEST_CASE("layers: every include points to the same room or one below it") {
  const auto includes = own_includes();
  CHECK(includes.size() > 100);  // else nothing was read
  for (const Include& include : includes) {
    const std::string where = include.file + ':' + std::to_string(include.line);
    CAPTURE(where);
    CAPTURE(include.room);
    CHECK(may_include(include.file.substr(0, include.file.find('/')), include.room));
  }
}

TEST_CASE("layers: no room is above itself") {
  for (const auto& entry : allowed())
    for (const std::string& lower : entry.second) {
      const std::string& room = entry.first;
      CAPTURE(room);
      CAPTURE(lower);
      REQUIRE(allowed().contains(lower));
      CHECK_FALSE(allowed().at(lower).contains(room));
    }
}

TEST_CASE("layers: the stages do not include each other") {
  for (const std::string_view one : {"safety", "match", "dialogue"})
    for (const std::string_view other : {"safety", "match", "dialogue"})
      CHECK(may_include(one, other) == (one == other));
}

TEST_CASE("layers: includes are recognised however they are spaced") {
  CHECK(room_included("#include \"text/utf8.h\"") == "text");
  CHECK(room_included("  #  include  \"match/evidence.h\"  // why") == "match");
  CHECK(room_included("#include \"loose.h\"") == "loose.h");  // no room: allowed nowhere
  CHECK(room_included("#include <vector>").empty());
  CHECK(room_included("// \"text/utf8.h\"").empty());
  CHECK(room_included("").empty());
  CHECK(room_included("#").empty());
}

}  // namespace

// What the knowledge folder was, and who made it so.
//
// A snapshot is the whole folder under the version that replies name; files that stay the same are kept
// once, by their content. A publication is one act at the desk: what changed between two snapshots, by whom.
// Replicas poll Counters::knowledge, the number of the newest one, and fetch its files.
//
// Thread safety: as Database.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "store/audit.h"
#include "store/database.h"

namespace faqbot::store {

struct KnowledgeFile {
  std::string path;  // relative to the folder, "mfr/what-is.md"
  std::string bytes;
};

struct ChangedFile {
  std::string path;
  std::optional<std::string> before;  // nothing: it is new
  std::optional<std::string> after;   // nothing: it was removed
};

struct Publication {
  std::int64_t id = 0;
  By by;
  std::string note;
  std::string base;                // the version that was edited
  std::string version;             // what came of it
  std::vector<std::string> paths;  // changed, by name
};

struct Published {
  std::int64_t id = 0;
};
// Somebody else published first.
struct Overtaken {
  Publication newest;
};

class History {
 public:
  explicit History(Database& database) : database_(database) {}

  // Keeps the folder as it is; nothing new where this version is kept already. For the start of the service
  // and for edits by hand.
  std::optional<Error> keep(std::string_view version, std::span<const KnowledgeFile> files, Time now);

  // Keeps `files` under `edit.version` and notes what changed since `edit.base`. Refused where a publication
  // newer than `newest_seen` (0: none) is there. Errors: a base that is not kept.
  struct Edit {
    std::string base;
    std::string version;
    std::int64_t newest_seen = 0;
    std::string note;
  };
  Result<std::variant<Published, Overtaken>> publish(const Edit& edit, std::span<const KnowledgeFile> files,
                                                     const By& by);

  // Nothing where nothing was published yet.
  Result<std::optional<Publication>> newest();
  Result<std::optional<Publication>> find(std::int64_t id);
  // Newest first, those before `before` (0: from the newest on).
  Result<std::vector<Publication>> page(std::int64_t before, std::size_t most);
  // With their texts, for showing and for undoing.
  Result<std::vector<ChangedFile>> changes(std::int64_t publication);

  // By path; empty where the version is not kept.
  Result<std::vector<KnowledgeFile>> files(std::string_view version);
  Result<std::optional<std::string>> file(std::string_view version, std::string_view path);
  // The version that served last at that time, by a publication (an undo too) or by hand: "what did we answer
  // in May?" Nothing where none was kept yet.
  Result<std::optional<std::string>> version_at(Time time);

 private:
  Database& database_;
};

}  // namespace faqbot::store

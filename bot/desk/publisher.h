// Edits made at the desk, on their way into the knowledge folder, in every replica.
//
// An edit is first reviewed (draft.h). Publishing keeps the folder as it was and as it becomes in the store,
// writes the changed files, and serves the engine that the review trained. Other replicas poll the store and
// do the same to their own folder; where all share one, they only reload. A file that somebody edited by hand
// in the meantime is never overwritten: at the desk the edit is refused with what is there now, in a replica
// the file is left as it is and named in conflicts().
//
// The folder remembers the number of the last publication it has in a hidden file, so that a replica that
// starts with an older copy catches up.
//
// Thread safety: every member may be called from any thread; one of them changes the folder at a time.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/result.h"
#include "desk/draft.h"
#include "engine/live_engine.h"
#include "store/records.h"

namespace faqbot::desk {

struct PublishedEdit {
  std::int64_t number = 0;
  std::string version;
};

// Why it was not published, and what would change: to be shown to whoever edits.
struct Refused {
  Review review;
  std::vector<Stale> stale;
};

class Publisher {
 public:
  // REQUIRES: the engine serves that folder; engine and records outlive this.
  Publisher(LiveEngine& engine, std::filesystem::path folder, store::Records& records)
      : engine_(engine), folder_(std::move(folder)), records_(records) {}

  // The folder's files as they are. Errors: the folder.
  Result<std::vector<knowledge::NamedBytes>> files() const;

  // What the edits would do. Errors: a file that may not be written, the folder, the store.
  Result<Refused> review(std::span<const Edit> edits) const;

  // Errors: as review(), and the disk.
  Result<std::variant<PublishedEdit, Refused>> publish(std::span<const Edit> edits, std::string_view note,
                                                       const store::By& by);

  // The edits that would take that publication back. Errors: there is none of that number.
  Result<std::vector<Edit>> inverse_of(std::int64_t publication) const;

  // Catches up with what other replicas published, and keeps the folder as it is now: at the start, after a
  // reload, and every second. Cost: one small read where nothing is new.
  std::optional<Error> follow(store::Time now);

  // Files that somebody edited by hand and another replica published.
  std::vector<std::string> conflicts() const;

  // The engine as it was at that version; the last few are kept. Errors: the version is not known.
  // Cost: training, a second or so, the first time.
  Result<std::shared_ptr<const Engine>> engine_of(std::string_view version);

 private:
  std::vector<std::string> recorded() const;
  std::optional<Error> catch_up(std::int64_t newest);
  std::optional<Error> keep_folder(store::Time now);
  std::optional<Error> apply(const store::Publication& publication);
  std::int64_t applied() const;
  std::optional<Error> note_applied(std::int64_t publication) const;

  LiveEngine& engine_;
  const std::filesystem::path folder_;
  store::Records& records_;
  std::mutex changing_;  // the folder
  mutable std::mutex mutex_;
  std::string kept_version_;            // guarded by changing_
  std::int64_t served_ = 0;             // guarded by changing_; the newest publication
                                        // that this process has looked at the folder for
  std::vector<std::string> conflicts_;  // guarded by mutex_
  std::vector<std::shared_ptr<const Engine>> older_engines_;  // guarded by mutex_; newest use last
  mutable std::shared_ptr<const Engine> reviewed_;            // guarded by mutex_; of the last review
};

}  // namespace faqbot::desk

// The engine that serves now, swapped whole while turns run.
//
// A turn holds the engine it began with; a reload that fails leaves it serving.
//
// Thread safety: every member may be called from any thread; one reload runs at a time.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>

#include "core/result.h"
#include "engine/engine.h"

namespace faqbot {

class LiveEngine {
 public:
  // Errors: the folder's problems, a line each.
  static Result<std::unique_ptr<LiveEngine>> open(std::filesystem::path folder);

  std::shared_ptr<const Engine> current() const;

  // Loads the folder again and swaps the engine. Errors: as open(); the old engine goes on.
  // The result is the version of the knowledge that now serves.
  Result<std::string> reload();

  // Swaps in an engine that was made of the folder's files elsewhere, so that nobody waits for another
  // training. REQUIRES: it is not null.
  void serve(std::shared_ptr<const Engine> engine);

 private:
  LiveEngine(std::filesystem::path folder, std::shared_ptr<const Engine> engine);

  const std::filesystem::path folder_;
  std::mutex reloading_;
  mutable std::mutex swapping_;
  std::shared_ptr<const Engine> engine_;  // guarded by swapping_
};

}  // namespace faqbot

#include "engine/live_engine.h"

#include "knowledge/load.h"

namespace faqbot {
namespace {

Result<std::shared_ptr<const Engine>> make(const std::filesystem::path& folder) {
  knowledge::Loaded loaded = knowledge::load(folder);
  if (loaded.knowledge) return std::make_shared<const Engine>(std::move(loaded.knowledge));
  std::string lines;
  for (const knowledge::Problem& problem : loaded.problems) {
    if (problem.severity != knowledge::Problem::Severity::kError) continue;
    if (!lines.empty()) lines += '\n';
    lines += problem.line();
  }
  return Error{lines};
}

}  // namespace

LiveEngine::LiveEngine(std::filesystem::path folder, std::shared_ptr<const Engine> engine)
    : folder_(std::move(folder)), engine_(std::move(engine)) {}

Result<std::unique_ptr<LiveEngine>> LiveEngine::open(std::filesystem::path folder) {
  auto engine = make(folder);
  if (!engine) return engine.error();
  return std::unique_ptr<LiveEngine>(new LiveEngine(std::move(folder), *engine));
}

std::shared_ptr<const Engine> LiveEngine::current() const {
  const std::lock_guard lock(swapping_);
  return engine_;
}

Result<std::string> LiveEngine::reload() {
  const std::lock_guard one_at_a_time(reloading_);
  auto engine = make(folder_);
  if (!engine) return engine.error();
  const std::string version = (*engine)->knowledge().version;
  const std::lock_guard lock(swapping_);
  engine_ = *engine;
  return version;
}

void LiveEngine::serve(std::shared_ptr<const Engine> engine) {
  const std::lock_guard one_at_a_time(reloading_);
  const std::lock_guard lock(swapping_);
  engine_ = std::move(engine);
}

}  // namespace faqbot

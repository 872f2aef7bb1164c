#include "app/open_engine.h"

#include <filesystem>
#include <iostream>

#include "knowledge/load.h"

namespace faqbot::app {

std::string default_knowledge() {
  return std::filesystem::is_directory(FAQBOT_KNOWLEDGE_DIR) ? FAQBOT_KNOWLEDGE_DIR : "knowledge";
}

std::shared_ptr<const Engine> open_engine(const std::string& folder, std::string_view command) {
  const knowledge::Loaded loaded = knowledge::load(folder);
  if (loaded.knowledge) return std::make_shared<const Engine>(loaded.knowledge);
  for (const knowledge::Problem& problem : loaded.problems)
    if (problem.severity == knowledge::Problem::Severity::kError) std::cerr << problem.line() << '\n';
  std::cerr << "faqbot " << command << ": the knowledge folder " << folder
            << " has the errors above; mend them, then try again\n";
  return nullptr;
}

}  // namespace faqbot::app

// A knowledge folder of a few topics, so that an engine is there at once; gone with its owner.
#pragma once

#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <string_view>

namespace faqbot::http::testing {

class SmallKnowledge {
 public:
  SmallKnowledge()
      : folder_(std::filesystem::temp_directory_path() /
                ("faqbot-http-" + std::to_string(std::random_device()()))) {
    write("clinic.yaml", "name: Test Clinic\n");
    topic("mfr/does-it-hurt", "Does myofascial release hurt?",
          {"does it hurt", "is the treatment painful", "will it be sore"},
          "It can feel tender. It should not be sharp.");
    topic("mfr/duration", "How long does a session take?",
          {"how long is a session", "how many minutes does it take"}, "About three quarters of an hour.");
    topic("clinic/parking", "Is there parking?",
          {"where can i park", "is there a car park", "parking near you"},
          "There is parking behind the house.");
    topic("clinic/towels", "Should I bring a towel?",
          {"do i need a towel", "bring towels", "are towels there"}, "Towels are here.");
  }
  ~SmallKnowledge() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  SmallKnowledge(const SmallKnowledge&) = delete;  // it is its folder
  SmallKnowledge& operator=(const SmallKnowledge&) = delete;

  const std::filesystem::path& folder() const { return folder_; }

  void write(const std::string& file, std::string_view text) const {
    std::filesystem::create_directories((folder_ / file).parent_path());
    std::ofstream(folder_ / file, std::ios::binary) << text;
  }

 private:
  void topic(const std::string& id, const std::string& title,
             std::initializer_list<std::string_view> questions, const std::string& answer) const {
    std::string text = "---\ntitle: " + title + "\nquestions:\n";
    for (const auto question : questions) text += "  - " + std::string(question) + "\n";
    write(id + ".md", text + "reviewed: 2026-11-22\n---\n" + answer + "\n");
  }

  std::filesystem::path folder_;
};

}  // namespace faqbot::http::testing

// Any bytes as one file of the knowledge folder: problems may come of it, never a crash, a hang or unsafe
// HTML.
//
// The first byte chooses the file, the rest are its bytes. All others are good.

#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "knowledge/load.h"
#include "knowledge/render.h"

namespace {

using faqbot::knowledge::NamedBytes;

constexpr std::array<std::string_view, 12> kFiles = {
    "mfr/pressure.md",      "clinic.yaml",       "clinic.example.yaml",   "sources.yaml",
    "synonyms.yaml",        "off-topic.yaml",    "partners.yaml",         "emergency-numbers.yaml",
    "safety/concepts.yaml", "safety/words.yaml", "safety/emergency.yaml", "safety/emergency.md",
};

constexpr std::string_view kTopic =
    "---\ntitle: About it\nquestions: [a b, c d]\nsources: [nhs-pain]\nreviewed: 2026-11-22\n"
    "if_missing: \"Please {{clinic.reach}}.\"\n---\nCall {{clinic.phone}}.\n\nSee {{clinic.prices}}\n";

std::string_view good(std::string_view name) {
  if (name == "clinic.yaml") return "name: Test\nphone: +44 1632 960001\nprices: [one, two]\n";
  if (name == "sources.yaml")
    return "nhs-pain:\n  title: Pain\n  publisher: NHS\n  url: https://www.example.org/\n  says: It eases.\n";
  if (name == "safety/concepts.yaml") return "chest: [chest]\n";
  if (name == "safety/emergency.yaml")
    return "level: emergency\ntopic: mfr/pressure\nrules:\n  - {name: x, all: [chest]}\n";
  if (name == "mfr/pressure.md") return kTopic;
  return {};
}

void require(bool holds) {
  if (!holds) std::abort();
}

void check_safe(std::string_view html) {
  for (const std::string_view unsafe : {"<script", "<img", "<iframe", "href=\"javascript", "href=\"data"})
    require(html.find(unsafe) == std::string_view::npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view chosen = kFiles[data[0] % kFiles.size()];
  const std::string bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  std::vector<NamedBytes> files = {{std::string(chosen), bytes}};
  for (const std::string_view name : kFiles)
    if (name != chosen && !good(name).empty()) files.push_back({std::string(name), std::string(good(name))});

  using namespace std::chrono;
  const auto loaded = faqbot::knowledge::load_from(std::move(files), year(2026) / November / 22);
  for (const auto& problem : loaded.problems) require(!problem.what.empty());
  if (loaded.knowledge != nullptr)
    for (const auto& topic : loaded.knowledge->topics)
      check_safe(faqbot::knowledge::render(topic, loaded.knowledge->clinic).html);
  check_safe(faqbot::knowledge::safe_html(bytes));
  faqbot::knowledge::plain_text(bytes);
  return 0;
}

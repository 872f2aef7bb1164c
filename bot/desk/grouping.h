// Wordings that ask much the same, gathered, most frequent first.
//
// Leader clustering (Hartigan 1975) on the cosine of TF-IDF weighted stems: one pass, no number of groups to
// choose, and the wording that most visitors used leads its group and names it.
//
// Thread safety: pure functions. Cost: O(wordings x words shared); 10,000 wordings take well under a second.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace faqbot::desk {

struct Asked {
  std::string wording;
  std::size_t times = 1;
};

struct Group {
  std::vector<std::size_t> members;  // places in what was given, the leader first
  std::size_t times = 0;             // of all members
};

std::vector<Group> grouped(std::span<const Asked> asked);

}  // namespace faqbot::desk

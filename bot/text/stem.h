// Words to stems: "releases", "released", "releasing" -> "releas".
//
// Method: Porter's English stemmer (Snowball "english"), from libstemmer.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

struct sb_stemmer;

namespace faqbot::text {

// Thread safety: one Stemmer for one thread; libstemmer keeps a buffer inside.
class Stemmer {
 public:
  Stemmer();

  // Cost: about a third of a microsecond a word.
  std::string operator()(std::string_view word) const;

 private:
  struct Delete {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, Delete> stemmer_;
};

// This thread's stemmer, made at the first use.
const Stemmer& thread_stemmer();

// Remembers each stem: for the training, which sees few words very often. A visitor's words are not
// remembered. Thread safety: one for one thread.
class StemBook {
 public:
  const std::string& operator()(const std::string& word) {
    const auto known = stems_.find(word);
    return known != stems_.end() ? known->second : stems_.emplace(word, thread_stemmer()(word)).first->second;
  }

 private:
  std::unordered_map<std::string, std::string> stems_;
};

}  // namespace faqbot::text

// What has been read and ranked while one message is answered.
//
// The screen reads the message and each of its parts, and the talk asks for the
// same texts again, whole and in parts: each is read once.
//
// Thread safety: one Heard for one message on one thread.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/ranking.h"
#include "engine/reader.h"
#include "match/topic_ranker.h"

namespace faqbot {

class Heard {
 public:
  // Keeps references: both must outlive it.
  Heard(const Reader& reader, const match::TopicRanker& ranker) : reader_(reader), ranker_(ranker) {}

  const Reading& reading(std::string_view text) { return heard(text).reading; }

  const Ranking& ranking(std::string_view text) {
    One& one = heard(text);
    if (!one.ranking) one.ranking = ranker_.rank(one.reading.typed, one.reading.features);
    return *one.ranking;
  }

 private:
  struct One {
    Reading reading;
    std::optional<Ranking> ranking;
  };

  One& heard(std::string_view text) {
    if (const auto known = texts_.find(text); known != texts_.end()) return known->second;
    return texts_.emplace(text, One{reader_.read(text), {}}).first->second;
  }

  const Reader& reader_;
  const match::TopicRanker& ranker_;
  std::map<std::string, One, std::less<>> texts_;
};

}  // namespace faqbot

// What has been read and ranked while one message is answered.
//
// The screen reads the message and each of its parts, and the talk asks for the
// same texts again, whole and in parts: each is read once, and not even ranked
// where others said the same lately.
//
// Thread safety: one Heard for one message on one thread.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/ranking.h"
#include "engine/lately.h"
#include "engine/reader.h"
#include "match/topic_ranker.h"

namespace faqbot {

class Heard {
 public:
  // Keeps references: all must outlive it.
  Heard(const Reader& reader, const match::TopicRanker& ranker, Lately<Ranking>& lately)
      : reader_(reader), ranker_(ranker), lately_(lately) {}

  const Reading& reading(std::string_view text) { return read(heard(text), text); }

  const Ranking& ranking(std::string_view text) {
    One& one = heard(text);
    if (!one.ranking) one.ranking = lately_.find(text);
    if (!one.ranking) {
      const Reading& reading = read(one, text);
      one.ranking = std::make_shared<const Ranking>(ranker_.rank(reading.typed, reading.features));
      lately_.keep(text, one.ranking);
    }
    return *one.ranking;
  }

 private:
  struct One {
    std::optional<Reading> reading;
    std::shared_ptr<const Ranking> ranking;
  };

  One& heard(std::string_view text) {
    if (const auto known = texts_.find(text); known != texts_.end()) return known->second;
    return texts_.emplace(text, One{}).first->second;
  }

  const Reading& read(One& one, std::string_view text) {
    if (!one.reading) one.reading = reader_.read(text);
    return *one.reading;
  }

  const Reader& reader_;
  const match::TopicRanker& ranker_;
  Lately<Ranking>& lately_;
  std::map<std::string, One, std::less<>> texts_;
};

}  // namespace faqbot

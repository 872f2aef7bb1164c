// What has been read, screened and ranked while one message is answered.
//
// The screen reads the message and each of its parts, and the talk asks for the
// same texts again, whole and in parts: each is read once, and not at all where
// others said the same lately.
//
// Thread safety: one Heard for one message on one thread; Recollection may be shared by all.
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
#include "safety/screen.h"

namespace faqbot {

// What the texts of the last minutes came to; of the knowledge that the stages were made of.
struct Recollection {
  Lately<std::optional<safety::Alarm>> alarms;
  Lately<Ranking> rankings;
};

class Heard {
 public:
  // Keeps references: all must outlive it.
  Heard(const Reader& reader, const safety::Screen& screen, const match::TopicRanker& ranker,
        Recollection& recollection)
      : reader_(reader), screen_(screen), ranker_(ranker), recollection_(recollection) {}

  const Reading& reading(std::string_view text) { return read(heard(text), text); }

  // The most pressing alarm of the text as a whole.
  const std::optional<safety::Alarm>& alarm(std::string_view text) {
    One& one = heard(text);
    if (!one.alarm) one.alarm = recollection_.alarms.find(text);
    if (!one.alarm) {
      const Reading& reading = read(one, text);
      auto alarms = screen_.check(reading.plain, reading.understood, reading.features);
      one.alarm = std::make_shared<const std::optional<safety::Alarm>>(
          alarms.empty() ? std::nullopt : std::optional(std::move(alarms.front())));
      recollection_.alarms.keep(text, one.alarm);
    }
    return *one.alarm;
  }

  const Ranking& ranking(std::string_view text) {
    One& one = heard(text);
    if (!one.ranking) one.ranking = recollection_.rankings.find(text);
    if (!one.ranking) {
      const Reading& reading = read(one, text);
      one.ranking = std::make_shared<const Ranking>(ranker_.rank(reading.typed, reading.features));
      recollection_.rankings.keep(text, one.ranking);
    }
    return *one.ranking;
  }

 private:
  struct One {
    std::optional<Reading> reading;
    std::shared_ptr<const std::optional<safety::Alarm>> alarm;
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
  const safety::Screen& screen_;
  const match::TopicRanker& ranker_;
  Recollection& recollection_;
  std::map<std::string, One, std::less<>> texts_;
};

}  // namespace faqbot

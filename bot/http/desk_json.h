// What the front desk's API says, as JSON.
//
// Thread safety: pure functions.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/ranking.h"
#include "desk/draft.h"
#include "desk/letter.h"
#include "desk/publisher.h"
#include "desk/readability.h"
#include "http/exchange.h"
#include "knowledge/knowledge.h"
#include "store/records.h"

namespace faqbot::http {

using Json = nlohmann::ordered_json;

// "2026-11-22T21:48:26Z"; the time 0 is null.
Json iso(store::Time time);
// "2026-11-22"
std::string iso(store::Day day);
// That back; nothing for another text.
std::optional<store::Day> day_of(std::string_view text);

// {"topic", "title"}; a topic that has gone keeps its id as title.
Json link_of(const knowledge::Knowledge& knowledge, std::string_view topic);

// A curated answer with what only staff see.
Json match_of(const knowledge::Knowledge& knowledge, const knowledge::Topic& topic, double confidence);

// The red flags among what a text was found to be about, with what to say. Empty where there are none.
Json urgent_of(const knowledge::Knowledge& knowledge, std::span<const RankedTopic> found);

Json letter_of(const knowledge::Knowledge& knowledge, const desk::LetterReply& reply);
Json readability_of(const desk::Readability& ease);
Json told_of(const desk::Told& told);
Json problems_of(std::span<const knowledge::Problem> problems);
Json review_of(const desk::Refused& looked);

Json row_of(const store::InboxItem& item);
Json row_of(const store::Case& enquiry);

// Replies, never kept by a browser or a proxy.
Response say(const Json& body, int status = 200);
Response done();  // 204
// The store or the disk failed: logged, and said without its details.
Response failed(const Error& error);

}  // namespace faqbot::http

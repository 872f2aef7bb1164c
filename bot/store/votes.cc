#include "store/votes.h"

#include <string_view>
#include <utility>

#include "store/counters.h"
#include "store/locks.h"
#include "store/tally.h"
#include "store/wording_book.h"

namespace faqbot::store {
namespace {

constexpr std::string_view kEarlier =
    "SELECT id, helpful, comment, wording, wording_id, partner, day FROM feedback"
    " WHERE conversation = $1 AND conversation <> '' AND topic = $2";
constexpr std::string_view kAdd =
    "INSERT INTO feedback (given, conversation, topic, helpful, comment, wording, wording_id, partner, day)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
constexpr std::string_view kReplace =
    "UPDATE feedback SET given = $2, helpful = $3, comment = $4, wording = $5, wording_id = $6, partner = $7,"
    " day = $8 WHERE id = $1";

struct Earlier {
  std::int64_t id = 0;
  bool helpful = false;
  std::int64_t wording_id = 0;
  std::string partner;
  Day day;
  std::string wording;
};

}  // namespace

std::optional<Error> replace_vote(Transaction& transaction, const Feedback& sent) {
  if (auto error = transaction.lock(kVoteLock)) return error;
  const auto rows = transaction.query(kEarlier, sent.conversation, sent.topic);
  if (!rows) return rows.error();
  Feedback vote = sent;
  std::optional<Earlier> earlier;
  if (!rows->empty()) {
    const Row& row = rows->front();
    earlier = {
        row.number(0), row.number(1) != 0, row.number(4), row.text(5), Day(std::chrono::days(row.number(6))),
        row.text(3)};
    if (vote.comment.empty()) vote.comment = text::MaskedText(row.text(2));
    if (vote.wording.empty()) vote.wording = text::MaskedText(row.text(3));
  }
  const Day day = local_day(vote.given, vote.utc_offset);
  Tally tally;
  if (earlier) tally.count_vote(earlier->day, earlier->partner, vote.topic, earlier->helpful, -1);
  tally.count_vote(day, vote.partner, vote.topic, vote.helpful, 1);
  if (auto error = tally.write(transaction.connection())) return error;

  if (auto error = transaction.lock(kWordingLock)) return error;
  std::int64_t wording = earlier ? earlier->wording_id : 0;
  const bool is_noted_already = wording != 0 && !vote.helpful && earlier->wording == vote.wording.text();
  if (wording != 0 && !is_noted_already)
    if (auto error = strike_wording(transaction.connection(), std::exchange(wording, 0),
                                    Unanswered::Why::kNotHelpful, earlier->partner, 1))
      return error;
  if (!vote.helpful && !is_noted_already) {
    const auto noted =
        note_wording(transaction.connection(),
                     {Unanswered::Why::kNotHelpful, vote.wording, {vote.topic}, vote.partner, vote.given});
    if (!noted) return noted.error();
    wording = *noted;
  }
  const auto written =
      earlier
          ? transaction.query(kReplace, earlier->id, vote.given, vote.helpful, vote.comment.text(),
                              vote.wording.text(), wording, vote.partner, number(day))
          : transaction.query(kAdd, vote.given, vote.conversation, vote.topic, vote.helpful,
                              vote.comment.text(), vote.wording.text(), wording, vote.partner, number(day));
  if (!written) return written.error();
  const auto raised = raise(transaction, "wordings");
  if (!raised) return raised.error();
  return std::nullopt;
}

}  // namespace faqbot::store

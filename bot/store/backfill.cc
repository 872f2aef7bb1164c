#include "store/schema_steps.h"
#include "store/searched_text.h"
#include "store/tally.h"
#include "store/topics.h"
#include "store/wording_book.h"

namespace faqbot::store {
namespace {

constexpr std::size_t kAtOnce = 1000;

ReplyKind kind_of(const std::string& name) {
  for (const ReplyKind kind : {ReplyKind::kAnswer, ReplyKind::kClarify, ReplyKind::kUrgent})
    if (name == name_of(kind)) return kind;
  return ReplyKind::kUnknown;
}

// Calls `use` for every row of `sql`, which takes the last row's number and how many it may give.
template <typename Use>
std::optional<Error> for_each(Connection& connection, std::string_view sql, const Use& use) {
  for (std::int64_t last = 0;;) {
    const auto rows = connection.query(sql, last, kAtOnce);
    if (!rows) return rows.error();
    if (rows->empty()) return std::nullopt;
    for (const Row& row : *rows)
      if (auto error = use(row)) return error;
    last = rows->back().number(0);
  }
}

std::optional<Error> error_of(const Result<Rows>& result) {
  if (result) return std::nullopt;
  return result.error();
}

std::optional<Error> search_enquiries(Connection& connection) {
  return for_each(
      connection, "SELECT id, name, contact, message FROM enquiry WHERE id > $1 ORDER BY id LIMIT $2",
      [&](const Row& row) {
        return error_of(connection.query("UPDATE enquiry SET search = $2 WHERE id = $1", row.number(0),
                                         searched_text({row.text(1), row.text(2), row.text(3)})));
      });
}

std::optional<Error> link(Connection& connection, const char* update, std::int64_t row,
                          const Sighting& seen) {
  const auto wording = note_wording(connection, seen);
  if (!wording) return wording.error();
  return error_of(connection.query(update, row, *wording));
}

// "None of these" has the words of the question that its choices were for.
constexpr std::string_view kQuestions =
    "SELECT id, asked, kind, none_of_these, topics, partner, CASE WHEN none_of_these = 1 AND wording = '' "
    "THEN"
    " coalesce((SELECT earlier.wording FROM question AS earlier WHERE earlier.conversation ="
    " question.conversation AND earlier.kind = 'clarify' AND earlier.none_of_these = 0 AND earlier.id <"
    " question.id ORDER BY earlier.id DESC LIMIT 1), '') ELSE wording END"
    " FROM question WHERE id > $1 ORDER BY id LIMIT $2";

std::optional<Error> count_questions(Connection& connection, Tally& tally) {
  return for_each(connection, kQuestions, [&](const Row& row) -> std::optional<Error> {
    Question question;
    question.asked = row.time(1);
    question.kind = kind_of(row.text(2));
    question.none_of_these = row.number(3) != 0;
    question.topics = parted(row.text(4));
    question.partner = row.text(5);
    tally.count(question);
    if (question.kind != ReplyKind::kUnknown && !question.none_of_these) return std::nullopt;
    using Why = Unanswered::Why;
    return link(connection, "UPDATE question SET wording_id = $2 WHERE id = $1", row.number(0),
                {question.none_of_these ? Why::kNoneOfThese : Why::kUnknown, text::MaskedText(row.text(6)),
                 question.topics, question.partner, question.asked});
  });
}

std::optional<Error> count_votes(Connection& connection, Tally& tally) {
  return for_each(
      connection,
      "SELECT id, given, topic, helpful, wording FROM feedback WHERE id > $1 ORDER BY id LIMIT $2",
      [&](const Row& row) -> std::optional<Error> {
        const Day day = local_day(row.time(1), std::chrono::minutes(0));
        const bool is_helpful = row.number(3) != 0;
        tally.count_vote(day, {}, row.text(2), is_helpful, 1);
        const auto dated =
            connection.query("UPDATE feedback SET day = $2 WHERE id = $1", row.number(0), number(day));
        if (!dated) return dated.error();
        if (is_helpful) return std::nullopt;
        return link(
            connection, "UPDATE feedback SET wording_id = $2 WHERE id = $1", row.number(0),
            {Unanswered::Why::kNotHelpful, text::MaskedText(row.text(4)), {row.text(2)}, {}, row.time(1)});
      });
}

}  // namespace

std::optional<Error> backfill(Connection& connection) {
  Tally tally;
  if (auto error = search_enquiries(connection)) return error;
  if (auto error = count_questions(connection, tally)) return error;
  if (auto error = count_votes(connection, tally)) return error;
  return tally.write(connection);
}

}  // namespace faqbot::store

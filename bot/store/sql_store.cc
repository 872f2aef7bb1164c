#include "store/sql_store.h"

#include <string_view>
#include <utility>

#include "store/counters.h"
#include "store/locks.h"
#include "store/reference.h"
#include "store/searched_text.h"
#include "store/tally.h"
#include "store/topics.h"
#include "store/votes.h"
#include "store/wording_book.h"

namespace faqbot::store {
namespace {

constexpr std::string_view kFindRepeat =
    "SELECT reference FROM enquiry WHERE key = $1 AND key <> '' AND name = $2 AND contact = $3 AND message = "
    "$4";
constexpr std::string_view kAddEnquiry =
    "INSERT INTO enquiry (reference, received, name, contact, message, conversation, key, partner, changed, "
    "search)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (reference) DO NOTHING RETURNING id";
constexpr std::string_view kPartnerOf =
    "SELECT partner FROM question WHERE conversation = $1 AND partner <> '' ORDER BY id LIMIT 1";
constexpr std::string_view kAddQuestion =
    "INSERT INTO question (asked, kind, none_of_these, topics, wording, partner, conversation, wording_id)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
constexpr std::string_view kChoicesWereFor =
    "SELECT wording FROM question WHERE conversation = $1 AND kind = 'clarify' AND none_of_these = 0"
    " ORDER BY id DESC LIMIT 1";
constexpr std::string_view kEnquiries =
    "SELECT reference, received, name, contact, message, conversation, key, partner FROM enquiry"
    " ORDER BY id DESC LIMIT $1";
// Each half is bounded by itself, so that either walks its index no further than it must.
constexpr std::string_view kUnanswered =
    "SELECT * FROM (SELECT asked, none_of_these, topics, partner, '' AS comment, CASE WHEN none_of_these = 1"
    "   AND wording = '' THEN coalesce((SELECT earlier.wording FROM question AS earlier"
    "     WHERE earlier.conversation = question.conversation AND earlier.kind = 'clarify'"
    "     AND earlier.none_of_these = 0 AND earlier.id < question.id ORDER BY earlier.id DESC LIMIT 1), '')"
    "   ELSE wording END AS words"
    "   FROM question WHERE kind = 'unknown' OR none_of_these = 1 ORDER BY asked DESC, id DESC LIMIT $1) AS q"
    " UNION ALL SELECT * FROM (SELECT given, 2, topic, partner, comment, wording FROM feedback"
    "   WHERE helpful = 0 ORDER BY given DESC, id DESC LIMIT $1) AS f"
    " ORDER BY 1 DESC LIMIT $1";

bool is_owed(const Question& question) {
  return question.kind == ReplyKind::kUnknown || question.none_of_these;
}

// Named by the sender, or that of the conversation.
template <typename Sent>
Result<std::string> partner_of(Transaction& transaction, const Sent& sent) {
  if (!sent.partner.empty() || sent.conversation.empty()) return sent.partner;
  const auto rows = transaction.query(kPartnerOf, sent.conversation);
  if (!rows) return rows.error();
  return rows->empty() ? std::string() : rows->front().text(0);
}

Result<std::string> add_enquiry(Transaction& transaction, const Enquiry& sent, std::int64_t changed) {
  const auto partner = partner_of(transaction, sent);
  if (!partner) return partner.error();
  const std::string search = searched_text({sent.name, sent.contact, sent.message});
  for (;;) {
    std::string reference = random_reference();
    const auto added =
        transaction.query(kAddEnquiry, reference, sent.received, sent.name, sent.contact, sent.message,
                          sent.conversation, sent.key, *partner, changed, search);
    if (!added) return added.error();
    if (!added->empty()) return reference;
  }
}

Result<Sighting> sighting_of(Transaction& transaction, const Question& question) {
  Sighting seen{question.none_of_these ? Unanswered::Why::kNoneOfThese : Unanswered::Why::kUnknown,
                question.wording, question.topics, question.partner, question.asked};
  if (!question.none_of_these || !question.wording.empty()) return seen;
  const auto rows = transaction.query(kChoicesWereFor, question.conversation);
  if (!rows) return rows.error();
  if (!rows->empty()) seen.wording = text::MaskedText(rows->front().text(0));
  return seen;
}

std::optional<Error> add_question(Transaction& transaction, const Question& question) {
  std::int64_t wording = 0;
  if (is_owed(question)) {
    const auto seen = sighting_of(transaction, question);
    if (!seen) return seen.error();
    const auto noted = note_wording(transaction.connection(), *seen);
    if (!noted) return noted.error();
    wording = *noted;
  }
  const auto added = transaction.query(
      kAddQuestion, question.asked, name_of(question.kind), question.none_of_these, joined(question.topics),
      question.wording.text(), question.partner, question.conversation, wording);
  if (!added) return added.error();
  return std::nullopt;
}

}  // namespace

Result<std::string> SqlStore::save_enquiry(const Enquiry& sent) {
  auto transaction = database_.begin();
  if (!transaction) return transaction.error();
  const auto changed = raise(*transaction, "inbox");
  if (!changed) return changed.error();
  const auto repeat = transaction->query(kFindRepeat, sent.key, sent.name, sent.contact, sent.message);
  if (!repeat) return repeat.error();
  if (!repeat->empty()) return repeat->front().text(0);
  auto reference = add_enquiry(*transaction, sent, *changed);
  if (!reference) return reference;
  if (auto error = transaction->commit()) return *std::move(error);
  return reference;
}

std::optional<Error> SqlStore::save_feedback(const Feedback& sent) {
  auto transaction = database_.begin();
  if (!transaction) return transaction.error();
  auto partner = partner_of(*transaction, sent);
  if (!partner) return partner.error();
  Feedback vote = sent;
  vote.partner = *std::move(partner);
  if (auto error = replace_vote(*transaction, vote)) return error;
  return transaction->commit();
}

std::optional<Error> SqlStore::record_questions(std::span<const Question> questions) {
  auto transaction = database_.begin();
  if (!transaction) return transaction.error();
  Tally tally;
  bool is_any_owed = false;
  for (const Question& question : questions) {
    tally.count(question);
    is_any_owed = is_any_owed || is_owed(question);
  }
  if (auto error = tally.write(transaction->connection())) return error;
  if (is_any_owed)
    if (auto error = transaction->lock(kWordingLock)) return error;
  for (const Question& question : questions)
    if (auto error = add_question(*transaction, question)) return error;
  if (is_any_owed)
    if (const auto raised = raise(*transaction, "wordings"); !raised) return raised.error();
  return transaction->commit();
}

Result<std::vector<KeptEnquiry>> SqlStore::enquiries(std::size_t most) {
  const auto rows = database_.query(kEnquiries, most);
  if (!rows) return rows.error();
  std::vector<KeptEnquiry> all;
  for (const Row& row : *rows)
    all.push_back(
        {row.text(0),
         {row.text(2), row.text(3), row.text(4), row.text(5), row.text(6), row.time(1), row.text(7)}});
  return all;
}

Result<std::vector<Unanswered>> SqlStore::unanswered(std::size_t most) {
  const auto rows = database_.query(kUnanswered, most);
  if (!rows) return rows.error();
  std::vector<Unanswered> all;
  for (const Row& row : *rows)
    all.push_back({static_cast<Unanswered::Why>(row.number(1)), text::MaskedText(row.text(5)),
                   text::MaskedText(row.text(4)), parted(row.text(2)), row.text(3), row.time(0)});
  return all;
}

}  // namespace faqbot::store

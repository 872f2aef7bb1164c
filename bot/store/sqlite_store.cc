#include "store/sqlite_store.h"

#include <string_view>
#include <utility>

#include "store/new_file.h"
#include "store/reference.h"
#include "store/sqlite.h"
#include "store/sqlite_schema.h"

namespace faqbot::store {
namespace {

// FULL: a commit returns when the log is on disk. The other writers (a second process, a backup) are
// waited for, at most so long.
constexpr const char* kSettings =
    "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
    "PRAGMA secure_delete = ON";

constexpr std::string_view kFindRepeat =
    "SELECT reference FROM enquiry WHERE key = ?1 AND key <> '' AND name = ?2 AND contact = ?3 AND message = "
    "?4";
constexpr std::string_view kAddEnquiry =
    "INSERT INTO enquiry (reference, received, name, contact, message, conversation, key) VALUES (?, ?, ?, "
    "?, ?, ?, ?)"
    " ON CONFLICT (reference) DO NOTHING RETURNING id";
constexpr std::string_view kAddFeedback =
    "INSERT INTO feedback (given, conversation, topic, helpful, comment, wording) VALUES (?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (conversation, topic) WHERE conversation <> '' DO UPDATE SET given = excluded.given, "
    "helpful = excluded.helpful,"
    " comment = coalesce(nullif(excluded.comment, ''), comment), wording = coalesce(nullif(excluded.wording, "
    "''), wording)";
constexpr std::string_view kAddQuestion =
    "INSERT INTO question (asked, kind, none_of_these, topics, wording, partner, conversation) VALUES (?, ?, "
    "?, ?, ?, ?, ?)";
constexpr std::string_view kEnquiries =
    "SELECT reference, received, name, contact, message, conversation, key FROM enquiry ORDER BY id DESC "
    "LIMIT ?";
// Each half is bounded by itself, so that either walks its index no further than it must.
constexpr std::string_view kUnanswered =
    "SELECT * FROM (SELECT asked, none_of_these, topics, partner, '', CASE WHEN none_of_these = 1 AND "
    "wording = '' THEN"
    "   coalesce((SELECT earlier.wording FROM question AS earlier WHERE earlier.conversation = "
    "question.conversation"
    "     AND earlier.kind = 'clarify' AND earlier.none_of_these = 0 AND earlier.id < question.id"
    "     ORDER BY earlier.id DESC LIMIT 1), '') ELSE wording END"
    "   FROM question WHERE kind = 'unknown' OR none_of_these = 1 ORDER BY asked DESC, id DESC LIMIT ?1)"
    " UNION ALL SELECT * FROM (SELECT given, 2, topic, '', comment, wording FROM feedback WHERE helpful = 0"
    "   ORDER BY given DESC, id DESC LIMIT ?1)"
    " ORDER BY 1 DESC LIMIT ?1";

std::int64_t number(Time time) {
  return time.time_since_epoch().count();
}

Time time(std::int64_t number) {
  return Time(std::chrono::milliseconds(number));
}

std::string joined(const std::vector<std::string>& topics) {
  std::string all;
  for (const std::string& topic : topics) all += (all.empty() ? "" : " ") + topic;
  return all;
}

std::vector<std::string> parted(std::string_view topics) {
  std::vector<std::string> all;
  while (!topics.empty()) {
    const auto end = topics.find(' ');
    all.emplace_back(topics.substr(0, end));
    topics = end == std::string_view::npos ? std::string_view() : topics.substr(end + 1);
  }
  return all;
}

std::optional<Error> error_of(const Result<bool>& result) {
  if (result) return std::nullopt;
  return result.error();
}

}  // namespace

struct SqliteStore::Parts {
  Database database;
  Statement find_repeat;
  Statement add_enquiry;
  Statement add_feedback;
  Statement add_question;
  Statement enquiries;
  Statement unanswered;

  static Result<std::unique_ptr<Parts>> make(Database database) {
    std::vector<Statement> made;
    for (const auto sql : {kFindRepeat, kAddEnquiry, kAddFeedback, kAddQuestion, kEnquiries, kUnanswered}) {
      auto statement = database.prepare(sql);
      if (!statement) return statement.error();
      made.push_back(*std::move(statement));
    }
    return std::make_unique<Parts>(Parts{std::move(database), std::move(made[0]), std::move(made[1]),
                                         std::move(made[2]), std::move(made[3]), std::move(made[4]),
                                         std::move(made[5])});
  }
};

SqliteStore::SqliteStore(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
SqliteStore::~SqliteStore() = default;

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const std::filesystem::path& file, Opening opening) {
  if (opening == Opening::kMakeIfMissing)
    if (auto error = make_private_file(file)) return *std::move(error);
  auto database = Database::open(file);
  if (!database) return database.error();
  if (auto error = database->run(kSettings)) return *std::move(error);
  if (auto error = migrate(*database)) return *std::move(error);
  auto parts = Parts::make(*std::move(database));
  if (!parts) return parts.error();
  return std::unique_ptr<SqliteStore>(new SqliteStore(*std::move(parts)));
}

Result<std::string> SqliteStore::save_enquiry(const Enquiry& sent) {
  const std::lock_guard lock(mutex_);
  auto transaction = Transaction::begin(parts_->database);
  if (!transaction) return transaction.error();
  const auto repeat = parts_->find_repeat.run(sent.key, sent.name, sent.contact, sent.message);
  if (!repeat) return repeat.error();
  std::string reference;
  if (*repeat) {
    reference = parts_->find_repeat.text(0);
    parts_->find_repeat.reset();
    return reference;
  }
  for (bool is_added = false; !is_added;) {
    reference = random_reference();
    const auto added = parts_->add_enquiry.run(reference, number(sent.received), sent.name, sent.contact,
                                               sent.message, sent.conversation, sent.key);
    if (!added) return added.error();
    is_added = *added;
    parts_->add_enquiry.reset();
  }
  if (auto error = transaction->commit()) return *std::move(error);
  return reference;
}

std::optional<Error> SqliteStore::save_feedback(const Feedback& vote) {
  const std::lock_guard lock(mutex_);
  return error_of(parts_->add_feedback.run(number(vote.given), vote.conversation, vote.topic,
                                           std::int64_t{vote.helpful}, vote.comment.text(),
                                           vote.wording.text()));
}

std::optional<Error> SqliteStore::record_questions(std::span<const Question> questions) {
  const std::lock_guard lock(mutex_);
  auto transaction = Transaction::begin(parts_->database);
  if (!transaction) return transaction.error();
  for (const Question& question : questions) {
    const auto added = parts_->add_question.run(
        number(question.asked), name_of(question.kind), std::int64_t{question.none_of_these},
        joined(question.topics), question.wording.text(), question.partner, question.conversation);
    if (!added) return added.error();
  }
  return transaction->commit();
}

Result<std::vector<KeptEnquiry>> SqliteStore::enquiries(std::size_t most) {
  const std::lock_guard lock(mutex_);
  Statement& rows = parts_->enquiries;
  std::vector<KeptEnquiry> all;
  auto row = rows.run(static_cast<std::int64_t>(most));
  for (; row && *row; row = rows.step())
    all.push_back(
        {rows.text(0),
         {rows.text(2), rows.text(3), rows.text(4), rows.text(5), rows.text(6), time(rows.number(1))}});
  if (!row) return row.error();
  return all;
}

Result<std::vector<Unanswered>> SqliteStore::unanswered(std::size_t most) {
  const std::lock_guard lock(mutex_);
  Statement& rows = parts_->unanswered;
  std::vector<Unanswered> all;
  auto row = rows.run(static_cast<std::int64_t>(most));
  for (; row && *row; row = rows.step())
    all.push_back({static_cast<Unanswered::Why>(rows.number(1)), text::MaskedText(rows.text(5)),
                   text::MaskedText(rows.text(4)), parted(rows.text(2)), rows.text(3), time(rows.number(0))});
  if (!row) return row.error();
  return all;
}

}  // namespace faqbot::store

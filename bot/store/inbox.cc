#include "store/inbox.h"

#include <algorithm>
#include <array>
#include <utility>

#include "store/counters.h"
#include "store/searched_text.h"
#include "store/topics.h"

namespace faqbot::store {
namespace {

constexpr std::array<std::pair<State, std::string_view>, 4> kStates = {{{State::kNew, "new"},
                                                                        {State::kTaken, "taken"},
                                                                        {State::kAnswered, "answered"},
                                                                        {State::kClosed, "closed"}}};

constexpr std::string_view kCase =
    "SELECT id, reference, received, name, contact, message, conversation, key, partner, state, taken_by, "
    "version"
    " FROM enquiry WHERE reference = $1";
constexpr std::string_view kChanges =
    "SELECT version, made, who, state, taken_by FROM enquiry_change WHERE enquiry = $1 AND version > $2"
    " ORDER BY version";
constexpr std::string_view kTurns =
    "SELECT asked, kind, none_of_these, wording, topics FROM question"
    " WHERE conversation = $1 ORDER BY id DESC LIMIT $2";
constexpr std::string_view kMove =
    "UPDATE enquiry SET state = $3, version = version + 1, changed = $5, taken_by = CASE $3 WHEN 'new' THEN "
    "''"
    " WHEN 'taken' THEN $4 ELSE CASE taken_by WHEN '' THEN $4 ELSE taken_by END END"
    " WHERE reference = $1 AND version = $2 RETURNING id, version, taken_by";

Result<std::vector<Change>> changes_of(Connection& connection, std::int64_t enquiry, std::int64_t after) {
  const auto rows = connection.query(kChanges, enquiry, after);
  if (!rows) return rows.error();
  std::vector<Change> changes;
  for (const Row& row : *rows)
    changes.push_back({row.number(0), row.time(1), row.text(2),
                       state_named(row.text(3)).value_or(State::kNew), row.text(4)});
  return changes;
}

Draft draft_of(const Row& row) {
  return {row.number(0), row.time(1), row.text(2), row.text(3)};
}

Result<std::optional<Draft>> draft_of(Connection& connection, std::int64_t enquiry) {
  const auto rows =
      connection.query("SELECT version, made, who, words FROM draft WHERE enquiry = $1", enquiry);
  if (!rows) return rows.error();
  if (rows->empty()) return std::optional<Draft>();
  return std::optional(draft_of(rows->front()));
}

Result<std::vector<TurnKept>> turns_of(Connection& connection, const std::string& conversation) {
  std::vector<TurnKept> turns;
  if (conversation.empty()) return turns;
  const auto rows = connection.query(kTurns, conversation, kMostTurns);
  if (!rows) return rows.error();
  for (const Row& row : *rows)
    turns.push_back({row.time(0), row.text(1), row.number(2) != 0, row.text(3), parted(row.text(4))});
  std::ranges::reverse(turns);
  return turns;
}

// 0 where there is none.
Result<std::int64_t> id_of(Transaction& transaction, std::string_view reference) {
  const auto rows = transaction.query("SELECT id FROM enquiry WHERE reference = $1", reference);
  if (!rows) return rows.error();
  return rows->empty() ? std::int64_t{0} : rows->front().number(0);
}

}  // namespace

std::string_view name_of(State state) {
  return std::ranges::find(kStates, state, &std::pair<State, std::string_view>::first)->second;
}

std::optional<State> state_named(std::string_view name) {
  const auto* const found = std::ranges::find(kStates, name, &std::pair<State, std::string_view>::second);
  if (found == kStates.end()) return std::nullopt;
  return found->first;
}

Result<std::optional<Case>> Inbox::read(std::string_view reference) {
  // One transaction, so that a change is not seen by halves.
  auto transaction = database_.begin_reading();
  if (!transaction) return transaction.error();
  const auto rows = transaction->query(kCase, reference);
  if (!rows) return rows.error();
  if (rows->empty()) return std::optional<Case>();
  const Row& row = rows->front();
  Case one;
  one.kept = {row.text(1),
              {row.text(3), row.text(4), row.text(5), row.text(6), row.text(7), row.time(2), row.text(8)}};
  one.state = state_named(row.text(9)).value_or(State::kNew);
  one.taken_by = row.text(10);
  one.version = row.number(11);
  const std::int64_t id = row.number(0);
  Connection& connection = transaction->connection();
  auto changes = changes_of(connection, id, 0);
  if (!changes) return changes.error();
  auto draft = draft_of(connection, id);
  if (!draft) return draft.error();
  auto turns = turns_of(connection, row.text(6));
  if (!turns) return turns.error();
  const auto notes = connection.query("SELECT made, who, words FROM note WHERE enquiry = $1 ORDER BY id", id);
  if (!notes) return notes.error();
  for (const Row& note : *notes) one.notes.push_back({note.time(0), note.text(1), note.text(2)});
  one.changes = *std::move(changes);
  one.draft = *std::move(draft);
  one.turns = *std::move(turns);
  return std::optional(std::move(one));
}

Result<std::variant<Done, Stale, Gone>> Inbox::move(std::string_view reference, std::int64_t version,
                                                    State state, const By& by) {
  using Moved = std::variant<Done, Stale, Gone>;
  auto transaction = database_.begin();
  if (!transaction) return transaction.error();
  const auto changed = raise(*transaction, "inbox");
  if (!changed) return changed.error();
  const auto moved = transaction->query(kMove, reference, version, name_of(state), by.who, *changed);
  if (!moved) return moved.error();
  if (moved->empty()) {
    const auto id = id_of(*transaction, reference);
    if (!id) return id.error();
    if (*id == 0) return Moved(Gone{});
    auto since = changes_of(transaction->connection(), *id, version);
    if (!since) return since.error();
    return Moved(Stale{*std::move(since)});
  }
  const Row& row = moved->front();
  const auto noted = transaction->query(
      "INSERT INTO enquiry_change (enquiry, version, made, who, state, taken_by) VALUES ($1, $2, $3, $4, $5, "
      "$6)",
      row.number(0), row.number(1), by.at, by.who, name_of(state), row.text(2));
  if (!noted) return noted.error();
  if (auto error = write_audit(*transaction, by, "enquiry " + std::string(name_of(state)), reference))
    return *std::move(error);
  if (auto error = transaction->commit()) return *std::move(error);
  return Moved(Done{row.number(1)});
}

Result<std::variant<Done, Gone>> Inbox::add_note(std::string_view reference, std::string_view words,
                                                 const By& by) {
  using Added = std::variant<Done, Gone>;
  auto transaction = database_.begin();
  if (!transaction) return transaction.error();
  const auto changed = raise(*transaction, "inbox");
  if (!changed) return changed.error();
  const auto touched = transaction->query(
      "UPDATE enquiry SET changed = $2, search = search || $3 WHERE reference = $1 RETURNING id, version",
      reference, *changed, searched_text({words}));
  if (!touched) return touched.error();
  if (touched->empty()) return Added(Gone{});
  const auto added =
      transaction->query("INSERT INTO note (enquiry, made, who, words) VALUES ($1, $2, $3, $4)",
                         touched->front().number(0), by.at, by.who, words);
  if (!added) return added.error();
  if (auto error = write_audit(*transaction, by, "enquiry noted on", reference)) return *std::move(error);
  if (auto error = transaction->commit()) return *std::move(error);
  return Added(Done{touched->front().number(1)});
}

Result<std::variant<Done, StaleDraft, Gone>> Inbox::save_draft(std::string_view reference,
                                                               std::int64_t version, std::string_view words,
                                                               const By& by) {
  using Saved = std::variant<Done, StaleDraft, Gone>;
  auto transaction = database_.begin();
  if (!transaction) return transaction.error();
  const auto changed = raise(*transaction, "inbox");
  if (!changed) return changed.error();
  const auto touched = transaction->query("UPDATE enquiry SET changed = $2 WHERE reference = $1 RETURNING id",
                                          reference, *changed);
  if (!touched) return touched.error();
  if (touched->empty()) return Saved(Gone{});
  const std::int64_t id = touched->front().number(0);
  const auto now = draft_of(transaction->connection(), id);
  if (!now) return now.error();
  if ((*now ? (*now)->version : 0) != version) {
    if (*now) return Saved(StaleDraft{**now});
    return Saved(StaleDraft{});
  }
  const auto saved = transaction->query(
      "INSERT INTO draft (enquiry, version, made, who, words) VALUES ($1, $2, $3, $4, $5) ON CONFLICT "
      "(enquiry)"
      " DO UPDATE SET version = excluded.version, made = excluded.made, who = excluded.who, words = "
      "excluded.words",
      id, version + 1, by.at, by.who, words);
  if (!saved) return saved.error();
  if (auto error = transaction->commit()) return *std::move(error);
  return Saved(Done{version + 1});
}

}  // namespace faqbot::store

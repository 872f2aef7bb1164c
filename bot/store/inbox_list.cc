#include "store/inbox_list.h"

#include <cassert>
#include <charconv>

#include "store/searched_text.h"

namespace faqbot::store {
namespace {

// Before the index is asked; and where it can't be.
constexpr std::size_t kLookedThrough = 2000;
constexpr std::size_t kLookedThroughAlone = 10'000;

constexpr std::string_view kColumns =
    "received, id, reference, name, contact, substr(message, 1, 280) AS beginning, partner, state, taken_by, "
    "version";

// SQL with its values, put together.
class Query {
 public:
  explicit Query(Dialect dialect) : dialect_(dialect) {}

  // `part` holds one $, where the value goes.
  void add(std::string_view part, Value value) {
    values_.push_back(value);
    const auto at = part.find('$');
    assert(at != std::string_view::npos);
    sql_ += part.substr(0, at + 1);
    sql_ += std::to_string(values_.size());
    sql_ += part.substr(at + 1);
  }
  void add(std::string_view part) { sql_ += part; }

  void add_filter(const InboxFilter& filter) {
    if (filter.state) add(" AND state = $", name_of(*filter.state));
    if (filter.taken_by) add(" AND taken_by = $", *filter.taken_by);
    if (filter.partner) add(" AND partner = $", *filter.partner);
    if (filter.from) add(" AND received >= $", *filter.from);
    if (filter.until) add(" AND received < $", *filter.until);
  }
  void add_after(const Cursor& cursor) {
    add(" AND (received, id) < ($", cursor.received);
    add(", $)", cursor.id);
  }
  void add_words(const std::vector<std::string>& terms) {
    for (const std::string& term : terms)
      add(dialect_ == Dialect::kSqlite ? " AND instr(search, $) > 0" : " AND strpos(search, $) > 0", term);
  }
  Result<Rows> run(Database& database) const { return database.run(sql_, values_); }

 private:
  const Dialect dialect_;
  std::string sql_;
  std::vector<Value> values_;
};

InboxItem item_of(const Row& row) {
  return {row.text(2),
          row.time(0),
          row.text(3),
          row.text(4),
          row.text(5),
          row.text(6),
          state_named(row.text(7)).value_or(State::kNew),
          row.text(8),
          row.number(9)};
}

Result<Rows> newest(Database& database, const InboxFilter& filter, const Cursor& after, std::size_t most) {
  Query query(database.dialect());
  query.add("SELECT ");
  query.add(kColumns);
  query.add(" FROM enquiry WHERE 1 = 1");
  query.add_filter(filter);
  query.add_after(after);
  query.add(" ORDER BY received DESC, id DESC LIMIT $", most);
  return query.run(database);
}

// Among the next `rows` alone.
Result<Rows> found_by_looking(Database& database, const InboxFilter& filter, const Cursor& after,
                              const std::vector<std::string>& terms, std::size_t rows, std::size_t most) {
  Query query(database.dialect());
  query.add("SELECT ");
  query.add(kColumns);
  query.add(" FROM (SELECT * FROM enquiry WHERE 1 = 1");
  query.add_filter(filter);
  query.add_after(after);
  query.add(" ORDER BY received DESC, id DESC LIMIT $) AS near WHERE 1 = 1", rows);
  query.add_words(terms);
  query.add(" ORDER BY received DESC, id DESC LIMIT $", most);
  return query.run(database);
}

// Where the next `rows` end; nothing where there are fewer.
Result<std::optional<Cursor>> end_of_look(Database& database, const InboxFilter& filter, const Cursor& after,
                                          std::size_t rows) {
  Query query(database.dialect());
  query.add("SELECT received, id FROM enquiry WHERE 1 = 1");
  query.add_filter(filter);
  query.add_after(after);
  query.add(" ORDER BY received DESC, id DESC LIMIT 1 OFFSET $", rows - 1);
  const auto last = query.run(database);
  if (!last) return last.error();
  if (last->empty()) return std::optional<Cursor>();
  return std::optional(Cursor{last->front().number(0), last->front().number(1)});
}

// What the index of SQLite is asked for all the terms; empty where they are all too short for it.
std::string expression_of(const std::vector<std::string>& terms) {
  std::string all;
  for (const std::string& term : terms)
    if (const auto one = trigrams(term); !one.empty()) all += (all.empty() ? "" : " AND ") + one;
  return all;
}

std::vector<std::string> patterns_of(const std::vector<std::string>& terms) {
  std::vector<std::string> patterns;
  for (const std::string& term : terms)
    if (!trigrams(term).empty()) patterns.push_back(like_pattern(term));
  return patterns;
}

// Rows that the index names, before any filter: what is found is sorted, not walked to by time, so both
// texts leave the planner no choice but to begin at the index. Letters in threes know nothing of their order,
// so the words are looked for again in each row. `expression` and `patterns` outlive the query.
void add_indexed(Query& query, Dialect dialect, const std::string& expression,
                 const std::vector<std::string>& patterns) {
  if (dialect == Dialect::kSqlite) {
    query.add("(SELECT rowid AS hit FROM enquiry_search WHERE enquiry_search MATCH $)", expression);
    query.add(" CROSS JOIN enquiry ON enquiry.id = hit WHERE 1 = 1");
  } else {
    query.add("(SELECT * FROM enquiry WHERE 1 = 1");
    for (const std::string& pattern : patterns) query.add(" AND search LIKE $", pattern);
    query.add(" OFFSET 0) AS hits WHERE 1 = 1");
  }
}

Result<Rows> found_by_index(Database& database, const InboxFilter& filter, const Cursor& after,
                            const std::vector<std::string>& terms, std::size_t most) {
  const std::string expression = expression_of(terms);
  const auto patterns = patterns_of(terms);
  Query query(database.dialect());
  query.add("SELECT ");
  query.add(kColumns);
  query.add(" FROM ");
  add_indexed(query, database.dialect(), expression, patterns);
  query.add_filter(filter);
  query.add_after(after);
  query.add_words(terms);
  query.add(" ORDER BY received DESC, id DESC LIMIT $", most);
  return query.run(database);
}

// One more than is shown tells whether there is a next page.
InboxPage page_of(const Rows& rows, std::size_t most) {
  InboxPage page;
  for (std::size_t i = 0; i < rows.size() && i < most; ++i) page.items.push_back(item_of(rows[i]));
  if (rows.size() > most) page.next = Cursor{rows[most - 1].number(0), rows[most - 1].number(1)};
  return page;
}

Result<InboxPage> search(Database& database, const InboxFilter& filter, const Cursor& after,
                         const std::vector<std::string>& terms, std::size_t most) {
  const bool has_index = !patterns_of(terms).empty();
  const std::size_t rows = has_index ? kLookedThrough : kLookedThroughAlone;
  auto found = found_by_looking(database, filter, after, terms, rows, most + 1);
  if (!found) return found.error();
  if (found->size() > most) return page_of(*found, most);
  const auto end = end_of_look(database, filter, after, rows);
  if (!end) return end.error();
  if (*end && has_index) {
    const auto more = found_by_index(database, filter, **end, terms, most + 1 - found->size());
    if (!more) return more.error();
    found->insert(found->end(), more->begin(), more->end());
  }
  InboxPage page = page_of(*found, most);
  if (*end && !has_index) page.next = **end;
  return page;
}

}  // namespace

std::string text_of(const Cursor& cursor) {
  return std::to_string(cursor.received) + "-" + std::to_string(cursor.id);
}

std::optional<Cursor> cursor_of(std::string_view text) {
  Cursor cursor;
  const char* const end = text.data() + text.size();
  const auto [dash, bad_time] = std::from_chars(text.data(), end, cursor.received);
  if (bad_time != std::errc() || dash == end || *dash != '-') return std::nullopt;
  const auto [last, bad_id] = std::from_chars(dash + 1, end, cursor.id);
  if (bad_id != std::errc() || last != end) return std::nullopt;
  return cursor;
}

Result<InboxPage> InboxList::page(const InboxFilter& filter, const Cursor& after, std::size_t most) {
  assert(most >= 1);
  const auto terms = search_terms(filter.search);
  if (!terms.empty()) return search(database_, filter, after, terms, most);
  const auto rows = newest(database_, filter, after, most + 1);
  if (!rows) return rows.error();
  return page_of(*rows, most);
}

Result<InboxCounts> InboxList::counts() {
  const auto rows = database_.query("SELECT state, count(*) FROM enquiry GROUP BY state");
  if (!rows) return rows.error();
  InboxCounts counts;
  for (const Row& row : *rows) {
    const auto state = state_named(row.text(0));
    if (state == State::kNew) counts.fresh = row.number(1);
    if (state == State::kTaken) counts.taken = row.number(1);
    if (state == State::kAnswered) counts.answered = row.number(1);
    if (state == State::kClosed) counts.closed = row.number(1);
  }
  return counts;
}

Result<std::vector<InboxItem>> InboxList::changed_since(std::int64_t counter, std::size_t most) {
  const auto rows = database_.query(
      "SELECT " + std::string(kColumns) + " FROM enquiry WHERE changed > $1 ORDER BY changed, id LIMIT $2",
      counter, most);
  if (!rows) return rows.error();
  std::vector<InboxItem> items;
  for (const Row& row : *rows) items.push_back(item_of(row));
  return items;
}

}  // namespace faqbot::store

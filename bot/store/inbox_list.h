// Pages of the inbox: filtered, searched, newest first; and what has changed since.
//
// Search: every word typed, folded (case and accents do not count), must stand anywhere in the name, the
// contact, the message or a note; parts of words count. First the newest rows are looked through, which
// finds frequent words at once; then, for rare ones, an index of letters in threes.
//
// Words of fewer than three letters have no index: such a search looks through 10,000 enquiries at a time,
// and a page that found few, or none, may still have a next one.
//
// Thread safety: as Database.
// Cost: with 100,000 enquiries some milliseconds (tests/bench/store).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/database.h"
#include "store/inbox.h"

namespace faqbot::store {

struct InboxFilter {
  std::optional<State> state = {};
  std::optional<std::string> taken_by = {};
  std::optional<std::string> partner = {};  // empty: the clinic itself
  std::optional<Time> from = {};            // received then or later
  std::optional<Time> until = {};           // received before
  std::string search = {};
};

// Where a page ends. Enquiries that arrive meanwhile shift nothing.
struct Cursor {
  std::int64_t received = INT64_MAX;
  std::int64_t id = INT64_MAX;
};

// As a page's address holds it, "1795000000000-17"; nothing for another text.
std::string text_of(const Cursor& cursor);
std::optional<Cursor> cursor_of(std::string_view text);

struct InboxItem {
  std::string reference;
  Time received{};
  std::string name;
  std::string contact;
  std::string beginning;  // of the message, 280 characters at most
  std::string partner;
  State state = State::kNew;
  std::string taken_by;
  std::int64_t version = 1;
};

struct InboxPage {
  std::vector<InboxItem> items;
  std::optional<Cursor> next;  // nothing where this was the last
};

struct InboxCounts {
  std::int64_t fresh = 0;
  std::int64_t taken = 0;
  std::int64_t answered = 0;
  std::int64_t closed = 0;
};

class InboxList {
 public:
  explicit InboxList(Database& database) : database_(database) {}

  // REQUIRES: most >= 1
  Result<InboxPage> page(const InboxFilter& filter, const Cursor& after, std::size_t most);

  Result<InboxCounts> counts();

  // Those changed since Counters::inbox stood at `counter`, the earliest change first. Erased ones are not
  // among them: a page that shows one asks for it again.
  Result<std::vector<InboxItem>> changed_since(std::int64_t counter, std::size_t most);

 private:
  Database& database_;
};

}  // namespace faqbot::store

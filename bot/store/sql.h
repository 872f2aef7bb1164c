// SQL over SQLite and PostgreSQL alike: values, rows, one connection. Nothing of faqbot in it.
//
// SOCI 4.0.3 was judged for this and left. It would bring one interface and a pool. Against it: its SQLite
// transactions begin deferred, so that whoever reads first and writes later fails while another writes,
// which a replica does; it reads columns declared INTEGER into 32 bits in dynamic rows, and times here
// are milliseconds; binary values are large objects in PostgreSQL, which nothing cleans up; every error
// is an exception with no code of SQLite's left to mend it by; and Debian's package depends on MySQL's,
// Firebird's and ODBC's clients. What remained to be written around it was as long as this.
//
// One text of SQL serves both as far as it goes: placeholders are $1, $2 …, numbers are 64 bits, nothing
// is NULL, casts are CAST(… AS …). Where it does not go, ask dialect().
//
// Thread safety: a Connection belongs to one thread at a time; the rest are value types.
#pragma once

#include <charconv>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"

namespace faqbot::store {

using Time = std::chrono::sys_time<std::chrono::milliseconds>;

enum class Dialect { kSqlite, kPostgres };

// What stands for a placeholder. Text is looked at until the call that it is given to returns.
class Value {
 public:
  enum class Kind { kNumber, kText, kBytes };

  template <std::integral Number>
  Value(Number number) : number_(static_cast<std::int64_t>(number)) {}
  Value(Time time) : number_(time.time_since_epoch().count()) {}
  Value(std::string_view text) : kind_(Kind::kText), text_(text) {}
  Value(const std::string& text) : Value(std::string_view(text)) {}
  Value(const char* text) : Value(std::string_view(text)) {}
  static Value bytes(std::string_view bytes) {
    Value value(bytes);
    value.kind_ = Kind::kBytes;
    return value;
  }

  Kind kind() const { return kind_; }
  std::int64_t number() const { return number_; }
  std::string_view text() const { return text_; }

 private:
  Kind kind_ = Kind::kNumber;
  std::int64_t number_ = 0;
  std::string_view text_;
};

// Columns count from 0. NULL reads as empty and as 0.
class Row {
 public:
  explicit Row(std::vector<std::string> cells) : cells_(std::move(cells)) {}

  const std::string& text(std::size_t column) const { return cells_.at(column); }
  std::int64_t number(std::size_t column) const {
    const std::string& cell = cells_.at(column);
    std::int64_t number = 0;
    std::from_chars(cell.data(), cell.data() + cell.size(), number);
    return number;
  }
  Time time(std::size_t column) const { return Time(std::chrono::milliseconds(number(column))); }

 private:
  std::vector<std::string> cells_;
};

// All at once: a connection is free again when they are here. Whoever asks bounds them.
using Rows = std::vector<Row>;

class Connection {
 public:
  virtual ~Connection() = default;

  virtual Dialect dialect() const = 0;

  // One statement. It is prepared once for each text, so texts are few and values are never part of them.
  virtual Result<Rows> run(std::string_view sql, std::span<const Value> values) = 0;

  // One or more statements without values or rows.
  virtual std::optional<Error> script(const std::string& sql) = 0;

  // True once it can only be thrown away.
  virtual bool is_broken() const = 0;

  template <typename... Values>
  Result<Rows> query(std::string_view sql, const Values&... values) {
    const std::vector<Value> all = {Value(values)...};
    return run(sql, all);
  }
};

}  // namespace faqbot::store

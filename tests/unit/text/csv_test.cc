#include "text/csv.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace faqbot::text {
namespace {

using Fields = std::vector<std::vector<std::string>>;

Fields fields_of(const std::vector<CsvRow>& rows) {
  Fields fields;
  for (const CsvRow& row : rows) fields.push_back(row.fields);
  return fields;
}

struct Row {
  std::string_view bytes;
  Fields want;
};

// RFC 4180, section 2, by its numbered rules; then what real files hold besides.
const Row kRows[] = {
    {"aaa,bbb\r\nzzz,yyy\r\n", {{"aaa", "bbb"}, {"zzz", "yyy"}}},                    // 1
    {"aaa,bbb\r\nzzz,yyy", {{"aaa", "bbb"}, {"zzz", "yyy"}}},                        // 2: no break at the end
    {"field_name,other\r\naaa,bbb\r\n", {{"field_name", "other"}, {"aaa", "bbb"}}},  // 3
    {" a , b \n", {{" a ", " b "}}},                                     // 4: spaces are part of a field
    {"\"aaa\",\"bbb\",ccc\r\n", {{"aaa", "bbb", "ccc"}}},                // 5
    {"\"aaa\",\"b\r\nbb\",\"c,cc\"\r\n", {{"aaa", "b\r\nbb", "c,cc"}}},  // 6
    {"\"aaa\",\"b\"\"bb\",\"\"\"\"\n", {{"aaa", "b\"bb", "\""}}},        // 7
    {"", {}},
    {"a,,c\n", {{"a", "", "c"}}},
    {"a,\n", {{"a", ""}}},
    {"a,", {{"a", ""}}},
    {",\n", {{"", ""}}},
    {"a\n\n\r\nb\n", {{"a"}, {"b"}}},  // empty lines are passed over
    {"\xEF\xBB\xBF"
     "a,b\n",
     {{"a", "b"}}},  // a byte order mark
    {"caf\xC3\xA9,\"\xE2\x80\x9C,\xE2\x80\x9D\"\n", {{"caf\xC3\xA9", "\xE2\x80\x9C,\xE2\x80\x9D"}}},
    {"a\"b,c\n", {{"a\"b", "c"}}},  // a quote inside an unquoted field stays
};

TEST_CASE("csv: rows are read as RFC 4180 has them") {
  for (const Row& row : kRows) {
    CAPTURE(row.bytes);
    const auto read = read_csv(row.bytes);
    REQUIRE(read);
    CHECK(fields_of(*read) == row.want);
  }
}

TEST_CASE("csv: a row knows the line that it begins at") {
  const auto read = read_csv("a\n\n\"b\nb\nb\",c\nd\r\n");
  REQUIRE(read);
  REQUIRE(read->size() == 3);
  CHECK((*read)[0].line == 1);
  CHECK((*read)[1].line == 3);
  CHECK((*read)[2].line == 6);
}

TEST_CASE("csv: a quote that never ends is an error at the line of its opening") {
  const auto read = read_csv("a,b\nc,\"d\ne,f\n");
  REQUIRE_FALSE(read);
  CHECK(read.error().message.find("line 2:") == 0);
  CHECK(read.error().message.find("close it") != std::string::npos);
}

TEST_CASE("csv: what is written is read back") {
  for (const std::string_view value :
       {"plain", "", "a,b", "say \"no\"", "two\nlines", "two\r\nlines", "\"", "tab\there"}) {
    CAPTURE(value);
    const auto read = read_csv("first," + csv_field(value) + "\r\n");
    REQUIRE(read);
    CHECK(fields_of(*read) == Fields{{"first", std::string(value)}});
  }
}

TEST_CASE("csv: fields that need no quotes get none") {
  CHECK(csv_field("does it hurt?") == "does it hurt?");
  CHECK(csv_field("yes, a bit") == "\"yes, a bit\"");
}

TEST_CASE("tsv: tabs part fields, quotes are letters like any other") {
  CHECK(fields_of(read_tsv("a\tb\n\"c\td\"\n")) == Fields{{"a", "b"}, {"\"c", "d\""}});
}

TEST_CASE("tsv: line ends of both kinds, empty fields, empty lines and a byte order mark") {
  CHECK(fields_of(read_tsv("\xEF\xBB\xBF"
                           "a\t\tb\r\n\n\r\nc\t")) == Fields{{"a", "", "b"}, {"c", ""}});
}

TEST_CASE("tsv: a row knows its line") {
  const auto rows = read_tsv("a\n\nb\n");
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].line == 1);
  CHECK(rows[1].line == 3);
}

TEST_CASE("tsv: a written field cannot break its row") {
  const std::string line = tsv_field("one\ttwo\r\nthree") + '\t' + tsv_field("four") + '\n';
  CHECK(fields_of(read_tsv(line)) == Fields{{"one two  three", "four"}});
}

}  // namespace
}  // namespace faqbot::text

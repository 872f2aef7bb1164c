#include "http/framing.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using faqbot::http::Framing;
using faqbot::http::FramingLimits;
using State = faqbot::http::Framing::State;

namespace {

constexpr FramingLimits kLimits{.most_head_bytes = 16 * 1024, .most_body_bytes = 1000};

struct Refused {
  std::string_view what;
  std::string bytes;
  int status;
};

std::string with_field(std::string_view field) {
  return "GET / HTTP/1.1\r\nHost: a\r\n" + std::string(field) + "\r\n\r\n";
}

std::string many_fields(int count) {
  std::string head = "GET / HTTP/1.1\r\nHost: a\r\n";
  for (int i = 0; i < count; ++i) head += "X: y\r\n";
  return head + "\r\n";
}

const Refused kRefused[] = {
    {"a line feed alone ends a line", "GET / HTTP/1.1\nHost: a\n\n", 400},
    {"no address", "GET HTTP/1.1\r\nHost: a\r\n\r\n", 400},
    {"not HTTP at all", "hello there my friend\r\n\r\n", 400},
    {"HTTP/2's preface", "PRI * HTTP/2.0\r\n\r\n", 505},
    {"an unknown method", "BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501},
    {"a space in the address", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 400},
    {"an address without a slash", "GET a HTTP/1.1\r\nHost: a\r\n\r\n", 400},
    {"a long address", "GET /" + std::string(9000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", 414},
    {"an endless address", "GET /" + std::string(17000, 'a'), 414},
    {"a long header", with_field("X: " + std::string(17000, 'a')), 431},
    {"an endless header", "GET / HTTP/1.1\r\nX: " + std::string(17000, 'a'), 431},
    {"101 fields", many_fields(100), 431},
    {"no host", "GET / HTTP/1.1\r\n\r\n", 400},
    {"two hosts", with_field("Host: b"), 400},
    {"a folded line", with_field("X: a\r\n b"), 400},
    {"a space before the colon", with_field("X : a"), 400},
    {"a field without a name", with_field(": a"), 400},
    {"NUL in a value", with_field(std::string("X: a\0b", 6)), 400},
    {"two lengths", with_field("Content-Length: 1\r\nContent-Length: 2"), 400},
    {"a length with a sign", with_field("Content-Length: +1"), 400},
    {"a negative length", with_field("Content-Length: -1"), 400},
    {"a length that is a list", with_field("Content-Length: 1, 1"), 400},
    {"a length beyond all numbers", with_field("Content-Length: 99999999999999999999999"), 413},
    {"a length beyond the limit", with_field("Content-Length: 1001"), 413},
    {"a length beside chunks", with_field("Content-Length: 1\r\nTransfer-Encoding: chunked"), 400},
    {"another encoding", with_field("Transfer-Encoding: gzip, chunked"), 501},
    {"chunks in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400},
    {"another expectation", with_field("Expect: 200-ok"), 417},
    {"a chunk's size that is no number", with_field("Transfer-Encoding: chunked") + "xyz\r\n", 400},
    {"a chunk longer than the limit", with_field("Transfer-Encoding: chunked") + "3e9\r\n", 413},
    {"a chunk's size beyond all numbers", with_field("Transfer-Encoding: chunked") + "ffffffffffffffffff\r\n",
     413},
    {"a chunk without an end", with_field("Transfer-Encoding: chunked") + "1\r\nab\r\n", 400},
    {"an endless chunk line", with_field("Transfer-Encoding: chunked") + "1;" + std::string(2000, 'x'), 400},
    {"endless trailers",
     with_field("Transfer-Encoding: chunked") + "0\r\n" +
         [] {
           std::string trailers;
           for (int i = 0; i < 100; ++i) trailers += "X: " + std::string(100, 'y') + "\r\n";
           return trailers;
         }(),
     400},
};

constexpr std::string_view kChunked =
    "POST /p HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n5;name=value\r\nhello\r\n6\r\n "
    "world\r\n0\r\nX: y\r\n\r\n";

}  // namespace

TEST_CASE("framing: what is not one clear request is refused") {
  for (const Refused& row : kRefused) {
    CAPTURE(row.what);
    Framing framing(kLimits);
    std::string bytes = row.bytes;
    REQUIRE(framing.advance(bytes) == State::kRefused);
    CHECK(framing.refusal().status == row.status);
  }
}

TEST_CASE("framing: the same refusals come however the bytes are cut") {
  for (const Refused& row : kRefused) {
    CAPTURE(row.what);
    Framing framing(kLimits);
    std::string bytes;
    State state = State::kIncomplete;
    for (const char byte : row.bytes) {
      bytes += byte;
      state = framing.advance(bytes);
      if (state != State::kIncomplete) break;
    }
    REQUIRE(state == State::kRefused);
    CHECK(framing.refusal().status == row.status);
  }
}

TEST_CASE("framing: a request in single bytes is complete with its last one and not before") {
  const std::string request = "POST /p HTTP/1.1\r\nHOST: a\r\nContent-Length: 5\r\n\r\nhello";
  Framing framing(kLimits);
  std::string bytes;
  for (std::size_t i = 0; i + 1 < request.size(); ++i) {
    bytes += request[i];
    REQUIRE(framing.advance(bytes) == State::kIncomplete);
  }
  bytes += request.back();
  REQUIRE(framing.advance(bytes) == State::kComplete);
  CHECK(framing.head().method == "POST");
  CHECK(framing.head().target == "/p");
  CHECK(framing.head().fields.front().name == "host");
  CHECK(framing.body(bytes) == "hello");
}

TEST_CASE("framing: chunks are joined, extensions and trailers dropped, in one piece or in single bytes") {
  for (const std::size_t piece : {kChunked.size(), std::size_t{1}}) {
    CAPTURE(piece);
    Framing framing(kLimits);
    std::string bytes;
    State state = State::kIncomplete;
    for (std::size_t at = 0; at < kChunked.size(); at += piece) {
      REQUIRE(state == State::kIncomplete);
      bytes += kChunked.substr(at, piece);
      state = framing.advance(bytes);
    }
    REQUIRE(state == State::kComplete);
    CHECK(framing.body(bytes) == "hello world");
  }
}

TEST_CASE("framing: requests sent one behind the other come out one by one") {
  Framing framing(kLimits);
  std::string bytes =
      "GET /1 HTTP/1.1\r\nHost: a\r\n\r\n\r\nPOST /2 HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nxx" +
      std::string(kChunked) + "GET /4 HTTP/1.1\r\nHo";
  for (const std::string_view target : {"/1", "/2", "/p"}) {
    REQUIRE(framing.advance(bytes) == State::kComplete);
    CHECK(framing.head().target == target);
    framing.finish(bytes);
  }
  CHECK(framing.advance(bytes) == State::kIncomplete);
  CHECK(framing.has_begun(bytes));
}

TEST_CASE("framing: HTTP/1.1 stays open unless told to close, HTTP/1.0 closes") {
  struct Row {
    std::string_view bytes;
    bool stays;
  };
  for (const Row& row : {Row{"GET / HTTP/1.1\r\nHost: a\r\n\r\n", true},
                         Row{"GET / HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n\r\n", false},
                         Row{"GET / HTTP/1.1\r\nHost: a\r\nConnection: foo, close\r\n\r\n", false},
                         Row{"GET / HTTP/1.0\r\n\r\n", false}}) {
    CAPTURE(row.bytes);
    Framing framing(kLimits);
    std::string bytes(row.bytes);
    REQUIRE(framing.advance(bytes) == State::kComplete);
    CHECK(framing.head().keep_alive == row.stays);
  }
}

TEST_CASE("framing: a client that waits for leave to send its body gets it once") {
  Framing framing(kLimits);
  std::string bytes = "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n";
  REQUIRE(framing.advance(bytes) == State::kIncomplete);
  CHECK(framing.takes_continue());
  CHECK_FALSE(framing.takes_continue());
}

TEST_CASE("framing: a whole address, as proxies send it, is reduced to its path") {
  Framing framing(kLimits);
  std::string bytes = "GET http://clinic.example/faq?x=1 HTTP/1.1\r\nHost: clinic.example\r\n\r\n";
  REQUIRE(framing.advance(bytes) == State::kComplete);
  CHECK(framing.head().target == "/faq?x=1");
}

#include "http/address.h"

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

using faqbot::http::Address;
using faqbot::http::Network;

namespace {

struct Parsed {
  std::string_view text;
  std::string_view same_as;  // empty: no address
};

constexpr Parsed kParsed[] = {
    {"192.0.2.1:4711", "192.0.2.1"},
    {" 192.0.2.1 ", "192.0.2.1"},
    {"::ffff:192.0.2.1", "192.0.2.1"},
    {"[2001:db8::1]", "2001:db8::1"},
    {"[2001:db8::1]:4711", "2001:db8::1"},
    {"\"[2001:db8::1]:4711\"", "2001:db8::1"},
    {"2001:0db8:0::0001", "2001:db8::1"},
    {"", ""},
    {"unknown", ""},
    {"192.0.2.256", ""},
    {"192.0.2", ""},
    {"_hidden", ""},
};

struct Held {
  std::string_view network;
  std::string_view address;
  bool holds;
};

constexpr Held kHeld[] = {
    {"10.0.0.0/8", "10.255.0.1", true},
    {"10.0.0.0/8", "11.0.0.1", false},
    {"192.0.2.128/25", "192.0.2.200", true},
    {"192.0.2.128/25", "192.0.2.127", false},
    {"192.0.2.7", "192.0.2.7", true},
    {"192.0.2.7", "192.0.2.8", false},
    {"0.0.0.0/0", "203.0.113.9", true},
    {"0.0.0.0/0", "2001:db8::1", false},
    {"2001:db8::/32", "2001:db8:ffff::1", true},
    {"2001:db8::/32", "2001:db9::1", false},
    {"::/0", "203.0.113.9", true},
};

struct Forwarded {
  std::string_view peer;
  std::string_view header;
  std::string_view visitor;
};

// 10.0.0.0/8 is trusted.
constexpr Forwarded kForwarded[] = {
    {"198.51.100.1", "", "198.51.100.1"},
    {"198.51.100.1", "203.0.113.5", "198.51.100.1"},       // a visitor who makes a name up
    {"10.0.0.1", "203.0.113.5", "203.0.113.5"},            // one proxy
    {"10.0.0.1", "1.2.3.4, 203.0.113.5", "203.0.113.5"},   // a made-up entry left of the proxy's
    {"10.0.0.1", "203.0.113.5, 10.0.0.2", "203.0.113.5"},  // two proxies
    {"10.0.0.1", "1.2.3.4, 203.0.113.5, 10.0.0.2", "203.0.113.5"},
    {"10.0.0.1", "garbage", "10.0.0.1"},
    {"10.0.0.1", "1.2.3.4, garbage", "10.0.0.1"},  // never past what cannot be read
    {"10.0.0.1", "[2001:db8::9]:1234", "2001:db8::9"},
    {"10.0.0.1", ",,", "10.0.0.1"},
};

}  // namespace

TEST_CASE("address: ports and brackets are passed over, nonsense is no address") {
  for (const Parsed& row : kParsed) {
    CAPTURE(row.text);
    const auto address = Address::parse(row.text);
    CHECK(address.has_value() == !row.same_as.empty());
    if (address && !row.same_as.empty()) CHECK(*address == *Address::parse(row.same_as));
  }
}

TEST_CASE("address: a network holds what its prefix says") {
  for (const Held& row : kHeld) {
    CAPTURE(row.network);
    CAPTURE(row.address);
    CHECK(Network::parse(row.network)->holds(*Address::parse(row.address)) == row.holds);
  }
}

TEST_CASE("address: a prefix that no address has is refused") {
  for (const std::string_view text : {"10.0.0.0/33", "2001:db8::/129", "10.0.0.0/", "10.0.0.0/x", "/8"}) {
    CAPTURE(text);
    CHECK_FALSE(Network::parse(text));
  }
}

TEST_CASE("address: the visitor is the last one whom a trusted proxy names") {
  const std::vector<Network> trusted = {*Network::parse("10.0.0.0/8")};
  for (const Forwarded& row : kForwarded) {
    CAPTURE(row.header);
    CHECK(visitor(*Address::parse(row.peer), row.header, trusted) == *Address::parse(row.visitor));
  }
}

TEST_CASE("address: an IPv6 visitor is a /64, an IPv4 visitor one address") {
  CHECK(Address::parse("2001:db8:0:1::1")->client() == Address::parse("2001:db8:0:1:ffff::9")->client());
  CHECK(Address::parse("2001:db8:0:1::1")->client() != Address::parse("2001:db8:0:2::1")->client());
  CHECK(Address::parse("192.0.2.1")->client() != Address::parse("192.0.2.2")->client());
}

#include "http/endpoint.h"

#include <doctest/doctest.h>

#include <string_view>

using faqbot::http::Endpoint;
using faqbot::http::ListenSocket;

namespace {

struct Good {
  std::string_view text;
  std::string_view host;
  int port;
  std::string_view url;
};

constexpr Good kGood[] = {
    {"127.0.0.1:8080", "127.0.0.1", 8080, "http://127.0.0.1:8080/"},
    {"[::1]:80", "::1", 80, "http://[::1]:80/"},
    {"localhost:0", "localhost", 0, "http://localhost:0/"},
    {":8080", "", 8080, "http://localhost:8080/"},
    {"*:8080", "", 8080, "http://localhost:8080/"},
    {"0.0.0.0:8080", "0.0.0.0", 8080, "http://localhost:8080/"},
};

}  // namespace

TEST_CASE("endpoint: host and port, and the address to open") {
  for (const Good& row : kGood) {
    CAPTURE(row.text);
    const auto endpoint = Endpoint::parse(row.text);
    REQUIRE(endpoint.ok());
    CHECK(endpoint->host == row.host);
    CHECK(endpoint->port == row.port);
    CHECK(endpoint->url() == row.url);
  }
}

TEST_CASE("endpoint: anything else is an error that shows how to write it") {
  for (const std::string_view text :
       {"", "8080", "localhost", "localhost:", "localhost:x", "localhost:70000", "::1:80", "a:-1"}) {
    CAPTURE(text);
    const auto endpoint = Endpoint::parse(text);
    REQUIRE_FALSE(endpoint.ok());
    CHECK(endpoint.error().message.find("127.0.0.1:8080") != std::string::npos);
  }
}

TEST_CASE("endpoint: a port in use is an error that says what to do") {
  const auto first = ListenSocket::open({"127.0.0.1", 0});
  REQUIRE(first.ok());
  const auto second = ListenSocket::open({"127.0.0.1", first->port()});
  REQUIRE_FALSE(second.ok());
  CHECK(second.error().message.find("--listen") != std::string::npos);
}

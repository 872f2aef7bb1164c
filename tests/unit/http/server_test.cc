#include "http/server.h"

#include <doctest/doctest.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "http/routes.h"
#include "unit/http/raw_client.h"
#include "unit/http/small_knowledge.h"

using namespace faqbot::http;
using namespace faqbot::http::testing;
using namespace std::chrono_literals;

namespace {

// Patience short enough for a test, long enough for a machine under sanitizers.
ServerOptions quick() {
  ServerOptions options;
  options.threads = 2;
  options.patience = {.head = 400ms,
                      .request = 600ms,
                      .idle = 5s,
                      .idle_when_crowded = 5s,
                      .response = 400ms,
                      .farewell = 300ms,
                      .stop = 5s};
  return options;
}

ServerOptions patient() {
  ServerOptions options;
  options.threads = 2;
  return options;
}

Response echo(const Request& request) {
  Response response;
  response.type = "text/plain";
  response.body =
      std::string(request.method) + " " + std::string(request.path) + " " + std::string(request.body);
  return response;
}

// Both ends of every connection lie in this process; many systems allow 1,024 descriptors until asked for
// more.
void allow_descriptors(rlim_t wanted) {
  rlimit limit{};
  getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = std::max(limit.rlim_cur, std::min(limit.rlim_max, wanted));
  setrlimit(RLIMIT_NOFILE, &limit);
}

class Running {
 public:
  explicit Running(const ServerOptions& options, Handler handler = echo)
      : server_(options, std::move(handler)) {
    const auto port = server_.start({"127.0.0.1", 0});
    REQUIRE(port.ok());
    port_ = *port;
  }

  RawClient client() const { return RawClient(port_); }
  Server& server() { return server_; }
  std::string ask(std::string_view bytes) const {
    RawClient one = client();
    one.send(bytes);
    return one.response();
  }
  bool is_alive() const { return status_of(ask(get("/"))) == "200"; }

 private:
  Server server_;
  std::uint16_t port_ = 0;
};

void check_problem(const std::string& response, std::string_view status) {
  CHECK(status_of(response) == status);
  CHECK(response.find("Content-Type: application/problem+json") != std::string::npos);
  CHECK(nlohmann::json::parse(body_of(response)).at("status") == std::stoi(std::string(status)));
}

std::size_t resident_kilobytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS:")) return std::stoul(line.substr(6));
  return 0;
}

std::size_t threads_of_this_process() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("Threads:")) return std::stoul(line.substr(8));
  return 0;
}

}  // namespace

TEST_CASE("server: requests over one connection, one behind the other, each get their own answer in order") {
  const Running running(patient());
  RawClient client = running.client();
  std::string all;
  for (int i = 0; i < 50; ++i) all += post("/" + std::to_string(i), "body");
  REQUIRE(client.send(all));
  for (int i = 0; i < 50; ++i) CHECK(body_of(client.response()) == "POST /" + std::to_string(i) + " body");
}

TEST_CASE("server: a request in single bytes is answered like any other") {
  const Running running(patient());
  RawClient client = running.client();
  for (const char byte : post("/slow", "hello")) REQUIRE(client.send(std::string_view(&byte, 1)));
  CHECK(body_of(client.response()) == "POST /slow hello");
}

TEST_CASE("server: a chunked body arrives whole") {
  const Running running(patient());
  CHECK(body_of(running.ask("POST /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: "
                            "chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")) == "POST /c abcde");
}

TEST_CASE("server: a client that waits for leave to send its body gets leave, then the answer") {
  const Running running(patient());
  RawClient client = running.client();
  REQUIRE(client.send("POST /e HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n"));
  CHECK(status_of(client.response()) == "100");
  REQUIRE(client.send("hi"));
  CHECK(body_of(client.response()) == "POST /e hi");
}

TEST_CASE("server: it closes when asked to, and after HTTP/1.0") {
  const Running running(patient());
  RawClient polite = running.client();
  polite.send(get("/", "Connection: close\r\n"));
  CHECK(polite.rest().find("Connection: close") != std::string::npos);
  RawClient old = running.client();
  old.send("GET / HTTP/1.0\r\n\r\n");
  CHECK(status_of(old.rest()) == "200");
}

TEST_CASE("server: HEAD has the length but no body") {
  const Running running(patient());
  RawClient client = running.client();
  client.send("HEAD /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  const auto all = client.rest();
  CHECK(all.find("Content-Length: 8") != std::string::npos);
  CHECK(body_of(all).empty());
}

TEST_CASE("server: a handler that throws is a 500, and the connection goes on") {
  const Running running(patient(), [](const Request& request) -> Response {
    if (request.path == "/bad") throw std::runtime_error("secret detail");
    return echo(request);
  });
  RawClient client = running.client();
  client.send(get("/bad") + get("/good"));
  const auto bad = client.response();
  check_problem(bad, "500");
  CHECK(bad.find("secret detail") == std::string::npos);
  CHECK(status_of(client.response()) == "200");
}

TEST_CASE("server: bytes that are no request get their problem and the connection is closed") {
  const Running running(quick());
  struct Row {
    std::string_view what;
    std::string bytes;
    std::string_view status;
  };
  std::string flood = "GET / HTTP/1.1\r\nHost: a\r\n";
  for (int i = 0; i < 2000; ++i) flood += "X-" + std::to_string(i) + ": flood of headers\r\n";
  const Row rows[] = {
      {"nonsense", "nonsense\r\n\r\n", "400"},
      {"TLS where none is spoken", std::string("\x16\x03\x01\x02\x00\n", 6), "400"},
      {"a header flood", flood, "431"},
      {"a header without end", "GET / HTTP/1.1\r\nX: " + std::string(1'000'000, 'a'), "431"},
      {"a body of 1 MB", post("/", std::string(1'000'000, 'a')), "413"},
      {"a body that claims to be longer than all memory",
       "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 18446744073709551615\r\n\r\n", "413"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    RawClient client = running.client();
    client.send(row.bytes);
    const auto response = client.response();
    check_problem(response, row.status);
    CHECK(response.find("Connection: close") != std::string::npos);
    CHECK(client.is_closed_by_server());
    CHECK(running.is_alive());
  }
}

TEST_CASE("server: an endless chunked body is cut off at the limit, and memory stays flat") {
  const Running running(quick());
  REQUIRE(running.is_alive());
  const auto before = resident_kilobytes();
  for (int client_number = 0; client_number < 20; ++client_number) {
    RawClient client = running.client();
    client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    const std::string chunk = "4000\r\n" + std::string(0x4000, 'x') + "\r\n";
    for (int i = 0; i < 1000 && client.send(chunk); ++i) {
    }
    CHECK(running.is_alive());
  }
  CHECK(resident_kilobytes() < before + 20'000);
}

TEST_CASE("server: a client that is told why it was refused may still be sending") {
  const Running running(quick());
  RawClient client = running.client();
  client.send(post("/", std::string(500'000, 'a')));
  check_problem(client.response(), "413");
}

TEST_CASE("server: a head or a body that does not come to an end is given up with 408") {
  const Running running(quick());
  for (const std::string_view bytes :
       {"GET / HTTP/1.1\r\nHost: a\r\n", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc"}) {
    CAPTURE(bytes);
    RawClient client = running.client();
    client.send(bytes);
    check_problem(client.response(), "408");
    CHECK(client.is_closed_by_server());
  }
}

TEST_CASE("server: an idle connection is closed without a word") {
  auto options = quick();
  options.patience.idle = 200ms;
  const Running running(options);
  RawClient silent = running.client();
  CHECK(silent.is_closed_by_server());
  RawClient once = running.client();
  once.send(get("/"));
  CHECK(status_of(once.response()) == "200");
  CHECK(once.is_closed_by_server());
}

TEST_CASE("server: a client that does not take its answers in holds neither a thread nor memory") {
  const std::string big(1'000'000, 'x');
  Running running(quick(), [&](const Request& request) {
    Response response = echo(request);
    if (request.path == "/big") response.body = big;
    return response;
  });
  std::vector<RawClient> clients;
  for (int i = 0; i < 8; ++i) {
    clients.push_back(running.client());
    clients.back().take_in_little();
    std::string all;
    for (int request = 0; request < 50; ++request) all += get("/big");
    clients.back().send(all);
  }
  for (int i = 0; i < 5; ++i) CHECK(running.is_alive());
  while (running.server().counts().timed_out < 8) std::this_thread::sleep_for(10ms);
  CHECK(running.is_alive());
}

TEST_CASE("server: 1,000 idle and 100 dripping connections cost no thread, and a new visitor is answered") {
  allow_descriptors(4096);
  const Running running(patient());
  REQUIRE(running.is_alive());
  const auto threads = threads_of_this_process();
  std::vector<RawClient> idle;
  std::vector<RawClient> dripping;
  for (int i = 0; i < 1000; ++i) {
    idle.push_back(running.client());
    idle.back().send(get("/"));
  }
  for (RawClient& client : idle) REQUIRE(status_of(client.response()) == "200");
  for (int i = 0; i < 100; ++i) dripping.push_back(running.client());
  for (const char byte : std::string_view("POST / HTTP/1.1\r\n")) {
    for (RawClient& client : dripping) REQUIRE(client.send(std::string_view(&byte, 1)));
    CHECK(running.is_alive());
  }
  CHECK(threads_of_this_process() == threads);
  idle.front().send(get("/again"));
  CHECK(body_of(idle.front().response()) == "GET /again ");
}

TEST_CASE("server: beyond its places it turns clients away and goes on serving those inside") {
  auto options = quick();
  options.most_connections = 10;
  const Running running(options);
  std::vector<RawClient> inside;
  for (int i = 0; i < 10; ++i) {
    inside.push_back(running.client());
    inside.back().send(get("/"));
    REQUIRE(status_of(inside.back().response()) == "200");
  }
  RawClient outside = running.client();
  CHECK(status_of(outside.response()) == "503");
  inside.front().send(get("/"));
  CHECK(status_of(inside.front().response()) == "200");
}

TEST_CASE("server: one address has its share of the places; a trusted proxy has all") {
  auto options = quick();
  options.most_connections_per_client = 2;
  for (const bool is_proxy : {false, true}) {
    CAPTURE(is_proxy);
    if (is_proxy) options.trusted_proxies = {*Network::parse("127.0.0.0/8")};
    const Running running(options);
    std::vector<RawClient> clients;
    for (int i = 0; i < 3; ++i) {
      clients.push_back(running.client());
      clients.back().send(get("/"));
    }
    CHECK(status_of(clients[1].response()) == "200");
    CHECK(status_of(clients[2].response()) == (is_proxy ? "200" : "503"));
  }
}

TEST_CASE("server: half-sent bodies of many clients together never exceed the budget") {
  auto options = patient();
  options.most_held_bytes = 1'000'000;
  Running running(options);
  std::vector<RawClient> clients;
  for (int i = 0; i < 50; ++i) {
    clients.push_back(running.client());
    clients.back().send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100001\r\n\r\n" +
                        std::string(100'000, 'x'));
  }
  while (running.server().counts().open > 10) std::this_thread::sleep_for(10ms);
  CHECK(running.is_alive());
}

TEST_CASE("server: stopping lets the request under way finish, says so, and ends the idle ones") {
  std::atomic<bool> is_inside{false};
  std::atomic<bool> may_go_on{false};
  Running running(quick(), [&](const Request& request) {
    if (request.path != "/slow") return echo(request);
    is_inside = true;
    while (!may_go_on) std::this_thread::sleep_for(1ms);
    return echo(request);
  });
  RawClient idle = running.client();
  idle.send(get("/"));
  REQUIRE(status_of(idle.response()) == "200");
  RawClient busy = running.client();
  busy.send(get("/slow"));
  while (!is_inside) std::this_thread::sleep_for(1ms);
  std::thread stopping([&] { running.server().stop(); });
  CHECK(idle.is_closed_by_server());
  may_go_on = true;
  const auto last = busy.rest();
  CHECK(status_of(last) == "200");
  CHECK(last.find("Connection: close") != std::string::npos);
  stopping.join();
  RawClient late = running.client();
  CHECK_FALSE(late.connected());
}

TEST_CASE("server: stopping does not wait for ever for a client that is slow") {
  auto options = patient();
  options.patience.stop = 200ms;
  Running running(options);
  RawClient slow = running.client();
  slow.send("POST / HTTP/1.1\r\nHost: a\r\n");
  while (running.server().counts().open == 0) std::this_thread::sleep_for(1ms);
  running.server().stop();
  CHECK(running.server().counts().open == 0);
}

TEST_CASE("server: many clients at once, some leaving in the middle, while the knowledge is reloaded") {
  const SmallKnowledge knowledge;
  const auto engine = *faqbot::LiveEngine::open(knowledge.folder());
  RouteOptions route_options;
  route_options.keys = {random_key()};
  route_options.rate.per_second = 0.0;
  Routes routes(route_options);
  routes.serve(*engine);
  const Running running(patient(), [&](const Request& request) { return routes.handle(request); });
  std::atomic<int> answered{0};
  std::vector<std::thread> visitors;
  for (int visitor = 0; visitor < 4; ++visitor) {
    visitors.emplace_back([&, visitor] {
      for (int i = 0; i < 50; ++i) {
        RawClient client = running.client();
        client.send(post("/api/ask", R"({"message":"does it hurt?"})"));
        if ((i + visitor) % 3 == 0) continue;
        answered += status_of(client.response()) == "200" ? 1 : 0;
      }
    });
  }
  for (int i = 0; i < 3; ++i) CHECK(engine->reload().ok());
  for (std::thread& visitor : visitors) visitor.join();
  CHECK(answered >= 4 * 33);
}

// The yardstick of tests/bench/http: cpp-httplib as it comes, answering every POST /api/ask with the same
// bytes.
//
// Usage: bare_httplib FILE      Prints its port; ends when standard input does.
#include <httplib.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <limits>
#include <string>
#include <thread>

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: bare_httplib FILE\n";
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  httplib::Server server;
  server.set_tcp_nodelay(true);
  server.Post("/api/ask", [&](const httplib::Request&, httplib::Response& response) {
    response.set_content(bytes, "application/json");
  });
  const int port = server.bind_to_any_port("127.0.0.1");
  std::thread serving([&] { server.listen_after_bind(); });
  server.wait_until_ready();
  std::cout << port << std::endl;
  std::cin.ignore(std::numeric_limits<std::streamsize>::max());
  server.stop();
  serving.join();
}

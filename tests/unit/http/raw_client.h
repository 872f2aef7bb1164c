// A client that sends any bytes it is told to, right or wrong, and reads what comes back.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace faqbot::http::testing {

class RawClient {
 public:
  explicit RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }
  ~RawClient() { ::close(socket_); }
  RawClient(RawClient&& other) noexcept
      : socket_(std::exchange(other.socket_, -1)), connected_(other.connected_), in_(std::move(other.in_)) {}
  RawClient& operator=(RawClient&&) = delete;

  bool connected() const { return connected_; }

  // False once the server has closed. What the server takes in no more is not waited for beyond `patience`.
  bool send(std::string_view bytes, std::chrono::milliseconds patience = std::chrono::seconds(20)) const {
    while (!bytes.empty()) {
      if (!wait(POLLOUT, patience)) return false;
      const auto count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
      if (count < 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
  }

  // The next whole response (by its Content-Length), or what came before the server closed.
  std::string response() {
    for (;;) {
      const auto head_end = in_.find("\r\n\r\n");
      if (head_end != std::string::npos) {
        const std::size_t size = head_end + 4 + content_length(in_.substr(0, head_end));
        if (in_.size() >= size) {
          const std::string whole = in_.substr(0, size);
          in_.erase(0, size);
          return whole;
        }
      }
      if (!more()) return std::exchange(in_, {});
    }
  }

  // Everything until the server closes.
  std::string rest() {
    while (more()) {
    }
    return std::exchange(in_, {});
  }

  // True where the server closes without sending anything more.
  bool is_closed_by_server() { return in_.empty() && rest().empty() && closed_; }

  void stop_sending() const { ::shutdown(socket_, SHUT_WR); }
  void take_in_little() const {
    const int small = 4096;
    setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
  }

 private:
  static std::size_t content_length(const std::string& head) {
    const std::string name = "\r\nContent-Length: ";
    const auto at = head.find(name);
    return at == std::string::npos ? 0 : std::stoul(head.substr(at + name.size()));
  }

  bool wait(short what, std::chrono::milliseconds patience) const {
    pollfd watched{socket_, what, 0};
    return ::poll(&watched, 1, static_cast<int>(patience.count())) == 1;
  }

  bool more() {
    if (!wait(POLLIN, std::chrono::seconds(20))) return false;
    std::array<char, 16384> piece{};
    const auto count = ::recv(socket_, piece.data(), piece.size(), 0);
    if (count <= 0) {
      closed_ = true;
      return false;
    }
    in_.append(piece.data(), static_cast<std::size_t>(count));
    return true;
  }

  int socket_;
  bool connected_ = false;
  bool closed_ = false;
  std::string in_;
};

inline std::string post(std::string_view path, std::string_view body, std::string_view more_fields = "") {
  return "POST " + std::string(path) +
         " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " +
         std::to_string(body.size()) + "\r\n" + std::string(more_fields) + "\r\n" + std::string(body);
}

inline std::string get(std::string_view path, std::string_view more_fields = "") {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: localhost\r\n" + std::string(more_fields) + "\r\n";
}

// "413" of "HTTP/1.1 413 Payload Too Large"; empty where nothing came.
inline std::string status_of(std::string_view response) {
  return response.size() < 12 ? std::string() : std::string(response.substr(9, 3));
}

inline std::string body_of(std::string_view response) {
  const auto at = response.find("\r\n\r\n");
  return at == std::string_view::npos ? std::string() : std::string(response.substr(at + 4));
}

}  // namespace faqbot::http::testing

#include "http/server.h"

#include <poll.h>
#include <spdlog/spdlog.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>
#include <utility>

namespace faqbot::http {
namespace {

constexpr std::chrono::milliseconds kOversight{250};
constexpr std::chrono::milliseconds kOversightWhenStopping{10};
constexpr std::size_t kScratchBytes = std::size_t{16} * 1024;

}  // namespace

// A file descriptor and nothing else.
class Server::Descriptor {
 public:
  Descriptor(int descriptor, const char* what) : descriptor_(descriptor) {
    if (descriptor < 0) throw std::system_error(errno, std::generic_category(), what);
  }
  ~Descriptor() { ::close(descriptor_); }
  Descriptor(const Descriptor&) = delete;  // closed once
  Descriptor& operator=(const Descriptor&) = delete;

  int get() const { return descriptor_; }
  void signal() const { eventfd_write(descriptor_, 1); }

 private:
  const int descriptor_;
};

Server::Server(ServerOptions options, Handler handler)
    : options_(std::move(options)),
      handler_(std::move(handler)),
      connections_(options_),
      epoll_(std::make_unique<Descriptor>(epoll_create1(EPOLL_CLOEXEC), "epoll")),
      overseer_wakes_(std::make_unique<Descriptor>(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK), "eventfd")),
      workers_end_(std::make_unique<Descriptor>(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK), "eventfd")) {
  epoll_event end{.events = EPOLLIN, .data = {.ptr = nullptr}};
  epoll_ctl(epoll_->get(), EPOLL_CTL_ADD, workers_end_->get(), &end);
}

Server::~Server() {
  stop();
}

Result<std::uint16_t> Server::start(const Endpoint& endpoint) {
  auto socket = ListenSocket::open(endpoint);
  if (!socket) return socket.error();
  listening_ = *std::move(socket);
  const auto port = listening_->port();
  for (unsigned i = 0; i < std::max(1U, options_.threads); ++i) workers_.emplace_back([this] { work(); });
  overseer_ = std::jthread([this] { oversee(); });
  return port;
}

void Server::stop() {
  stopping_ = true;
  overseer_wakes_->signal();
  if (overseer_.joinable()) overseer_.join();
  workers_end_->signal();
  workers_.clear();
  connections_.close_all();
}

ConnectionCounts Server::counts() const {
  return {connections_.size(), accepted_, turned_away_, timed_out_};
}

void Server::work() {
  Protocol protocol(handler_, stopping_);
  std::array<char, kScratchBytes> scratch{};
  Bench bench{protocol, scratch, options_.patience};
  for (;;) {
    epoll_event event{};
    const int ready = epoll_wait(epoll_->get(), &event, 1, -1);
    if (ready < 0 && errno == EINTR) continue;
    if (ready < 0 || event.data.ptr == nullptr) return;
    auto& connection = *static_cast<Connection*>(event.data.ptr);
    const bool expired = connection.lease().take();
    const auto next = connection.advance(bench, expired, Clock::now());
    if (next == Connection::Next::kClose || !affords(connection))
      close(connection);
    else
      arm(connection, next, EPOLL_CTL_MOD);
  }
}

// Many clients that each stop in the middle of a long body must not fill the memory together.
bool Server::affords(Connection& connection) {
  const std::size_t held = connection.held_bytes();
  const std::size_t before = connection.count(held);
  const std::size_t total = held_bytes_ += held - before;  // wraps round, rightly, where it is less
  return held <= before || total <= options_.most_held_bytes;
}

void Server::close(Connection& connection) {
  held_bytes_ -= connection.count(0);
  connections_.close(connection);
}

// The lease is parked first: from the system call on, another worker may hold it.
void Server::arm(Connection& connection, Connection::Next next, int operation) {
  const std::uint32_t wanted = next == Connection::Next::kWrite ? EPOLLOUT : EPOLLIN;
  epoll_event event{.events = wanted | EPOLLONESHOT, .data = {.ptr = &connection}};
  const int socket = connection.socket();
  connection.lease().park(connection.patience_ends());
  if (epoll_ctl(epoll_->get(), operation, socket, &event) != 0) close(connection);
}

void Server::oversee() {
  auto next_sweep = Clock::now();
  while (!stopping_) {
    std::array<pollfd, 2> watched = {
        {{overseer_wakes_->get(), POLLIN, 0}, {listening_->descriptor(), POLLIN, 0}}};
    ::poll(watched.data(), watched.size(), static_cast<int>(kOversight.count()));
    let_in();
    if (const auto now = Clock::now(); now >= next_sweep) {
      timed_out_ += connections_.expire(now, false);
      next_sweep = now + kOversight;
    }
  }
  let_in();
  listening_.reset();
  const auto stop_by = Clock::now() + options_.patience.stop;
  while (connections_.size() > 0 && Clock::now() < stop_by) {
    connections_.expire(Clock::now(), true);
    std::this_thread::sleep_for(kOversightWhenStopping);
  }
}

void Server::let_in() {
  for (;;) {
    sockaddr_storage from{};
    socklen_t size = sizeof from;
    const int socket = ::accept4(listening_->descriptor(), reinterpret_cast<sockaddr*>(&from), &size,
                                 SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (socket < 0 && (errno == EINTR || errno == ECONNABORTED)) continue;
    if (socket < 0) {
      if (errno == EAGAIN || errno == EWOULDBLOCK) return;
      // Out of descriptors or memory: those that are open go on, and a pause lets some of them end.
      spdlog::warn("cannot accept a connection: {}", std::strerror(errno));
      std::this_thread::sleep_for(kOversightWhenStopping);
      return;
    }
    ++accepted_;
    Connection* const connection = connections_.admit(socket, Address::of(from), Clock::now());
    if (connection == nullptr) {
      ++turned_away_;
      continue;
    }
    arm(*connection, Connection::Next::kRead, EPOLL_CTL_ADD);
  }
}

}  // namespace faqbot::http

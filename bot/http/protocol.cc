#include "http/protocol.h"

#include <httplib.h>
#include <spdlog/spdlog.h>

#include <array>
#include <cstring>
#include <ctime>
#include <exception>

#include "http/problem.h"

namespace faqbot::http {
namespace {

// What cpp-httplib shall tell clients of the connection's life; the server keeps to it (server.h).
constexpr time_t kKeepAliveSeconds = 60;
constexpr std::size_t kKeepAliveRequests = 1'000'000;

// A request that is all there, and a response that is gathered before any of it is sent.
class MemoryStream final : public httplib::Stream {
 public:
  MemoryStream(std::string_view request, std::string& response) : request_(request), response_(response) {}

  bool is_readable() const override { return !request_.empty(); }
  bool is_writable() const override { return true; }
  ssize_t read(char* to, std::size_t size) override {
    const auto piece = request_.substr(0, size);
    std::memcpy(to, piece.data(), piece.size());
    request_.remove_prefix(piece.size());
    return static_cast<ssize_t>(piece.size());
  }
  ssize_t write(const char* from, std::size_t size) override {
    response_.append(from, size);
    return static_cast<ssize_t>(size);
  }
  void get_remote_ip_and_port(std::string& /*ip*/, int& /*port*/) const override {}
  void get_local_ip_and_port(std::string& /*ip*/, int& /*port*/) const override {}
  socket_t socket() const override { return INVALID_SOCKET; }

 private:
  std::string_view request_;
  std::string& response_;
};

void fill(Response&& from, httplib::Response& to) {
  to.status = from.status;
  for (auto& [name, value] : from.fields) to.headers.emplace(std::move(name), std::move(value));
  if (!from.type.empty()) to.set_content(std::move(from.body), from.type);
}

// "Sun, 06 Nov 1994 08:49:37 GMT"
std::string http_date(std::time_t now) {
  std::tm utc{};
  gmtime_r(&now, &utc);
  std::array<char, 40> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &utc)};
}

// Fields that cpp-httplib adds though they say nothing true here: no ranges are
// served, and a bodiless status has no length (RFC 9110, 8.6). The date is missing.
void mend_fields(httplib::Response& response) {
  response.headers.erase("Accept-Ranges");
  response.set_header("Date", http_date(std::time(nullptr)));
  if (response.status == 204 || response.status == 304) response.headers.erase("Content-Length");
}

}  // namespace

class Protocol::Machine final : private httplib::Server {
 public:
  Machine(const http::Handler& handler, const std::atomic<bool>& stopping)
      : handler_(handler), stopping_(stopping) {
    set_keep_alive_timeout(kKeepAliveSeconds);
    set_keep_alive_max_count(kKeepAliveRequests);
    set_post_routing_handler([this](const httplib::Request&, httplib::Response& response) {
      mend_fields(response);
      if (!closes_) return;
      response.headers.erase("Keep-Alive");
      response.headers.erase("Connection");
      response.set_header("Connection", "close");
    });
    set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      fill(ask(request), response);
      // Asked after the handler: it may have taken the whole time that the server had left.
      closes_ = closes_ || stopping_.load(std::memory_order_relaxed);
      return HandlerResponse::Handled;
    });
    set_error_handler([](const httplib::Request&, httplib::Response& response) {
      if (response.body.empty())
        fill(problem(response.status, "This is not a request of HTTP/1.1."), response);
    });
  }

  // cpp-httplib sees the first line only: the fields have been read already, and those it would act
  // upon (Range, Expect) are not served by it.
  bool run(const Head& head, std::string_view body, const Address& peer, bool close, std::string& out) {
    head_ = &head;
    body_ = body;
    peer_ = peer;
    closes_ = close;
    line_.assign(head.method).append(" ").append(head.target).append(" HTTP/1.1\r\n\r\n");
    MemoryStream stream(line_, out);
    bool is_closed = false;
    process_request(stream, std::string(), 0, std::string(), 0, close, is_closed, nullptr);
    head_ = nullptr;
    return closes_;
  }

 private:
  Response ask(const httplib::Request& parsed) {
    Request request;
    request.method = parsed.method;
    request.path = parsed.path;
    for (const auto& [name, value] : parsed.params) request.query.emplace_back(name, value);
    request.fields = head_->fields;
    request.body = body_;
    request.peer = peer_;
    try {
      return handler_(request);
    } catch (const std::exception& error) {
      spdlog::error("{} {}: {}", parsed.method, parsed.path, error.what());
      return problem(500, "Something went wrong here. Please try again.");
    }
  }

  const http::Handler& handler_;
  const std::atomic<bool>& stopping_;
  const Head* head_ = nullptr;
  std::string_view body_;
  Address peer_;
  bool closes_ = false;
  std::string line_;
};

Protocol::Protocol(const Handler& handler, const std::atomic<bool>& stopping)
    : machine_(std::make_unique<Machine>(handler, stopping)) {}
Protocol::~Protocol() = default;

bool Protocol::answer(const Head& head, std::string_view body, const Address& peer, bool close,
                      std::string& out) {
  return machine_->run(head, body, peer, close, out);
}

void Protocol::refuse(const Refusal& refusal, std::string& out) {
  const Handler refusing = [&](const Request&) { return problem(refusal); };
  Head head;
  head.method = "GET";
  head.target = "/";
  const std::atomic<bool> stopping{false};
  Machine(refusing, stopping).run(head, {}, {}, true, out);
}

}  // namespace faqbot::http

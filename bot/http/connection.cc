#include "http/connection.h"

#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

namespace faqbot::http {
namespace {

// Requests in a row that a worker serves one client that pipelines, before others have their turn.
constexpr int kRequestsPerTurn = 8;
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

bool would_wait() {
  return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

// An idle connection keeps no buffers: there may be thousands.
void release(std::string& buffer) {
  std::string().swap(buffer);
}

}  // namespace

Connection::Connection(int socket, const Address& peer, FramingLimits limits, Clock::time_point patience_ends)
    : socket_(socket), peer_(peer), framing_(limits), patience_ends_(patience_ends) {}

Connection::~Connection() {
  ::close(socket_);
}

void Connection::wake() const {
  const bool waits_for_bytes = phase() == Phase::kIdle || phase() == Phase::kReceiving;
  ::shutdown(socket_, waits_for_bytes ? SHUT_RD : SHUT_RDWR);
}

Connection::Next Connection::advance(Bench& bench, bool expired, Clock::time_point now) {
  switch (phase()) {
    case Phase::kSending:
      return expired ? Next::kClose : send(bench, now);
    case Phase::kParting:
      return expired ? Next::kClose : listen_to_the_end(bench);
    case Phase::kIdle:
    case Phase::kReceiving:
      break;
  }
  return receive(bench, expired, now);
}

Connection::Next Connection::receive(Bench& bench, bool expired, Clock::time_point now) {
  const bool was_idle = phase() == Phase::kIdle;
  if (expired && !was_idle) return refuse(bench, {408, "The request took too long to arrive."}, now);
  const auto count = ::recv(socket_, bench.scratch.data(), bench.scratch.size(), MSG_DONTWAIT);
  if (count < 0 && would_wait()) return expired ? Next::kClose : wait_for_more(bench, now);
  if (count <= 0) return Next::kClose;
  if (was_idle) started_ = now;
  in_.append(bench.scratch.data(), static_cast<std::size_t>(count));
  // A request that came just as an idle connection was to be closed is still served.
  return answer(bench, expired, now);
}

Connection::Next Connection::answer(Bench& bench, bool is_last, Clock::time_point now) {
  for (int served = 0; served < kRequestsPerTurn; ++served) {
    switch (framing_.advance(in_)) {
      case Framing::State::kRefused:
        return refuse(bench, framing_.refusal(), now);
      case Framing::State::kIncomplete:
        if (framing_.takes_continue()) out_ = kContinue;
        if (!flush()) return Next::kClose;
        return wait_for_more(bench, now);
      case Framing::State::kComplete:
        break;
    }
    const bool closes = is_last || !framing_.head().keep_alive;
    closes_ = bench.protocol.answer(framing_.head(), framing_.body(in_), peer_, closes, out_);
    framing_.finish(in_);
    if (!flush()) return Next::kClose;
    if (closes_ || !out_.empty() || in_.empty()) return after_response(bench, now);
    started_ = now;
  }
  return after_response(bench, now);
}

// Ends a turn after a response that is sent or on its way.
Connection::Next Connection::after_response(Bench& bench, Clock::time_point now) {
  if (out_.empty() && closes_) return part(bench, now);
  if (out_.empty() && in_.empty()) return wait_for_more(bench, now);
  // The rest of the response, or of what was pipelined, when the socket takes bytes: others come first.
  phase_.store(Phase::kSending, std::memory_order_relaxed);
  patience_ends_ = now + bench.patience.response;
  return Next::kWrite;
}

Connection::Next Connection::send(Bench& bench, Clock::time_point now) {
  if (!flush()) return Next::kClose;
  if (!out_.empty()) return Next::kWrite;
  if (closes_) return part(bench, now);
  started_ = now;
  return in_.empty() ? wait_for_more(bench, now) : answer(bench, false, now);
}

Connection::Next Connection::refuse(Bench& bench, const Refusal& refusal, Clock::time_point now) {
  bench.protocol.refuse(refusal, out_);
  closes_ = was_refused_ = true;
  release(in_);
  if (!flush()) return Next::kClose;
  return after_response(bench, now);
}

Connection::Next Connection::wait_for_more(Bench& bench, Clock::time_point now) {
  if (!framing_.has_begun(in_)) {
    release(in_);
    release(out_);
    phase_.store(Phase::kIdle, std::memory_order_relaxed);
    patience_ends_ = now + bench.patience.idle;
    return Next::kRead;
  }
  phase_.store(Phase::kReceiving, std::memory_order_relaxed);
  patience_ends_ = started_ + (framing_.has_head() ? bench.patience.request : bench.patience.head);
  return Next::kRead;
}

// Closing a socket with unread bytes resets it, and the client may lose the response that says why.
Connection::Next Connection::part(Bench& bench, Clock::time_point now) {
  if (!was_refused_ && in_.empty()) return Next::kClose;
  ::shutdown(socket_, SHUT_WR);
  phase_.store(Phase::kParting, std::memory_order_relaxed);
  patience_ends_ = now + bench.patience.farewell;
  return listen_to_the_end(bench);
}

Connection::Next Connection::listen_to_the_end(Bench& bench) const {
  const auto count = ::recv(socket_, bench.scratch.data(), bench.scratch.size(), MSG_DONTWAIT);
  if (count > 0 || (count < 0 && would_wait())) return Next::kRead;
  return Next::kClose;
}

bool Connection::flush() {
  while (sent_ < out_.size()) {
    const auto count = ::send(socket_, out_.data() + sent_, out_.size() - sent_, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return would_wait();
    sent_ += static_cast<std::size_t>(count);
  }
  out_.clear();
  sent_ = 0;
  return true;
}

}  // namespace faqbot::http

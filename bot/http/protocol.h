// HTTP's wording of a request and its response, by cpp-httplib.
//
// cpp-httplib's own server holds a thread for each open connection; here it is
// given a request that has already come in whole (framing.h) and writes into a
// buffer, so it never waits. protocol.cc is the only file that includes it.
//
// Thread safety: one per thread.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <string_view>

#include "http/exchange.h"
#include "http/head.h"

namespace faqbot::http {

class Protocol {
 public:
  // `stopping`: once true, every response closes its connection. Both must outlive this.
  Protocol(const Handler& handler, const std::atomic<bool>& stopping);
  ~Protocol();
  Protocol(const Protocol&) = delete;  // it belongs to one thread
  Protocol& operator=(const Protocol&) = delete;

  // Asks the handler and appends the whole response to `out`. An exception of the handler is
  // logged and becomes a 500. True where the response says that the connection closes: it was
  // asked to, or the server is stopping.
  bool answer(const Head& head, std::string_view body, const Address& peer, bool close, std::string& out);

  // The response to bytes that are no request. It closes the connection.
  void refuse(const Refusal& refusal, std::string& out);

 private:
  class Machine;
  std::unique_ptr<Machine> machine_;
};

}  // namespace faqbot::http

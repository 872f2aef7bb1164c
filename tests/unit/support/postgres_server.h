// A PostgreSQL server for as long as this lives, started by tests/postgres.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>

namespace faqbot::tests {

class PostgresServer {
 public:
  // Nothing where no server is installed.
  static std::optional<PostgresServer> start();
  ~PostgresServer();
  PostgresServer(PostgresServer&& other) noexcept;
  PostgresServer& operator=(PostgresServer&&) = delete;
  PostgresServer(const PostgresServer&) = delete;  // one owner stops it
  PostgresServer& operator=(const PostgresServer&) = delete;

  // The URL of a database on it, which may not be there yet.
  std::string url(const std::string& database) const;

 private:
  PostgresServer(pid_t process, int input, std::string folder);

  pid_t process_;
  int input_;  // the server stops when it is closed
  std::string folder_;
};

}  // namespace faqbot::tests

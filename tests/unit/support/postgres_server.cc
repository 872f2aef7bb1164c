#include "unit/support/postgres_server.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <utility>

#include "unit/support/source_dir.h"

namespace faqbot::tests {
namespace {

constexpr int kNoneInstalled = 3;  // exit code of tests/postgres

struct Pipe {
  Pipe() {
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe can be made");
  }
  std::array<int, 2> ends{};  // out, in
};

std::string first_line(int from) {
  std::string line;
  for (char c = 0; ::read(from, &c, 1) == 1 && c != '\n';) line += c;
  return line;
}

}  // namespace

PostgresServer::PostgresServer(pid_t process, int input, std::string folder)
    : process_(process), input_(input), folder_(std::move(folder)) {}

PostgresServer::PostgresServer(PostgresServer&& other) noexcept
    : process_(std::exchange(other.process_, -1)),
      input_(std::exchange(other.input_, -1)),
      folder_(std::move(other.folder_)) {}

PostgresServer::~PostgresServer() {
  if (process_ < 0) return;
  ::close(input_);
  ::waitpid(process_, nullptr, 0);
}

std::optional<PostgresServer> PostgresServer::start() {
  const Pipe input;
  const Pipe output;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input.ends[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output.ends[1], STDOUT_FILENO);
  std::string program = (source_dir() / "tests/postgres").string();
  const std::array<char*, 2> arguments = {program.data(), nullptr};
  pid_t process = -1;
  const int failed = posix_spawn(&process, program.c_str(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(input.ends[0]);
  ::close(output.ends[1]);
  std::string folder = failed == 0 ? first_line(output.ends[0]) : std::string();
  ::close(output.ends[0]);
  if (!folder.empty()) return PostgresServer(process, input.ends[1], std::move(folder));
  ::close(input.ends[1]);
  int status = 0;
  if (failed == 0) ::waitpid(process, &status, 0);
  if (failed == 0 && WIFEXITED(status) && WEXITSTATUS(status) == kNoneInstalled) return std::nullopt;
  throw std::runtime_error("tests/postgres could not start a server");
}

std::string PostgresServer::url(const std::string& database) const {
  return "postgresql:///" + database + "?host=" + folder_ + "&user=faqbot";
}

}  // namespace faqbot::tests

// A connection to a PostgreSQL server (13 or newer), with the promises that the store makes: on the
// server's disk when a commit returns, UTF-8, nothing waited for without end.
//
// Not through a pooler that hands out connections by transaction: statements are prepared.
// Thread safety: as Connection.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "store/sql.h"

struct pg_conn;

namespace faqbot::store {

class PostgresConnection final : public Connection {
 public:
  // `url` as libpq takes it: postgresql://user:password@host/database?options. Errors: no server, no
  // database, another encoding than UTF-8; none shows the password.
  static Result<std::unique_ptr<Connection>> open(const std::string& url);

  Dialect dialect() const override { return Dialect::kPostgres; }
  Result<Rows> run(std::string_view sql, std::span<const Value> values) override;
  std::optional<Error> script(const std::string& sql) override;
  bool is_broken() const override;

 private:
  struct Close {
    void operator()(pg_conn* server) const;
  };
  using Server = std::unique_ptr<pg_conn, Close>;

  explicit PostgresConnection(Server server) : server_(std::move(server)) {}
  Result<std::string> prepared(std::string_view sql, std::span<const Value> values);

  Server server_;
  std::map<std::string, std::string, std::less<>> names_;  // of prepared statements, by text and types
};

}  // namespace faqbot::store

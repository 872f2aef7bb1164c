#include "store/backup.h"

#include <system_error>

#include "store/new_file.h"

namespace faqbot::store {
namespace {

namespace fs = std::filesystem;

std::optional<Error> copy(Database& database, const fs::path& to) {
  if (auto error = make_private_file(to)) return error;
  const auto copied = database.query("VACUUM INTO $1", to.string());
  if (!copied) return copied.error();
  return sync_file(to);
}

}  // namespace

std::optional<Error> back_up(Database& database, const fs::path& file) {
  if (database.dialect() == Dialect::kPostgres)
    return Error{
        "a PostgreSQL store is backed up by its own tools: pg_dump --format=custom --file=FILE URL, and "
        "pg_restore --dbname=URL FILE"};
  std::error_code error;
  if (fs::exists(file, error))
    return Error{file.string() + ": is there already; name a file that is not, or remove it"};
  const fs::path unfinished = file.string() + ".unfinished";
  fs::remove(unfinished, error);
  auto failed = copy(database, unfinished);
  if (!failed) failed = rename_file(unfinished, file);
  if (failed) fs::remove(unfinished, error);
  return failed;
}

}  // namespace faqbot::store

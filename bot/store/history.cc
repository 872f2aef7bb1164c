#include "store/history.h"

#include <map>

#include "store/counters.h"
#include "store/digest.h"

namespace faqbot::store {
namespace {

constexpr std::string_view kPublication = "SELECT id, made, who, note, base, version FROM publication";
constexpr std::string_view kChanges =
    "SELECT publication_file.path, publication_file.before, publication_file.later, old.bytes, new.bytes"
    " FROM publication_file LEFT JOIN content AS old ON old.hash = publication_file.before"
    " LEFT JOIN content AS new ON new.hash = publication_file.later"
    " WHERE publication_file.publication = $1 ORDER BY publication_file.path";
constexpr std::string_view kFiles =
    "SELECT snapshot_file.path, content.bytes FROM snapshot_file JOIN content ON content.hash = "
    "snapshot_file.hash WHERE snapshot_file.version = $1 ORDER BY snapshot_file.path";

using Hashes = std::map<std::string, std::string>;  // by path

std::optional<Error> keep_in(Transaction& transaction, std::string_view version,
                             std::span<const KnowledgeFile> files, Time now) {
  const auto added = transaction.query(
      "INSERT INTO snapshot (version, made) VALUES ($1, $2) ON CONFLICT (version) DO NOTHING RETURNING made",
      version, now);
  if (!added) return added.error();
  if (added->empty()) return std::nullopt;
  for (const KnowledgeFile& file : files) {
    const std::string hash = digest(file.bytes);
    const auto content =
        transaction.query("INSERT INTO content (hash, bytes) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING",
                          hash, Value::bytes(file.bytes));
    if (!content) return content.error();
    const auto listed = transaction.query(
        "INSERT INTO snapshot_file (version, path, hash) VALUES ($1, $2, $3)", version, file.path, hash);
    if (!listed) return listed.error();
  }
  return std::nullopt;
}

Result<Hashes> hashes_of(Transaction& transaction, const std::string& version) {
  const auto kept = transaction.query("SELECT made FROM snapshot WHERE version = $1", version);
  if (!kept) return kept.error();
  if (kept->empty())
    return Error{"the history has no version " + version +
                 " of the knowledge; keep it before publishing over it"};
  const auto rows = transaction.query("SELECT path, hash FROM snapshot_file WHERE version = $1", version);
  if (!rows) return rows.error();
  Hashes hashes;
  for (const Row& row : *rows) hashes[row.text(0)] = row.text(1);
  return hashes;
}

std::optional<Error> add_change(Transaction& transaction, std::int64_t id, const std::string& path,
                                const std::string& before, const std::string& later) {
  const auto added = transaction.query(
      "INSERT INTO publication_file (publication, path, before, later) VALUES ($1, $2, $3, $4)", id, path,
      before, later);
  if (!added) return added.error();
  return std::nullopt;
}

std::optional<Error> add_changes(Transaction& transaction, std::int64_t id, const Hashes& before,
                                 const Hashes& later) {
  const auto in = [](const Hashes& hashes, const std::string& path) {
    const auto found = hashes.find(path);
    return found == hashes.end() ? std::string() : found->second;
  };
  for (const auto& [path, hash] : before)
    if (in(later, path) != hash)
      if (auto error = add_change(transaction, id, path, hash, in(later, path))) return error;
  for (const auto& [path, hash] : later)
    if (!before.contains(path))
      if (auto error = add_change(transaction, id, path, {}, hash)) return error;
  return std::nullopt;
}

Publication publication_of(const Row& row) {
  return {row.number(0), {row.text(2), row.time(1)}, row.text(3), row.text(4), row.text(5), {}};
}

std::optional<Error> add_paths(Connection& connection, Publication& to) {
  const auto rows =
      connection.query("SELECT path FROM publication_file WHERE publication = $1 ORDER BY path", to.id);
  if (!rows) return rows.error();
  for (const Row& row : *rows) to.paths.push_back(row.text(0));
  return std::nullopt;
}

// `rest` narrows and orders them.
Result<std::vector<Publication>> publications(Transaction& transaction, std::string_view rest,
                                              std::int64_t number, std::size_t most) {
  const auto rows = transaction.query(
      std::string(kPublication) + std::string(rest) + " ORDER BY id DESC LIMIT $2", number, most);
  if (!rows) return rows.error();
  std::vector<Publication> all;
  for (const Row& row : *rows) {
    all.push_back(publication_of(row));
    if (auto error = add_paths(transaction.connection(), all.back())) return *std::move(error);
  }
  return all;
}

Result<std::optional<Publication>> first_of(Result<std::vector<Publication>> all) {
  if (!all) return all.error();
  if (all->empty()) return std::optional<Publication>();
  return std::optional(all->front());
}

constexpr std::string_view kBefore = " WHERE id < $1";
constexpr std::string_view kIs = " WHERE id = $1";

}  // namespace

std::optional<Error> History::keep(std::string_view version, std::span<const KnowledgeFile> files, Time now) {
  auto transaction = database_.begin();
  if (!transaction) return transaction.error();
  if (auto error = keep_in(*transaction, version, files, now)) return error;
  return transaction->commit();
}

Result<std::variant<Published, Overtaken>> History::publish(const Edit& edit,
                                                            std::span<const KnowledgeFile> files,
                                                            const By& by) {
  using Outcome = std::variant<Published, Overtaken>;
  auto transaction = database_.begin();
  if (!transaction) return transaction.error();
  const auto id = raise(*transaction, "knowledge");
  if (!id) return id.error();
  const auto newest = first_of(publications(*transaction, kBefore, INT64_MAX, 1));
  if (!newest) return newest.error();
  if (*newest && (*newest)->id > edit.newest_seen) return Outcome(Overtaken{**newest});
  const auto before = hashes_of(*transaction, edit.base);
  if (!before) return before.error();
  if (auto error = keep_in(*transaction, edit.version, files, by.at)) return *std::move(error);
  const auto later = hashes_of(*transaction, edit.version);
  if (!later) return later.error();
  const auto added = transaction->query(
      "INSERT INTO publication (id, made, who, note, base, version) VALUES ($1, $2, $3, $4, $5, $6)", *id,
      by.at, by.who, edit.note, edit.base, edit.version);
  if (!added) return added.error();
  if (auto error = add_changes(*transaction, *id, *before, *later)) return *std::move(error);
  if (auto error = write_audit(*transaction, by, "knowledge published", edit.version, edit.note))
    return *std::move(error);
  if (auto error = transaction->commit()) return *std::move(error);
  return Outcome(Published{*id});
}

Result<std::optional<Publication>> History::newest() {
  return first_of(page(0, 1));
}

Result<std::optional<Publication>> History::find(std::int64_t id) {
  auto transaction = database_.begin_reading();
  if (!transaction) return transaction.error();
  return first_of(publications(*transaction, kIs, id, 1));
}

Result<std::vector<Publication>> History::page(std::int64_t before, std::size_t most) {
  auto transaction = database_.begin_reading();
  if (!transaction) return transaction.error();
  return publications(*transaction, kBefore, before == 0 ? INT64_MAX : before, most);
}

Result<std::vector<ChangedFile>> History::changes(std::int64_t publication) {
  const auto rows = database_.query(kChanges, publication);
  if (!rows) return rows.error();
  std::vector<ChangedFile> changes;
  for (const Row& row : *rows) {
    ChangedFile change{row.text(0), {}, {}};
    if (!row.text(1).empty()) change.before = row.text(3);
    if (!row.text(2).empty()) change.after = row.text(4);
    changes.push_back(std::move(change));
  }
  return changes;
}

Result<std::vector<KnowledgeFile>> History::files(std::string_view version) {
  const auto rows = database_.query(kFiles, version);
  if (!rows) return rows.error();
  std::vector<KnowledgeFile> files;
  for (const Row& row : *rows) files.push_back({row.text(0), row.text(1)});
  return files;
}

Result<std::optional<std::string>> History::file(std::string_view version, std::string_view path) {
  const auto rows = database_.query(
      "SELECT content.bytes FROM snapshot_file JOIN content ON content.hash = snapshot_file.hash"
      " WHERE snapshot_file.version = $1 AND snapshot_file.path = $2",
      version, path);
  if (!rows) return rows.error();
  if (rows->empty()) return std::optional<std::string>();
  return std::optional(rows->front().text(0));
}

Result<std::optional<std::string>> History::version_at(Time time) {
  const auto rows = database_.query(
      "SELECT version FROM (SELECT version, made FROM snapshot UNION ALL"
      " SELECT version, made FROM publication) AS served WHERE made <= $1"
      " ORDER BY made DESC LIMIT 1",
      time);
  if (!rows) return rows.error();
  if (rows->empty()) return std::optional<std::string>();
  return std::optional(rows->front().text(0));
}

}  // namespace faqbot::store

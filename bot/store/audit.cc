#include "store/audit.h"

namespace faqbot::store {

std::optional<Error> write_audit(Transaction& transaction, const By& by, std::string_view action,
                                 std::string_view object, std::string_view detail) {
  const auto written =
      transaction.query("INSERT INTO audit (made, who, action, object, detail) VALUES ($1, $2, $3, $4, $5)",
                        by.at, by.who, action, object, detail);
  if (!written) return written.error();
  return std::nullopt;
}

std::optional<Error> Audit::write(const By& by, std::string_view action, std::string_view object,
                                  std::string_view detail) {
  auto transaction = database_.begin();
  if (!transaction) return transaction.error();
  if (auto error = write_audit(*transaction, by, action, object, detail)) return error;
  return transaction->commit();
}

Result<std::vector<AuditEntry>> Audit::page(std::int64_t before, std::size_t most) {
  const auto rows = database_.query(
      "SELECT id, made, who, action, object, detail FROM audit WHERE id < $1 ORDER BY id DESC LIMIT $2",
      before == 0 ? INT64_MAX : before, most);
  if (!rows) return rows.error();
  std::vector<AuditEntry> entries;
  for (const Row& row : *rows)
    entries.push_back({row.number(0), row.time(1), row.text(2), row.text(3), row.text(4), row.text(5)});
  return entries;
}

}  // namespace faqbot::store

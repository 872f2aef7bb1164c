#include "store/wordings.h"

#include <algorithm>
#include <map>

#include "store/counters.h"
#include "store/locks.h"
#include "store/topics.h"

namespace faqbot::store {
namespace {

constexpr std::string_view kColumns =
    "id, sample, normalised, asked, not_known, refused, unhelpful, first_asked, last_asked, offered";
constexpr std::string_view kPartners =
    "SELECT wording_partner.wording, wording_partner.partner, wording_partner.asked FROM wording_partner"
    " JOIN (SELECT id FROM wording WHERE handled = '' ORDER BY asked DESC, id DESC LIMIT $1) AS open"
    " ON open.id = wording_partner.wording ORDER BY wording_partner.asked DESC, wording_partner.partner";

Wording wording_of(const Row& row) {
  return {row.number(0),
          row.text(1),
          row.text(2),
          row.number(3),
          row.number(4),
          row.number(5),
          row.number(6),
          row.time(7),
          row.time(8),
          parted(row.text(9)),
          {}};
}

std::optional<Handling> handling_named(std::string_view name) {
  for (const Handling one : {Handling::kTaught, Handling::kNewTopic, Handling::kDismissed})
    if (name == name_of(one)) return one;
  return std::nullopt;
}

}  // namespace

std::string_view name_of(Handling handling) {
  switch (handling) {
    case Handling::kTaught:
      return "taught";
    case Handling::kNewTopic:
      return "new topic";
    case Handling::kDismissed:
      return "dismissed";
  }
  return "dismissed";
}

Result<std::vector<Wording>> Wordings::open(std::size_t most) {
  auto transaction = database_.begin_reading();
  if (!transaction) return transaction.error();
  const auto rows =
      transaction->query("SELECT " + std::string(kColumns) +
                             " FROM wording WHERE handled = '' ORDER BY asked DESC, id DESC LIMIT $1",
                         most);
  if (!rows) return rows.error();
  const auto partners = transaction->query(kPartners, most);
  if (!partners) return partners.error();
  std::vector<Wording> all;
  std::map<std::int64_t, std::size_t> places;
  for (const Row& row : *rows) {
    places[row.number(0)] = all.size();
    all.push_back(wording_of(row));
  }
  for (const Row& row : *partners)
    if (const auto place = places.find(row.number(0)); place != places.end())
      all[place->second].partners.emplace_back(row.text(1), row.number(2));
  return all;
}

Result<std::int64_t> Wordings::count_open() {
  const auto rows = database_.query("SELECT count(*) FROM wording WHERE handled = ''");
  if (!rows) return rows.error();
  return rows->front().number(0);
}

Result<std::vector<std::string>> Wordings::recent(std::size_t most) {
  const auto rows =
      database_.query("SELECT wording FROM question WHERE wording <> '' ORDER BY asked DESC LIMIT $1", most);
  if (!rows) return rows.error();
  std::vector<std::string> all;
  for (const Row& row : *rows)
    if (std::ranges::find(all, row.text(0)) == all.end()) all.push_back(row.text(0));
  return all;
}

Result<std::size_t> Wordings::handle(std::span<const std::int64_t> wordings, Handling handling,
                                     std::string_view topic, const By& by) {
  auto transaction = database_.begin();
  if (!transaction) return transaction.error();
  if (auto error = transaction->lock(kWordingLock)) return *std::move(error);
  std::size_t handled = 0;
  for (const std::int64_t wording : wordings) {
    const auto rows = transaction->query(
        "UPDATE wording SET handled = $2, topic = $3, handled_by = $4, handled_at = $5"
        " WHERE id = $1 AND handled = '' RETURNING id",
        wording, name_of(handling), topic, by.who, by.at);
    if (!rows) return rows.error();
    handled += rows->size();
  }
  if (auto error = write_audit(*transaction, by, "wordings " + std::string(name_of(handling)), topic,
                               std::to_string(handled)))
    return *std::move(error);
  if (const auto raised = raise(*transaction, "wordings"); !raised) return raised.error();
  if (auto error = transaction->commit()) return *std::move(error);
  return handled;
}

Result<std::size_t> Wordings::reopen(std::span<const std::int64_t> wordings, const By& by) {
  auto transaction = database_.begin();
  if (!transaction) return transaction.error();
  if (auto error = transaction->lock(kWordingLock)) return *std::move(error);
  std::size_t reopened = 0;
  for (const std::int64_t wording : wordings) {
    const auto rows = transaction->query(
        "UPDATE wording SET handled = '', topic = '' WHERE id = $1 AND handled <> '' RETURNING id", wording);
    if (!rows) return rows.error();
    reopened += rows->size();
  }
  if (auto error = write_audit(*transaction, by, "wordings reopened", {}, std::to_string(reopened)))
    return *std::move(error);
  if (const auto raised = raise(*transaction, "wordings"); !raised) return raised.error();
  if (auto error = transaction->commit()) return *std::move(error);
  return reopened;
}

Result<std::vector<HandledWording>> Wordings::handled(std::size_t most) {
  const auto rows =
      database_.query("SELECT " + std::string(kColumns) +
                          ", handled, topic, handled_by, handled_at FROM wording WHERE handled <> ''"
                          " ORDER BY handled_at DESC, id DESC LIMIT $1",
                      most);
  if (!rows) return rows.error();
  std::vector<HandledWording> all;
  for (const Row& row : *rows)
    all.push_back(
        {wording_of(row), handling_named(row.text(10)), row.text(11), {row.text(12), row.time(13)}});
  return all;
}

}  // namespace faqbot::store

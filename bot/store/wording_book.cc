#include "store/wording_book.h"

#include "store/digest.h"
#include "store/topics.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace faqbot::store {
namespace {

// What is asked again a while after it was taught was not learnt. A draft of a new topic answers nothing
// yet, and what was dismissed stays so.
constexpr std::string_view kNote =
    "INSERT INTO wording (fingerprint, normalised, sample, asked, not_known, refused, unhelpful, first_asked,"
    " last_asked, offered) VALUES ($1, $2, $3, 1, $4, $5, $6, $7, $7, $8)"
    " ON CONFLICT (fingerprint) DO UPDATE SET asked = wording.asked + 1,"
    " not_known = wording.not_known + excluded.not_known, refused = wording.refused + excluded.refused,"
    " unhelpful = wording.unhelpful + excluded.unhelpful,"
    " sample = CASE WHEN excluded.last_asked >= wording.last_asked THEN excluded.sample ELSE wording.sample "
    "END,"
    " offered = CASE WHEN excluded.offered = '' THEN wording.offered ELSE excluded.offered END,"
    " first_asked = CASE WHEN excluded.first_asked < wording.first_asked THEN excluded.first_asked ELSE "
    "wording.first_asked END,"
    " last_asked = CASE WHEN excluded.last_asked > wording.last_asked THEN excluded.last_asked ELSE "
    "wording.last_asked END,"
    " handled = CASE WHEN wording.handled = 'taught' AND excluded.last_asked > wording.handled_at + 60000"
    " THEN '' ELSE wording.handled END"
    " RETURNING id";

constexpr std::string_view kNotePartner =
    "INSERT INTO wording_partner (wording, partner, asked) VALUES ($1, $2, 1)"
    " ON CONFLICT (wording, partner) DO UPDATE SET asked = wording_partner.asked + 1";

constexpr std::string_view kStrike =
    "UPDATE wording SET asked = asked - $2, not_known = not_known - $3, refused = refused - $4,"
    " unhelpful = unhelpful - $5, sample = normalised WHERE id = $1";

}  // namespace

std::string normalised(const text::MaskedText& wording) {
  std::string words = text::normalise(wording.text()).joined();
  return words.empty() ? text::fold(wording.text()) : words;
}

Result<std::int64_t> note_wording(Connection& connection, const Sighting& seen) {
  if (seen.wording.empty()) return std::int64_t{0};
  const std::string words = normalised(seen.wording);
  using Why = Unanswered::Why;
  const auto noted = connection.query(kNote, digest(words), words, seen.wording.text(),
                                      seen.why == Why::kUnknown, seen.why == Why::kNoneOfThese,
                                      seen.why == Why::kNotHelpful, seen.asked, joined(seen.topics));
  if (!noted) return noted.error();
  const std::int64_t id = noted->at(0).number(0);
  const auto partner = connection.query(kNotePartner, id, seen.partner);
  if (!partner) return partner.error();
  return id;
}

std::optional<Error> strike_wording(Connection& connection, std::int64_t wording, Unanswered::Why why,
                                    const std::string& partner, std::int64_t times) {
  using Why = Unanswered::Why;
  const auto of = [&](Why one) { return why == one ? times : std::int64_t{0}; };
  const auto struck = connection.query(kStrike, wording, times, of(Why::kUnknown), of(Why::kNoneOfThese),
                                       of(Why::kNotHelpful));
  if (!struck) return struck.error();
  const auto fewer =
      connection.query("UPDATE wording_partner SET asked = asked - $3 WHERE wording = $1 AND partner = $2",
                       wording, partner, times);
  if (!fewer) return fewer.error();
  const auto no_partner =
      connection.query("DELETE FROM wording_partner WHERE wording = $1 AND asked <= 0", wording);
  if (!no_partner) return no_partner.error();
  const auto gone = connection.query("DELETE FROM wording WHERE id = $1 AND asked <= 0", wording);
  if (!gone) return gone.error();
  return std::nullopt;
}

}  // namespace faqbot::store

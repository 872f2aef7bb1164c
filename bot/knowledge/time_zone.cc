#include "knowledge/time_zone.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <string>

namespace faqbot::knowledge {
namespace {

using std::chrono::seconds;

constexpr std::size_t kHeaderBytes = 44;

// Big-endian numbers, read from the front; 0 beyond the end.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : rest_(bytes) {}

  std::int64_t number(std::size_t size) {
    std::uint64_t value = !rest_.empty() && (rest_.front() & 0x80) != 0 && size < 8 ? ~std::uint64_t{0} : 0;
    for (std::size_t i = 0; i < size; ++i) {
      const unsigned char byte = rest_.empty() ? 0 : static_cast<unsigned char>(rest_.front());
      if (!rest_.empty()) rest_.remove_prefix(1);
      value = value << 8U | byte;
    }
    return static_cast<std::int64_t>(value);
  }
  void skip(std::size_t count) { rest_.remove_prefix(std::min(count, rest_.size())); }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

struct Header {
  std::size_t utc_marks, standard_marks, leaps, transitions, types, letters;

  std::size_t body(std::size_t time_bytes) const {
    return transitions * (time_bytes + 1) + types * 6 + letters + leaps * (time_bytes + 4) + standard_marks +
           utc_marks;
  }
};

std::optional<Header> header(Bytes& bytes) {
  if (!bytes.rest().starts_with("TZif") || bytes.rest().size() < kHeaderBytes) return std::nullopt;
  bytes.skip(20);
  const auto count = [&bytes] {
    return static_cast<std::size_t>(std::max<std::int64_t>(0, bytes.number(4)));
  };
  Header head{};
  head.utc_marks = count();
  head.standard_marks = count();
  head.leaps = count();
  head.transitions = count();
  head.types = count();
  head.letters = count();
  return head;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<int> take_number(std::string_view& text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

// "-3:30", "+01", "2": hours, minutes, seconds.
std::optional<seconds> take_time(std::string_view& text) {
  const bool negative = take(text, '-');
  if (!negative) take(text, '+');
  seconds sum{0};
  seconds unit{3600};
  do {
    const auto number = take_number(text);
    if (!number) return std::nullopt;
    sum += *number * unit;
    unit /= 60;
  } while (unit.count() > 0 && take(text, ':'));
  return negative ? -sum : sum;
}

// "GMT" or "<+0330>"
bool take_name(std::string_view& text) {
  const bool quoted = take(text, '<');
  const std::size_t size = text.size();
  const auto letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  while (!text.empty() && (quoted ? text.front() != '>' : letter(text.front()))) text.remove_prefix(1);
  return text.size() < size && (!quoted || take(text, '>'));
}

}  // namespace

std::optional<TimeZone> TimeZone::load(std::string_view name, const std::filesystem::path& folder) {
  if (name.empty() || name.front() == '/' || name.find("..") != std::string_view::npos) return std::nullopt;
  std::ifstream file(folder / name, std::ios::binary);
  if (!file) return std::nullopt;
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  return parse(bytes);
}

std::optional<TimeZone> TimeZone::parse(std::string_view all) {
  Bytes bytes(all);
  const auto old = header(bytes);
  if (!old) return std::nullopt;
  bytes.skip(old->body(4));
  // The second part repeats the first with 64-bit times; files without it are of the last century.
  const auto head = header(bytes);
  if (!head || head->types == 0 || head->body(8) > bytes.rest().size()) return std::nullopt;
  TimeZone zone;
  for (std::size_t i = 0; i < head->transitions; ++i) zone.transitions_.push_back(bytes.number(8));
  std::vector<std::size_t> type_of;
  for (std::size_t i = 0; i < head->transitions; ++i)
    type_of.push_back(static_cast<std::size_t>(bytes.number(1) & 0xFF));
  std::vector<seconds> types;
  for (std::size_t i = 0; i < head->types; ++i) {
    types.emplace_back(bytes.number(4));
    bytes.skip(2);
  }
  for (const std::size_t type : type_of) zone.offsets_.push_back(types[std::min(type, types.size() - 1)]);
  zone.first_ = types.front();
  bytes.skip(head->letters + head->leaps * 12 + head->standard_marks + head->utc_marks);
  std::string_view footer = bytes.rest();
  if (take(footer, '\n')) zone.rule_ = parse_rule(footer.substr(0, footer.find('\n')));
  return zone;
}

std::optional<TimeZone::Change> TimeZone::parse_change(std::string_view& text) {
  if (!take(text, ',') || !take(text, 'M')) return std::nullopt;
  const auto month = take_number(text);
  const auto week = take(text, '.') ? take_number(text) : std::nullopt;
  const auto weekday = take(text, '.') ? take_number(text) : std::nullopt;
  if (!month || !week || !weekday || *month < 1 || *month > 12 || *week < 1 || *week > 5 || *weekday < 0 ||
      *weekday > 6)
    return std::nullopt;
  Change change{static_cast<unsigned>(*month), static_cast<unsigned>(*week), static_cast<unsigned>(*weekday)};
  if (take(text, '/')) {
    const auto time = take_time(text);
    if (!time) return std::nullopt;
    change.time = *time;
  }
  return change;
}

// "GMT0BST,M3.5.0/1,M10.5.0": offsets count westwards there.
std::optional<TimeZone::Rule> TimeZone::parse_rule(std::string_view text) {
  if (!take_name(text)) return std::nullopt;
  const auto west = take_time(text);
  if (!west) return std::nullopt;
  Rule rule{-*west, -*west, {}, {}};
  if (text.empty()) return rule;
  if (!take_name(text)) return std::nullopt;
  rule.summer = rule.standard + std::chrono::hours(1);
  if (!text.empty() && text.front() != ',') {
    const auto summer = take_time(text);
    if (!summer) return std::nullopt;
    rule.summer = -*summer;
  }
  rule.begins = parse_change(text);
  rule.ends = parse_change(text);
  return rule.begins && rule.ends ? std::optional(rule) : std::nullopt;
}

std::chrono::local_seconds TimeZone::moment(const Change& change, std::chrono::year year) {
  using namespace std::chrono;
  const auto month_of_year = year / month(change.month);
  const weekday day(change.weekday);
  const local_days date =
      change.week == 5 ? local_days(month_of_year / day[last]) : local_days(month_of_year / day[change.week]);
  return date + change.time;
}

seconds TimeZone::by_rule(std::chrono::sys_seconds at) const {
  using namespace std::chrono;
  if (!rule_->begins) return rule_->standard;
  const year_month_day date(floor<days>(at + rule_->standard));
  const auto begins = moment(*rule_->begins, date.year()).time_since_epoch() - rule_->standard;
  const auto ends = moment(*rule_->ends, date.year()).time_since_epoch() - rule_->summer;
  const auto now = at.time_since_epoch();
  // South of the equator summer runs over the turn of the year.
  const bool summer = begins < ends ? now >= begins && now < ends : now >= begins || now < ends;
  return summer ? rule_->summer : rule_->standard;
}

seconds TimeZone::offset(std::chrono::sys_seconds at) const {
  const auto after = std::ranges::upper_bound(transitions_, at.time_since_epoch().count());
  if (after == transitions_.end() && rule_) return by_rule(at);
  if (after == transitions_.begin()) return first_;
  return offsets_[static_cast<std::size_t>(after - transitions_.begin()) - 1];
}

}  // namespace faqbot::knowledge

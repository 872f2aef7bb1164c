// What the front desk waits for on a full store: medians and 95th percentiles, one column for each store.
//
// Usage: bench_store ENQUIRIES QUESTIONS URL…      fills each store that is empty, and measures
// tests/bench/store does that with a SQLite file and a PostgreSQL server of its own. Texts are made of the
// words of the knowledge folder, frequent ones often.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "desk/grouping.h"
#include "store/open.h"
#include "store/searched_text.h"

namespace {

using namespace faqbot;
using namespace faqbot::store;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr Day kFirst = std::chrono::year(2025) / std::chrono::November / 22;
constexpr int kDays = 365;
constexpr int kRounds = 100;
constexpr std::size_t kPage = 50;

template <typename T>
T required(Result<T> result) {
  if (result) return *std::move(result);
  std::cerr << result.error().message << '\n';
  std::exit(1);
}

void required(const std::optional<Error>& error) {
  if (!error) return;
  std::cerr << error->message << '\n';
  std::exit(1);
}

void required_some(const std::vector<desk::Group>& groups) {
  if (!groups.empty()) return;
  std::cerr << "nothing was grouped\n";
  std::exit(1);
}

class Words {
 public:
  explicit Words(const std::filesystem::path& knowledge) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(knowledge)) {
      std::ifstream file(entry.path());
      for (std::string word; entry.path().extension() == ".md" && file >> word;) all_.push_back(word);
    }
  }
  std::string some(int least, int most) {
    std::string text;
    for (int n = number(least, most); n > 0; --n) text += (text.empty() ? "" : " ") + one();
    return text;
  }
  const std::string& one() {
    return all_[static_cast<std::size_t>(number(0, static_cast<int>(all_.size()) - 1))];
  }
  int number(int least, int most) { return std::uniform_int_distribution<int>(least, most)(random_); }
  // Small ones often: the first tenth takes about half.
  int often_small(int count) {
    const double share = std::uniform_real_distribution<double>(0.0, 1.0)(random_);
    return static_cast<int>(share * share * share * count);
  }
  // On the day that the i-th of n falls on, as they come in over a year.
  Time time(int i, int n) {
    const int day = static_cast<int>(static_cast<std::int64_t>(i) * kDays / n);
    return Time(kFirst) + day * 24h + often_small(24) * 1h + number(0, 3'599'999) * 1ms;
  }
  Time time() { return time(number(0, kDays - 1), kDays); }

 private:
  std::vector<std::string> all_;
  std::mt19937_64 random_{20261122};
};

constexpr auto kStates = std::to_array<const char*>(
    {"closed", "closed", "closed", "closed", "answered", "answered", "taken", "new"});

void fill_enquiries(Database& database, Words& words, int count) {
  for (int i = 0; i < count;) {
    auto transaction = required(database.begin());
    for (const int end = std::min(count, i + 5000); i < end; ++i) {
      const std::string name = words.some(2, 2);
      const std::string contact = "visitor" + std::to_string(i) + "@example.org";
      const std::string message = words.some(10, 80);
      const std::string state = kStates.at(words.number(0, 7));
      required(transaction.query(
          "INSERT INTO enquiry (reference, received, name, contact, message, conversation, key, partner, "
          "state,"
          " taken_by, changed, search) VALUES ($1, $2, $3, $4, $5, $6, '', $7, $8, $9, $10, $11)",
          "R" + std::to_string(i), words.time(i, count), name, contact, message, "c" + std::to_string(i),
          "partner" + std::to_string(words.often_small(5)), state,
          state == "new" ? std::string() : "staff" + std::to_string(words.number(0, 9)), i,
          searched_text({name, contact, message})));
    }
    required(transaction.commit());
  }
}

Question question(Words& words, int i, int count) {
  const int share = words.number(0, 99);
  Question one;
  one.kind = share < 75   ? ReplyKind::kAnswer
             : share < 87 ? ReplyKind::kClarify
             : share < 97 ? ReplyKind::kUnknown
                          : ReplyKind::kUrgent;
  one.topics = {"group/topic-" + std::to_string(words.often_small(150))};
  if (one.kind == ReplyKind::kUnknown || one.kind == ReplyKind::kClarify)
    one.wording = text::MaskedText(words.some(1, 6));
  one.partner = "partner" + std::to_string(words.often_small(5));
  one.conversation = "c" + std::to_string(i / 4);
  one.asked = words.time(i, count);
  return one;
}

void fill_questions(Store& visitors, Words& words, int count) {
  for (int i = 0; i < count;) {
    std::vector<Question> some;
    for (const int end = std::min(count, i + 10'000); i < end; ++i) some.push_back(question(words, i, count));
    required(visitors.record_questions(some));
  }
}

struct Figure {
  double median = 0.0;
  double p95 = 0.0;
};

Figure measured(const std::function<void()>& work) {
  std::vector<double> times;
  for (int round = 0; round < kRounds; ++round) {
    const auto begun = Clock::now();
    work();
    times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begun).count());
  }
  std::ranges::sort(times);
  return {times[times.size() / 2], times[times.size() * 95 / 100]};
}

using Table = std::vector<std::pair<std::string, Figure>>;

void measure_inbox(Records& kept, Words& words, int enquiries, Table& table) {
  InboxList& list = kept.inbox_list();
  const auto add = [&](const char* what, const std::function<void()>& work) {
    table.emplace_back(what, measured(work));
  };
  const auto page = [&](const InboxFilter& filter) { required(list.page(filter, {}, kPage)); };
  add("inbox: first page", [&] { page({}); });
  add("inbox: page at any depth", [&] {
    required(list.page({}, Cursor{words.time().time_since_epoch().count(), 0}, kPage));
  });
  add("inbox: new ones of a partner",
      [&] { page({.state = State::kNew, .partner = "partner" + std::to_string(words.number(0, 4))}); });
  add("inbox: taken by somebody in some week", [&] {
    const Time from = words.time();
    page({.taken_by = "staff3", .from = from, .until = from + 168h});
  });
  add("inbox: counts by state", [&] { required(list.counts()); });
  add("inbox: changes since", [&] { required(list.changed_since(enquiries - 10, kPage)); });
  add("inbox: one enquiry whole",
      [&] { required(kept.inbox().read("R" + std::to_string(words.number(0, enquiries - 1)))); });
  add("search: any word", [&] { page({.search = words.one()}); });
  add("search: two words", [&] { page({.search = words.one() + " " + words.one()}); });
  add("search: an e-mail address",
      [&] { page({.search = "visitor" + std::to_string(words.number(0, enquiries - 1)) + "@example.org"}); });
  add("search: a common word, of taken ones", [&] { page({.state = State::kTaken, .search = "treatment"}); });
  add("search: a word nobody used", [&] { page({.search = "zyzzyva"}); });
  add("search: two letters nobody used", [&] { page({.search = "qz"}); });
}

void measure_rest(Records& kept, Words& words, Table& table) {
  const auto add = [&](const char* what, const std::function<void()>& work) {
    table.emplace_back(what, measured(work));
  };
  const auto sheet = [&](int length, const std::optional<std::string>& partner) {
    const Day from = kFirst + std::chrono::days(words.number(0, kDays - length));
    required(kept.figures().sheet({from, from + std::chrono::days(length - 1)}, partner, 20));
  };
  add("figures: 30 days", [&] { sheet(30, {}); });
  add("figures: nearly a year", [&] { sheet(360, {}); });
  add("figures: a year, one partner", [&] { sheet(365, "partner1"); });
  add("figures: a partner's month", [&] {
    required(kept.figures().partner_month("partner1", std::chrono::year(2026) / std::chrono::March));
  });
  add("unanswered: 200 most frequent", [&] { required(kept.wordings().open(200)); });
  add("unanswered: 5,000 most frequent", [&] { required(kept.wordings().open(5000)); });
  add("unanswered: grouped, as the page shows it", [&] {
    std::vector<desk::Asked> asked;
    for (const Wording& one : required(kept.wordings().open(5000)))
      asked.push_back({one.sample, static_cast<std::size_t>(one.asked)});
    required_some(desk::grouped(asked));
  });
  add("unanswered: how many", [&] { required(kept.wordings().count_open()); });
  add("polling the counters", [&] { required(kept.counters()); });
  add("a visitor leaves an enquiry", [&] {
    required(kept.visitors().save_enquiry(
        {words.some(2, 2), "sam@example.org", words.some(10, 80), {}, {}, words.time()}));
  });
}

Table measure(const std::string& url, int enquiries, int questions) {
  Words words(std::filesystem::path(FAQBOT_SOURCE_DIR) / "knowledge");
  const auto kept = required(open(url, Missing::kMake));
  const auto begun = Clock::now();
  const bool is_full = !required(kept->visitors().enquiries(1)).empty();
  if (!is_full) fill_enquiries(kept->database(), words, enquiries);
  if (!is_full) fill_questions(kept->visitors(), words, questions);
  // What autovacuum does by itself some time after.
  if (kept->database().dialect() == Dialect::kPostgres) required(kept->database().script("VACUUM ANALYZE"));
  std::cerr << "filled in " << std::chrono::duration_cast<std::chrono::seconds>(Clock::now() - begun).count()
            << " s: " << url.substr(0, url.find(':')) << '\n';
  Table table;
  measure_inbox(*kept, words, enquiries, table);
  measure_rest(*kept, words, table);
  return table;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 3) {
    std::cerr << "usage: bench_store ENQUIRIES QUESTIONS URL...\n";
    return 2;
  }
  std::vector<Table> columns;
  for (std::size_t i = 2; i < arguments.size(); ++i)
    columns.push_back(measure(arguments[i], std::stoi(arguments[0]), std::stoi(arguments[1])));
  std::printf("milliseconds: median / 95th percentile of %d\n%-40s", kRounds, "");
  for (std::size_t i = 2; i < arguments.size(); ++i)
    std::printf("%20s", arguments[i].substr(0, arguments[i].find(':')).c_str());
  for (std::size_t row = 0; row < columns[0].size(); ++row) {
    std::printf("\n%-40s", columns[0][row].first.c_str());
    for (const Table& column : columns)
      std::printf("%10.1f /%8.1f", column[row].second.median, column[row].second.p95);
  }
  std::printf("\n");
}

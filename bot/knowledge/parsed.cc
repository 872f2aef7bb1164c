#include "knowledge/parsed.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <iterator>
#include <mutex>
#include <numeric>
#include <system_error>
#include <thread>

#include "knowledge/expectations_file.h"
#include "knowledge/text_bytes.h"
#include "knowledge/word_files.h"

namespace faqbot::knowledge {
namespace {

using Date = std::chrono::year_month_day;

struct FilePart {
  Parsed parsed;
  Report report;
};

void read_text(FileKind kind, std::string_view text, FileReport& report, Date today, Parsed& parsed) {
  switch (kind) {
    case FileKind::kTopic:
      if (std::optional<TopicFile> topic = read_topic(text, report, today))
        parsed.topics.push_back(std::move(*topic));
      break;
    case FileKind::kClinic:
      parsed.clinic = read_clinic(text, report);
      break;
    case FileKind::kClinicExample:
      check_example(text, report);
      break;
    case FileKind::kSources:
      parsed.sources = read_sources(text, report);
      break;
    case FileKind::kSynonyms:
      parsed.synonyms = read_synonyms(text, report);
      break;
    case FileKind::kOffTopic:
      parsed.off_topic = read_off_topic(text, report);
      break;
    case FileKind::kPartners:
      parsed.partners = read_partners(text, report);
      break;
    case FileKind::kEmergencyNumbers:
      parsed.numbers = read_emergency_numbers(text, report);
      break;
    case FileKind::kExpectations:
      parsed.expectations = read_expectations(text, report);
      break;
    case FileKind::kConcepts:
      parsed.concepts = read_concepts(text, report);
      break;
    case FileKind::kWordKinds:
      parsed.word_kinds = read_word_kinds(text, report);
      break;
    case FileKind::kSafetyLevel:
      if (std::optional<LevelFile> level = read_level(text, report))
        parsed.levels.push_back({report.file(), std::move(*level)});
      break;
    case FileKind::kNotRead:
    case FileKind::kMisplaced:
      break;
  }
}

FilePart read_file(const NamedBytes& file, Date today) {
  FilePart part;
  const FileKind kind = kind_of(file.name);
  FileReport report(part.report, file.name);
  if (kind == FileKind::kTopic) part.parsed.topic_ids.insert(topic_id(file.name));
  if (kind == FileKind::kMisplaced) report.error(0, misplaced_because(file.name));
  if (const std::optional<std::string> text = text_from(file.bytes, kind, report))
    read_text(kind, *text, report, today, part.parsed);
  return part;
}

template <typename T>
void append(std::vector<T>& all, std::vector<T>& part) {
  std::move(part.begin(), part.end(), std::back_inserter(all));
}

void absorb(Parsed& all, Parsed part) {
  append(all.topics, part.topics);
  all.topic_ids.merge(part.topic_ids);
  all.sources.merge(part.sources);
  append(all.synonyms, part.synonyms);
  append(all.off_topic, part.off_topic);
  append(all.concepts, part.concepts);
  append(all.word_kinds, part.word_kinds);
  append(all.levels, part.levels);
  append(all.partners, part.partners);
  if (part.clinic) all.clinic = std::move(part.clinic);
  append(all.numbers, part.numbers);
  append(all.expectations, part.expectations);
}

// Threads take the next file that nobody has taken. The first exception (memory
// that ran out) is thrown on, once all have stopped.
class Readers {
 public:
  Readers(std::span<const NamedBytes> files, Date today)
      : files_(files), today_(today), order_(files.size()), parts_(files.size()) {
    // The longest first, so that no thread is left alone with one at the end.
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::sort(order_.begin(), order_.end(), [files](std::size_t a, std::size_t b) {
      return files[a].bytes.size() > files[b].bytes.size();
    });
  }

  std::vector<FilePart> run() && {
    {
      std::vector<std::jthread> helpers;
      const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
      for (std::size_t i = 1; i < std::min(processors, files_.size()); ++i)
        if (!start(helpers)) break;
      work();
    }
    if (failure_) std::rethrow_exception(failure_);
    return std::move(parts_);
  }

 private:
  // Where the system gives no more threads, those that run do it all.
  bool start(std::vector<std::jthread>& helpers) {
    try {
      helpers.emplace_back([this] { work(); });
      return true;
    } catch (const std::system_error&) {
      return false;
    }
  }

  void work() {
    try {
      for (std::size_t i = next_++; i < order_.size(); i = next_++)
        parts_[order_[i]] = read_file(files_[order_[i]], today_);
    } catch (...) {
      const std::lock_guard lock(failing_);
      if (!failure_) failure_ = std::current_exception();
    }
  }

  const std::span<const NamedBytes> files_;
  const Date today_;
  std::vector<std::size_t> order_;
  std::atomic<std::size_t> next_ = 0;  // place in order_
  std::vector<FilePart> parts_;        // each written by the thread that took its file
  std::mutex failing_;
  std::exception_ptr failure_;  // guarded by failing_
};

}  // namespace

Parsed read_files(std::span<const NamedBytes> files, Date today, Report& report) {
  Parsed all;
  for (FilePart& part : Readers(files, today).run()) {
    absorb(all, std::move(part.parsed));
    report.add(std::move(part.report));
  }
  return all;
}

}  // namespace faqbot::knowledge
